import { type Command, Option } from 'commander'
import { languages } from '../domain/language-codes.ts'
import { byItsCode, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { PlanOptions } from './show-plan.ts'

export const planCommand = (ports: CommandLinePorts): Command =>
  readingCommand('plan')
    .argument('<cycle>', byItsCode('<plan>'))
    .addOption(new Option('--language <language>', 'of our own wording').choices(languages).default('en'))
    .action(async (cycle: string, options: PlanOptions) => (await import('./show-plan.ts')).showPlan(ports, cycle, options))
