import { Command } from 'commander'
import type { CommandLinePorts } from './ports.ts'
import { adoptCommand } from './session-adopt.ts'
import { announceCommand } from './session-announce.ts'
import { cancelCommand } from './session-cancel.ts'
import { closeCommand } from './session-close.ts'

export const sessionCommand = (ports: CommandLinePorts): Command =>
  new Command('session').addCommand(announceCommand(ports)).addCommand(cancelCommand(ports)).addCommand(closeCommand(ports)).addCommand(adoptCommand(ports))
