import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId } from '../../domain/ids.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import { membersOn, type Organization } from '../../domain/organization/organization.ts'
import { Refusal } from '../../domain/refusal.ts'
import { inForceOn } from '../../domain/rulebook/rule.ts'
import { type Session, session as sessionDecider } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { countingFor } from '../counting/counting-for.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** What a cycle is opened from: the instrument that it follows, and the session from whose closing everything is counted. */
export type CycleOpening = {
  /** `<organization>:r202` */
  readonly cycle: string
  readonly organization: string
  /** Steps before this day are not taken. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  readonly instrument: Extract<Instrument, { status: 'adopted' }>
  readonly members: Extract<Organization, { status: 'established' }>
  readonly session: { readonly state: Session; readonly history: Pick<StreamHistory, 'version'> | undefined }
}

/**
 * All that the opening of a cycle records: the cycle, and what the rulebook opens with it: one obligation of each such kind for each State that was a
 * Member on the day of adoption.
 *
 * @throws Refusal `already-opened`, `unknown-session`, `closing-not-known`
 * @source ILO Constitution, article 19(5)(b) and 19(6)(b)
 */
export async function cycleOpening(
  context: Pick<ReadingContext, 'log' | 'reference'>,
  { cycle, organization: body, trackedFrom, synthetic, instrument, members: organization, session: { state: session, history } }: CycleOpening,
  today: CalendarDate,
): Promise<Append['streams']> {
  const { code, kind, title, adoptedOn, session: sessionId } = instrument
  if (session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${sessionId}`, { session: sessionId })
  if (session.closing === null)
    throw new Refusal('closing-not-known', `The closing of ${sessionId} is not known, so nothing can be computed`, { session: sessionId })

  const closing = { session: sessionId, ...session.closing }
  const applying = context.reference.kindsUnder(body, kind).filter((applied) => applied.kind.opensUpon === 'session-closing')
  if (applying.length === 0) throw new RangeError(`No kind of obligation of ${body} opens under a ${kind}: declare one in its seeds`)
  const toOpen = applying.flatMap((applied) => {
    const later = inForceOn(applied.rule, closing.date).laterMembersOwe ? membersOn(organization, today) : []
    const parties = [...new Set([...membersOn(organization, adoptedOn), ...later].map(({ member }) => member))].toSorted()
    return parties.map((party) => ({ party, applied, id: obligationId({ organization: body, request: code, kind: applied.kind.code, party }) }))
  })
  const counted = await countingFor(
    context,
    body,
    applying.map((applied) => ({ ...applied, about: code })),
  )
  const before = await context.log.read(toOpen.map(({ id }) => stream.obligation(id)))
  if (before.histories.some(({ version }) => version > 0))
    throw new Refusal('already-opened', `${code} is followed by another cycle already`, { instrument: code })

  const shared = { organization: body, cycle, instrument: code, title, adoptedOn, closing, openedOn: today, trackedFrom, synthetic, counting: counted.counting }
  const parties = [...new Set(toOpen.map(({ party }) => party))].toSorted()
  const kinds = applying.map((applied) => applied.kind.code)
  const opened = { organization: body, instrument: code, session: sessionId, trackedFrom, synthetic, parties, kinds }
  return [
    { stream: stream.cycle(cycle), atVersion: 0, events: [{ type: 'CycleOpened', occurredOn: today, data: opened }] },
    { stream: stream.session(sessionId), atVersion: history?.version ?? 0, events: sessionDecider.decide({ type: 'CountCycle', today, cycle }, session) },
    ...counted.counted(cycle, today),
    ...toOpen.map(({ party, id, applied }) => {
      const printed = context.reference.printedFor(cycle, applied.kind.code)
      const opening = openingFor(party, { ...shared, ...applied, printed })
      return { stream: stream.obligation(id), atVersion: 0, events: [{ type: 'ObligationOpened', occurredOn: today, data: opening }] }
    }),
  ]
}
