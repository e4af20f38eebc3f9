import type { Command } from 'commander'
import { obligationArgument, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { Reading } from './read-as.ts'

export const historyCommand = (ports: CommandLinePorts): Command =>
  readingCommand('history')
    .argument('<obligation>', obligationArgument)
    .action(async (obligation: string, options: Reading) => (await import('./show-history.ts')).showHistory(ports, obligation, options))
