import type { Command } from 'commander'
import { type Acting, withKey } from './key.ts'
import { usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export type AnyCommandOptions = Omit<Acting, 'dryRun'> & { readonly file?: string; readonly preview: boolean }

/** Any command of the registry, by its name and a file with its fields. */
export const anyCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('command'), 'preview'))
    .argument('[name]', 'as close-session')
    .option('--file <file>', 'the fields of the command, in YAML or JSON')
    .action(async (name: string | undefined, options: AnyCommandOptions) => {
      const { giveAny, listCommands, previewAny } = await import('./give-any.ts')
      if (name === undefined) return listCommands(ports, options.json)
      return options.preview ? previewAny(ports, name, options) : giveAny(ports, name, options)
    })
