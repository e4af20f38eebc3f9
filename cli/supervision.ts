import { Command } from 'commander'
import { dayOption, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { SupervisionOptions } from './show-supervision.ts'
import { recordingCommands } from './supervision-record.ts'

export function supervisionCommand(ports: CommandLinePorts): Command {
  const command = new Command('supervision').addCommand(showCommand(ports), { isDefault: true })
  for (const recording of recordingCommands(ports)) command.addCommand(recording)
  return command
}

const showCommand = (ports: CommandLinePorts): Command =>
  readingCommand('show', 'how far the supervision of each Member has gone, and who is in serious failure: shown where no other command is named')
    .option('--member <state>', 'of one State, with the events behind it: FRA')
    .option('--organization <organization>', 'whose Members (default: the one that supervises them)')
    .option('--as-of <date>', 'computed for a day, from all that is on record', dayOption)
    .action(async (options: SupervisionOptions) => (await import('./show-supervision.ts')).showSupervision(ports, options))
