import { z } from 'zod'
import type { EnteredFacts } from '../../documents/letters/entered-facts.ts'
import type { InstrumentFacts, ObligationFacts, ToldFacts } from '../../documents/letters/letter-facts.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import type { EnteredObligation, InstrumentObligation, KnownObligation, Report } from '../../domain/obligation/state.ts'
import { stream } from '../../domain/streams.ts'
import { foldInstrument, foldSession } from '../fold.ts'
import type { DeliveryContext } from '../use-case-context.ts'
import { knownToday } from './directory.ts'
import { enteredFacts } from './entered-facts-of.ts'
import { instrumentFacts } from './instrument-facts-of.ts'

/**
 * What a letter says of one obligation: from the record, as it stands when the letter is written.
 *
 * @throws TypeError when the instrument of an obligation, or the session of its closing, is not on record
 */
export async function obligationFacts(context: DeliveryContext, notice: PendingNotice, state: KnownObligation, today: CalendarDate): Promise<ObligationFacts> {
  const report = state.reports.find(({ id }) => id === notice.report)
  const told = await toldFacts(context, notice, today)
  return state.family === 'instrument' ? ofInstrument(context, told, state, report, today) : ofEntered(context, told, state, report, today)
}

/** What the record names as missing is not said again among the reviewer's own words. */
async function toldFacts({ encrypted }: DeliveryContext, notice: PendingNotice, today: CalendarDate): Promise<ToldFacts> {
  const remarks = notice.remarks === undefined ? null : await encrypted.open(notice.remarks.id)
  const said =
    remarks === null
      ? []
      : z
          .array(z.string())
          .parse(JSON.parse(remarks.content))
          .filter((remark) => !(notice.missing ?? []).includes(remark))
  return {
    id: notice.obligation,
    ...(notice.dueOn < today ? { lateBoth: { dueOn: notice.dueOn, sentOn: today } } : {}),
    ...(notice.missing === undefined ? {} : { missing: notice.missing }),
    ...(notice.returnDue === undefined ? {} : { returnDue: notice.returnDue }),
    ...(said.length === 0 ? {} : { remarks: said.join('\n') }),
  }
}

async function ofInstrument(
  { log }: DeliveryContext,
  told: ToldFacts,
  state: InstrumentObligation,
  report: Report | undefined,
  today: CalendarDate,
): Promise<InstrumentFacts> {
  const [instrument, session] = await Promise.all([
    knownToday(log, stream.instrument(`${state.organization}:${state.instrument}`), foldInstrument, today),
    knownToday(log, stream.session(state.closing.session), foldSession, today),
  ])
  if (instrument.status === 'unknown' || session.status === 'unknown') throw new TypeError(`${told.id}: its instrument or session is not on record`)
  return instrumentFacts(told, state, instrument, session, report)
}

/** A plan may wait for a session that nobody announced yet. */
async function ofEntered(
  { log }: DeliveryContext,
  told: ToldFacts,
  state: EnteredObligation,
  report: Report | undefined,
  today: CalendarDate,
): Promise<EnteredFacts> {
  const session = state.session === null ? null : await knownToday(log, stream.session(state.session), foldSession, today)
  return enteredFacts(told, state, session, report)
}
