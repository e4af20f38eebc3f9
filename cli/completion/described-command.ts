import type { Argument, Command, Option } from 'commander'

/** What may be typed after a command: the same for every shell. */
export type DescribedCommand = {
  /** The words that lead to it: `['session', 'close']`; none for the program itself. */
  readonly path: readonly string[]
  readonly commands: readonly { readonly name: string; readonly summary: string }[]
  readonly options: readonly DescribedOption[]
  /** Fixed values of its first argument. */
  readonly values: readonly string[]
}

export type DescribedOption = {
  /** Each way to write it: `-V`, `--version`. */
  readonly flags: readonly string[]
  readonly summary: string
  readonly value: 'none' | 'free' | 'file' | 'folder' | { readonly oneOf: readonly string[] }
}

/** The program and every command below it, as commander knows them. */
export const describeCommands = (command: Command, path: readonly string[] = []): readonly DescribedCommand[] => [
  describe(command, path),
  ...command.commands.flatMap((each) => describeCommands(each, [...path, each.name()])),
]

function describe(command: Command, path: readonly string[]): DescribedCommand {
  const help = command.createHelp()
  return {
    path,
    commands: help.visibleCommands(command).map((each) => ({ name: each.name(), summary: help.subcommandDescription(each) })),
    options: help.visibleOptions(command).map((option) => ({
      flags: [option.short, option.long].filter((flag) => flag !== undefined),
      summary: option.description,
      value: describeValue(option),
    })),
    values: valuesOf(command.registeredArguments[0]),
  }
}

const valuesOf = (argument: Argument | undefined): readonly string[] => argument?.argChoices ?? []

/** By the choices that the option declares, or by the word for its value: `--out <file>`, `--data <dir>`. */
function describeValue({ argChoices, flags, required, optional }: Option): DescribedOption['value'] {
  if (!required && !optional) return 'none'
  if (argChoices !== undefined) return { oneOf: argChoices }
  if (flags.endsWith('<file>')) return 'file'
  return flags.endsWith('<dir>') ? 'folder' : 'free'
}
