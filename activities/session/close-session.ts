import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { requireMay } from '../../domain/may.ts'
import { obligation } from '../../domain/obligation/obligation.ts'
import { obligationId, stream } from '../../domain/obligation/obligation-id.ts'
import { session as sessionDecider } from '../../domain/session/session.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { foldCycle, foldInstrument, foldObligation, foldSession } from '../fold.ts'
import type { House } from '../house.ts'
import type { Append, CommandResult } from '../ports.ts'

/** `closedOn` defaults to the day on which it is recorded. */
export const closeSessionPayload = z.strictObject({
  session: z.string().min(1),
  closedOn: calendarDate.optional(),
  reason: z.string().trim().min(1).max(2_000).optional(),
})

/**
 * Records the actual closing of a session; what was counted from an announced or inferred one moves in the same append.
 *
 * @throws Refusal `unknown-session`, `already-closed`, `session-cancelled`, `date-in-future`, `closes-before-opening`
 */
export function closeSession(house: House, asked: Asked, payload: z.infer<typeof closeSessionPayload>): Promise<CommandResult> {
  requireMay(asked.actor, 'close-session', null)
  const { session: id, reason = 'the actual closing was recorded' } = payload
  return decidingAgain(async () => {
    const { histories, answered } = await house.log.read([stream.session(id)], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const state = foldSession(histories[0])
    const today = await house.clock.today(state.status === 'unknown' ? 'UTC' : house.reference.zoneOf(state.organization))
    const closedOn = payload.closedOn ?? today
    const source = [{ title: `Recorded by ${asked.actor.role}` }]
    const events = sessionDecider.decide({ type: 'CloseSession', today, closedOn, status: 'confirmed', reason, source }, state)
    const cycles = state.status === 'unknown' ? [] : state.cycles
    const moved = await Promise.all(cycles.map((cycle) => movedIn(house, cycle, { session: id, date: closedOn, status: 'confirmed' }, reason, today)))
    return house.log.append({ ...asked, streams: [{ stream: stream.session(id), atVersion: histories[0]?.version ?? 0, events }, ...moved.flat()] })
  })
}

type Closing = Parameters<typeof openingFor>[1]['closing']
type Today = Parameters<typeof openingFor>[1]['trackedFrom']

/** One `DeadlineMoved` for each obligation of a cycle whose closing is another than it was counted from. */
async function movedIn({ log, reference }: House, cycleId: string, closing: Closing, reason: string, today: Today): Promise<Append['streams']> {
  const { histories } = await log.read([stream.cycle(cycleId)])
  const cycle = foldCycle(histories[0])
  if (cycle.status === 'unknown') return []
  const { organization, instrument: code, debtors } = cycle
  const ids = debtors.flatMap((debtor) => (['submission', 'referral'] as const).map((kind) => obligationId({ organization, request: code, kind, debtor })))
  const reading = await log.read([stream.instrument(`${organization}:${code}`), ...ids.map(stream.obligation)])
  const [adopted, ...obligations] = reading.histories
  const instrument = foldInstrument(adopted)
  if (instrument.status === 'unknown') throw new TypeError(`${cycleId} follows ${code}, which is not on record`)

  return obligations.flatMap((history) => {
    const state = foldObligation(history)
    if (state.status === 'unknown') return []
    const { kind, adoptedOn, trackedFrom, debtor } = state
    const rule = reference.ruleFor(organization, kind, instrument.kind)
    const policy = reference.policyOf(organization)
    const printed = kind === 'submission' ? reference.printedFor(cycleId) : []
    const again = openingFor(debtor, { organization, cycle: cycleId, instrument: code, kind, adoptedOn, closing, rule, policy, printed, trackedFrom })
    const events = obligation.decide({ type: 'MoveDeadlines', today, closing: again.closing, deadlines: again.deadlines, steps: again.steps, reason }, state)
    return events.length === 0 ? [] : [{ stream: history.stream, atVersion: history.version, events }]
  })
}
