import { Command } from 'commander'
import { recordDecisionCommand } from './decision-record.ts'
import { showDecisionCommand } from './decision-show.ts'
import type { CommandLinePorts } from './ports.ts'

export const decisionCommand = (ports: CommandLinePorts): Command =>
  new Command('decision').addCommand(recordDecisionCommand(ports)).addCommand(showDecisionCommand(ports))
