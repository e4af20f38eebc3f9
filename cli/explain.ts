import type { Command } from 'commander'
import { obligationArgument, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const explainCommand = (ports: CommandLinePorts): Command =>
  usualCommand('explain')
    .argument('<obligation>', obligationArgument)
    .action(async (obligation: string, options: Usual) => (await import('./show-explanation.ts')).showExplanation(ports, obligation, options))
