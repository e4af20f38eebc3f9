import type { Command } from 'commander'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const discrepanciesCommand = (ports: CommandLinePorts): Command =>
  usualCommand('discrepancies').action(async (options: Usual) => (await import('./show-discrepancies.ts')).showDiscrepancies(ports, options))
