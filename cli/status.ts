import type { Command } from 'commander'
import { dayOption, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { StatusOptions } from './show-status.ts'

export const statusCommand = (ports: CommandLinePorts): Command =>
  readingCommand('status')
    .option('--cycle <cycle>', 'of one cycle, by its code')
    .option('--member <party>', 'of one State or unit, by its code: FRA')
    .option('--instrument <code>', 'on one instrument: R202')
    .option('--kind <kind>', 'of one kind: submission, output')
    .option('--as-of <date>', 'as it was known on a day, and computed for it', dayOption)
    .action(async (options: StatusOptions) => (await import('./show-status.ts')).showStatus(ports, options))
