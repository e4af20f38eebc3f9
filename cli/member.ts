import { Command } from 'commander'
import { admitCommand } from './member-admit.ts'
import { withdrawCommand } from './member-withdraw.ts'
import type { CommandLinePorts } from './ports.ts'

export const memberCommand = (ports: CommandLinePorts): Command => new Command('member').addCommand(admitCommand(ports)).addCommand(withdrawCommand(ports))
