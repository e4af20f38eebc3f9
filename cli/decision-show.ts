import type { Command } from 'commander'
import { byItsCode, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const showDecisionCommand = (ports: CommandLinePorts): Command =>
  usualCommand('show', 'the decisions on record, or one of them with what it brought')
    .argument('[decision]', byItsCode('<session>-<paragraph>'))
    .action(async (given: string | undefined, options: Usual) => (await import('./show-decision.ts')).showDecision(ports, given, options))
