import { Command } from 'commander'
import { admitCommand } from './member-admit.ts'
import { withdrawCommand } from './member-withdraw.ts'
import type { CommandLinePorts } from './ports.ts'

export const memberCommand = (ports: CommandLinePorts): Command =>
  new Command('member').description('who joins an organization and who leaves it').addCommand(admitCommand(ports)).addCommand(withdrawCommand(ports))
