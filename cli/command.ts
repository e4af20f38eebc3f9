import type { Command } from 'commander'
import { type Acting, withKey } from './key.ts'
import { usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export type AnyCommandOptions = Acting & { readonly file?: string; readonly preview: boolean }

/** Any command of the registry, by its name and a file with its fields. */
export const anyCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('command')))
    .argument('[name]', 'as close-session')
    .option('--file <file>', 'the fields of the command, in YAML or JSON')
    .option('--preview', 'shows what would change for others, and records nothing', false)
    .action(async (name: string | undefined, options: AnyCommandOptions, command: Command) => {
      const { giveAny, listCommands, previewAny } = await import('./give-any.ts')
      if (name === undefined) return listCommands(ports, options.json)
      if (!options.preview) return giveAny(ports, name, options)
      return previewAny(ports, name, options, command.getOptionValueSource('key') === 'cli')
    })
