import { Command } from 'commander'
import type { CommandMetadata } from '../activities/command.ts'
import type { Changed } from '../activities/obligation/change-obligation.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Acting, withKey } from './key.ts'
import { metadataOn } from './metadata.ts'
import { dayOption, obligationArgument, usualCommand, withActor } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

export const reportCommand = (ports: CommandLinePorts): Command =>
  new Command('report')
    .addCommand(submit(ports))
    .addCommand(complete(ports))
    .addCommand(withdraw(ports))
    .addCommand(returned(ports))
    .addCommand(accept(ports))
    .addCommand(acknowledge(ports))

const payloads = () => import('../activities/obligation/report-payload.ts')
const submitting = () => import('../activities/obligation/submit-report.ts')
const review = () => import('../activities/obligation/review-report.ts')
const reading = () => import('./read-report.ts')

const onObligation = (name: string, description: string) => withKey(usualCommand(name, description).argument('<obligation>', obligationArgument))

const submit = (ports: CommandLinePorts): Command =>
  withActor(onObligation('submit', 'records an answer: of a Government, or of a unit of the organization'))
    .requiredOption('--file <file>', 'the fields of the questionnaire, or those that "explain" names, as JSON or YAML; - for standard input')
    .action(async (obligation: string, { file, as, key, data, json }: Acting & { readonly file: string }) => {
      const [{ readReport }, { obligationPayloads }, { submitReport }] = await Promise.all([reading(), payloads(), submitting()])
      const payload = { report: await readReport(file) }
      const { report } = obligationPayloads['submit-report'].parse(payload)
      await ports.change(data, async ({ installation }) => {
        const {
          report: id,
          missing,
          changed,
        } = await submitReport(installation, metadataOn({ as, key }, 'submit-report', obligation, payload), obligation, report)
        await tell(ports, json, obligation, changed, { report: id, missing })
      })
    })

const complete = (ports: CommandLinePorts): Command =>
  withActor(onObligation('complete', 'adds to an earlier answer what it lacked'))
    .requiredOption('--file <file>', 'the fields to add or replace, as JSON or YAML; - for standard input')
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(async (obligation: string, { file, as, key, data, json, report: completes }: Acting & { readonly file: string; readonly report?: string }) => {
      const [{ readReport }, { obligationPayloads }, { completeReport }] = await Promise.all([reading(), payloads(), submitting()])
      const payload = { report: await readReport(file), ...(completes === undefined ? {} : { completes }) }
      const { report } = obligationPayloads['complete-report'].parse(payload)
      await ports.change(data, async ({ installation }) => {
        const metadata = metadataOn({ as, key }, 'complete-report', obligation, payload)
        const { report: id, missing, changed } = await completeReport(installation, metadata, obligation, report, completes)
        await tell(ports, json, obligation, changed, { report: id, missing })
      })
    })

type Reviewing = Acting & { readonly report?: string }

const withdraw = (ports: CommandLinePorts): Command =>
  withActor(onObligation('withdraw', 'takes a report back, as the one who sent it'), null)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'withdraw-report', async () => (await review()).withdrawReport))

const accept = (ports: CommandLinePorts): Command =>
  withActor(onObligation('accept', 'closes the review of a report, as a reviewer'), null)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'accept-report', async () => (await review()).acceptReport))

const acknowledge = (ports: CommandLinePorts): Command =>
  withActor(onObligation('acknowledge', 'has a report acknowledged by letter'))
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(reviewing(ports, 'acknowledge-report', async () => (await review()).acknowledgeReport))

type Review = (
  installation: AvailableInstallation['installation'],
  metadata: CommandMetadata,
  obligation: string,
  payload: { readonly reportId?: string | undefined },
) => Promise<Changed>

const reviewing =
  (ports: CommandLinePorts, name: 'withdraw-report' | 'accept-report' | 'acknowledge-report', loadUseCase: () => Promise<Review>) =>
  async (obligation: string, { as, key, data, json, report }: Reviewing): Promise<void> => {
    const [{ obligationPayloads }, useCase] = await Promise.all([payloads(), loadUseCase()])
    const payload = obligationPayloads[name].parse(report === undefined ? {} : { reportId: report })
    await ports.change(data, async ({ installation }) =>
      tell(ports, json, obligation, await useCase(installation, metadataOn({ as, key }, name, obligation, payload), obligation, payload)),
    )
  }

const returned = (ports: CommandLinePorts): Command =>
  withActor(onObligation('return', 'sends a report back for what it lacks, as a reviewer'), null)
    .requiredOption('--missing <what...>', 'what is missing: fields of the questionnaire, or words')
    .option('--due <date>', 'the day by which it is to be completed', dayOption)
    .option('--report <id>', 'the report meant; without it, the newest that stands')
    .action(
      async (obligation: string, { as, key, data, json, report, missing, due }: Reviewing & { readonly missing: string[]; readonly due?: CalendarDate }) => {
        const given = { missing, ...(due === undefined ? {} : { due }), ...(report === undefined ? {} : { reportId: report }) }
        const [{ obligationPayloads }, { returnReport }] = await Promise.all([payloads(), review()])
        const payload = obligationPayloads['return-report'].parse(given)
        const metadata = metadataOn({ as, key }, 'return-report', obligation, given)
        await ports.change(data, async ({ installation }) => tell(ports, json, obligation, await returnReport(installation, metadata, obligation, payload)))
      },
    )

/** What came of a command on an obligation. */
export async function tell(
  ports: CommandLinePorts,
  json: boolean,
  obligation: string,
  { result, state }: Changed,
  receipt: { readonly report?: string; readonly missing?: readonly string[] } = {},
): Promise<void> {
  const recorded = result === null ? null : { firstPosition: result.firstPosition, lastPosition: result.lastPosition }
  const { report, missing = [] } = receipt
  await answer(ports, json, { obligation, status: state.status, ...receipt, recorded }, () => [
    `${obligation} is ${state.status}${report === undefined ? '' : `; report ${report}`}.`,
    ...(missing.length === 0 ? [] : [`Missing: ${missing.join(', ')}.`]),
    recorded === null ? 'No news: nothing was recorded.' : `Recorded at position ${recorded.firstPosition} to ${recorded.lastPosition}.`,
  ])
}
