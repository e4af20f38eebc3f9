import canonicalize from 'canonicalize'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { requireMay } from '../../domain/may.ts'
import type { CommandOf } from '../../domain/obligation/commands.ts'
import { standing } from '../../domain/obligation/decide-report.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { Refusal } from '../../domain/refusal.ts'
import { checkDates } from '../../domain/report/dates.ts'
import { type Questionnaire, questionnaire } from '../../domain/report/questionnaire.ts'
import { type Asked, hashOf } from '../command.ts'
import type { House } from '../house.ts'
import { type Changed, changeObligation, debtorOf } from './change-obligation.ts'
import { referralStated } from './open-referral.ts'

/** What the sender is told: the report's number, and what is still missing. */
export type Receipt = { readonly report: string; readonly missing: readonly string[]; readonly changed: Changed }

/**
 * Takes in a Government's answer. Judged in this order: the obligation exists, the actor may, the dates can be true, the answer is complete.
 *
 * @throws Refusal when a rule says no: nothing is recorded then
 */
export async function submitReport(house: House, asked: Asked, obligationId: string, answer: Questionnaire): Promise<Receipt> {
  return receive(house, asked, obligationId, 'submit-report', async () => ({ answer }))
}

/**
 * Adds to an earlier answer what it lacked: the fields given replace the earlier ones, the rest of that answer stands.
 * So in the federal block; of the copies, those of a side that is named anew are replaced.
 *
 * @param completes the report meant; without it, the newest that stands
 */
export async function completeReport(house: House, asked: Asked, obligationId: string, addition: Questionnaire, completes?: string): Promise<Receipt> {
  return receive(house, asked, obligationId, 'complete-report', async (state) => {
    const { id: earlier } = standing(state, completes)
    const sealed = await house.sealed.open(contentId(earlier))
    if (sealed === null) throw new Refusal('unknown-report', 'The earlier report was erased or never came', { report: earlier })
    return { answer: completed(questionnaire.parse(JSON.parse(sealed.content)), addition), completes: earlier }
  })
}

function completed(earlier: Questionnaire, addition: Questionnaire): Questionnaire {
  const { federal, communicatedTo } = addition
  const renamed = communicatedTo?.map(({ side }) => side) ?? []
  const kept = earlier.communicatedTo?.filter(({ side }) => !renamed.includes(side)) ?? []
  return {
    ...earlier,
    ...addition,
    ...(federal === undefined ? {} : { federal: { ...earlier.federal, ...federal } }),
    ...(communicatedTo === undefined ? {} : { communicatedTo: [...kept, ...communicatedTo] }),
  }
}

type Answered = { readonly answer: Questionnaire; readonly completes?: string }

async function receive(
  house: House,
  asked: Asked,
  obligationId: string,
  name: 'submit-report' | 'complete-report',
  answeredIn: (state: KnownObligation) => Promise<Answered>,
): Promise<Receipt> {
  const report = hashOf(asked.commandId).slice(0, 16)
  const changed = await changeObligation(
    house,
    asked,
    obligationId,
    async (state) => {
      requireMay(asked.actor, name, state.debtor)
      const today = await house.clock.today(house.reference.zoneOf(state.organization))
      const { answer, completes } = await answeredIn(state)
      checkDates(answer, state.adoptedOn, today)
      return sealedCommand(house, { report, today, subject: debtorOf(obligationId), answer, ...(completes === undefined ? {} : { completes }) })
    },
    (events, state) => referralStated(house, events, state, report),
  )
  const missing = changed.state.reports.find(({ id }) => id === report)?.missing ?? []
  return { report, missing, changed }
}

type Received = Answered & { readonly report: string; readonly today: CalendarDate; readonly subject: string }

/** What people wrote is sealed before the event that names it; the event carries ids and hashes. */
async function sealedCommand({ sealed }: House, { report, today, subject, answer, completes }: Received): Promise<CommandOf<'SubmitReport'>> {
  const { documents = [], ...words } = answer
  const text = (content: unknown) => ({ subject, mediaType: 'application/json', content: canonicalize(content) ?? '{}' })
  const content = await sealed.seal({ id: contentId(report), ...text(words) })
  const papers = []
  for (const [index, paper] of documents.entries()) papers.push(await sealed.seal({ id: `document/${report}/${index + 1}`, ...text(paper) }))
  const circumstances = answer.exceptionalCircumstances ?? null
  const grounds = circumstances === null ? null : await sealed.seal({ id: `grounds/${report}`, subject, mediaType: 'text/plain', content: circumstances })
  return { type: 'SubmitReport', today, report, answer, content, documents: papers, grounds, ...(completes === undefined ? {} : { completes }) }
}

const contentId = (report: string) => `report/${report}`
