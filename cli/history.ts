import type { Command } from 'commander'
import { obligationArgument, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const historyCommand = (ports: CommandLinePorts): Command =>
  usualCommand('history')
    .argument('<obligation>', obligationArgument)
    .action(async (obligation: string, options: Usual) => (await import('./show-history.ts')).showHistory(ports, obligation, options))
