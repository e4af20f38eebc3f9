import type { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { decision as decisionDecider, decisionId } from '../../domain/decision/decision.ts'
import { requireMay } from '../../domain/may.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { Source } from '../../domain/provenance.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { foldDecision, foldSession } from '../fold.ts'
import { sourcesFrom } from '../given-source.ts'
import type { House } from '../house.ts'
import { joined } from '../joined.ts'
import { openingOf } from '../plan/open-plan.ts'
import type { Append, CommandResult } from '../ports.ts'
import type { Why } from '../session/sessions-moved.ts'
import { broughtBy } from './brought.ts'
import type { enterObligationPayload, recordDecisionPayload } from './decision-payload.ts'
import { planId } from './entered-by.ts'
import { meantSession } from './meant-session.ts'

/** The decision's id and where it stands in the record. */
export type Decided = { readonly decision: string; readonly result: CommandResult }

/**
 * Records what a body decided at a session that was held; the plan that it opens and the obligations that it enters, moves or releases
 * stand in the same append.
 *
 * @throws Refusal `unknown-session`, `ambiguous-session`, `session-cancelled`, `decision-outside-session`, `date-in-future`, `already-decided`,
 * `unknown-document`; what `openPlan` refuses; what `broughtBy` refuses
 */
export function recordDecision(
  house: House & { readonly synthetic?: boolean },
  asked: Asked,
  payload: z.output<typeof recordDecisionPayload>,
): Promise<Decided> {
  requireMay(asked.actor, 'record-decision', null)
  return decidingAgain(async () => {
    const { session, quoted } = await meantSession(house, payload.session)
    const organization = session.slice(0, session.indexOf(':'))
    const { paragraph, text, takenOn = null, code, opens } = payload
    const id = code === undefined ? decisionId(session, paragraph) : `${organization}:${code}`
    const { histories, answered } = await house.log.read([stream.decision(id), stream.session(session)], asked.commandId)
    if (answered !== null) return { decision: id, result: firstResult(asked, answered) }
    const [history, at] = histories
    const state = foldSession(at)
    if (state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${session}`, { session })

    const today = await house.clock.today(house.reference.zoneOf(organization))
    const source = sourcesFrom(house, organization, payload.source, asked)
    const opened = opens === undefined ? null : planId(organization, opens)
    const decided = (brought: { enters: string[]; moves: string[]; releases: string[] }) => {
      const decision = {
        organization,
        session,
        paragraph,
        text,
        ...brought,
        source,
        ...(quoted === null ? {} : { quoted }),
        ...(opened === null ? {} : { opens: opened }),
      }
      return decisionDecider.decide({ type: 'TakeDecision', today, at: state, takenOn, decision }, foldDecision(history))
    }
    decided({ enters: [], moves: [], releases: [] })
    const { streams, guards, brought } = await broughtBy(house, asked, organization, payload, whyOf(id, paragraph, text, source), today)
    const plan = opened === null ? { streams: [], guards: [] } : await openedBy(house, opened, id, today)
    const own = { stream: stream.decision(id), atVersion: history?.version ?? 0, events: decided(brought) }
    const held = at === undefined ? [] : [{ stream: at.stream, version: at.version }]
    const result = await house.log.append({ ...asked, ...oneAppend([own, ...plan.streams, ...streams], [...held, ...plan.guards, ...guards]) })
    return { decision: id, result }
  })
}

/**
 * Enters, moves or releases obligations because of a decision that is on record.
 *
 * @throws Refusal `unknown-decision`; what `broughtBy` refuses
 */
export function enterObligation(house: House, asked: Asked, payload: z.output<typeof enterObligationPayload>): Promise<CommandResult> {
  requireMay(asked.actor, 'enter-obligation', null)
  const { decision: id } = payload
  const organization = id.slice(0, id.indexOf(':'))
  return decidingAgain(async () => {
    const { histories, answered } = await house.log.read([stream.decision(id)], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const [history] = histories
    const state = foldDecision(history)
    if (history === undefined || state.status === 'unknown')
      throw new Refusal('unknown-decision', `There is no decision ${id} on record: record it first`, { decision: id })
    const today = await house.clock.today(house.reference.zoneOf(organization))
    const { streams, guards, brought } = await broughtBy(house, asked, organization, payload, whyOf(id, state.paragraph, state.text, state.source), today)
    const own = { stream: history.stream, atVersion: history.version, events: decisionDecider.decide({ type: 'ApplyDecision', today, brought }, state) }
    return house.log.append({ ...asked, ...oneAppend([own, ...streams], guards) })
  })
}

/** The decision stands as the reason on each obligation that it touches, and its sources with it. */
export const whyOf = (id: string, paragraph: string, text: string, source: readonly Source[]): Why => ({
  reason: `Decision ${id}: ${text}`.slice(0, 2_000),
  source: [{ title: `Decision ${id}`, place: `paragraph ${paragraph}` }, ...source],
})

const openedBy = (house: House & { readonly synthetic?: boolean }, cycle: string, id: string, today: CalendarDate) =>
  openingOf(house, house.reference.planOf(cycle), { cycle, trackedFrom: today, synthetic: house.synthetic ?? false, openedBy: id })

/** A stream that is added to needs no guard. */
function oneAppend(parts: Append['streams'], guards: NonNullable<Append['guards']>): Pick<Append, 'streams'> & { guards: NonNullable<Append['guards']> } {
  const streams = joined(parts)
  const others = guards.filter(
    (guard, index) => !streams.some((each) => each.stream === guard.stream) && guards.findIndex((each) => each.stream === guard.stream) === index,
  )
  return { streams, guards: others }
}
