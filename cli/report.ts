import { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { giveOnObligation } from './give-on-obligation.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, obligationArgument, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const reportCommand = (ports: CommandLinePorts): Command =>
  new Command('report')
    .addCommand(submit(ports))
    .addCommand(complete(ports))
    .addCommand(withdraw(ports))
    .addCommand(returned(ports))
    .addCommand(accept(ports))
    .addCommand(acknowledge(ports))

type Reporting = Acting & { readonly file: string; readonly report?: string }

const onObligation = (name: string, description: string) => withKey(usualCommand(name, description).argument('<obligation>', obligationArgument))

const readFileGiven = async (file: string) => (await import('./read-report.ts')).readReport(file)

const submit = (ports: CommandLinePorts): Command =>
  withActor(onObligation('submit', 'records an answer: of a Government, or of a unit of the organization'))
    .requiredOption('--file <file>', 'the fields of the questionnaire, or those that "explain" names, as JSON or YAML; - for standard input')
    .action(async (obligation: string, options: Reporting) =>
      giveOnObligation(ports, 'submit-report', options, { obligation, report: await readFileGiven(options.file) }),
    )

const complete = (ports: CommandLinePorts): Command =>
  withActor(onObligation('complete', 'adds to an earlier answer what it lacked'))
    .requiredOption('--file <file>', 'the fields to add or replace, as JSON or YAML; - for standard input')
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(async (obligation: string, options: Reporting) =>
      giveOnObligation(ports, 'complete-report', options, { obligation, report: await readFileGiven(options.file), completes: options.report }),
    )

type Reviewing = Acting & { readonly report?: string }

const withdraw = (ports: CommandLinePorts): Command =>
  withActor(onObligation('withdraw', 'takes a report back, as the one who sent it'), null)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'withdraw-report'))

const accept = (ports: CommandLinePorts): Command =>
  withActor(onObligation('accept', 'closes the review of a report, as a reviewer'), null)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'accept-report'))

const acknowledge = (ports: CommandLinePorts): Command =>
  withActor(onObligation('acknowledge', 'has a report acknowledged by letter'))
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'acknowledge-report'))

const reviewing = (ports: CommandLinePorts, name: 'withdraw-report' | 'accept-report' | 'acknowledge-report') => (obligation: string, options: Reviewing) =>
  giveOnObligation(ports, name, options, { obligation, reportId: options.report })

const returned = (ports: CommandLinePorts): Command =>
  withActor(onObligation('return', 'sends a report back for what it lacks, as a reviewer'), null)
    .requiredOption('--missing <what...>', 'what is missing: fields of the questionnaire, or words')
    .option('--due <date>', 'the day by which it is to be completed', dayOption)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action((obligation: string, options: Reviewing & { readonly missing: string[]; readonly due?: CalendarDate }) =>
      giveOnObligation(ports, 'return-report', options, { obligation, missing: options.missing, due: options.due, reportId: options.report }),
    )
