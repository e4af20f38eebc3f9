import type { Command } from 'commander'
import { byItsCode, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { Reading } from './read-as.ts'

export const showDecisionCommand = (ports: CommandLinePorts): Command =>
  readingCommand('show', 'the decisions on record, or one of them with what it brought')
    .argument('[decision]', byItsCode('<session>-<paragraph>'))
    .action(async (given: string | undefined, options: Reading) => (await import('./show-decision.ts')).showDecision(ports, given, options))
