import { Command } from 'commander'
import type { CommandLinePorts } from './ports.ts'
import { adoptCommand } from './session-adopt.ts'
import { closeCommand } from './session-close.ts'

export const sessionCommand = (ports: CommandLinePorts): Command =>
  new Command('session').description('what sessions did: their closing, what they adopted').addCommand(closeCommand(ports)).addCommand(adoptCommand(ports))
