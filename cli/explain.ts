import type { Command } from 'commander'
import { obligationArgument, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { Reading } from './read-as.ts'

export const explainCommand = (ports: CommandLinePorts): Command =>
  readingCommand('explain')
    .argument('<obligation>', obligationArgument)
    .action(async (obligation: string, options: Reading) => (await import('./show-explanation.ts')).showExplanation(ports, obligation, options))
