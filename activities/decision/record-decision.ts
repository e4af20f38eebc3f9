import type { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { decision as decisionDecider, decisionId } from '../../domain/decision/decision.ts'
import { organizationOf, ownedId } from '../../domain/ids.ts'
import { requireMay } from '../../domain/permissions.ts'
import type { Source } from '../../domain/provenance.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldDecision, foldSession } from '../fold.ts'
import { mergeAppends } from '../merge-appends.ts'
import { openingOf } from '../plan/open-plan.ts'
import type { Append, CommandResult } from '../ports.ts'
import type { Why } from '../session/reschedule-plans.ts'
import { sourcesFrom } from '../source-input.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { applyDecision } from './apply-decision.ts'
import type { enterObligationPayload, recordDecisionPayload } from './decision-payload.ts'
import { planId } from './obligations-to-open.ts'
import { resolveSession } from './resolve-session.ts'

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
  context: UseCaseContext & { readonly synthetic?: boolean },
  metadata: CommandMetadata,
  payload: z.output<typeof recordDecisionPayload>,
): Promise<Decided> {
  requireMay(metadata.actor, 'record-decision', null)
  return retryOnVersionConflict(async () => {
    const { session, quoted } = await resolveSession(context, payload.session)
    const organization = organizationOf(session)
    const { paragraph, text, takenOn = null, code, opens } = payload
    const id = code === undefined ? decisionId(session, paragraph) : ownedId(organization, code)
    const { histories, answered } = await context.log.read([stream.decision(id), stream.session(session)], metadata.commandId)
    if (answered !== null) return { decision: id, result: firstResult(metadata, answered) }
    const [history, at] = histories
    const state = foldSession(at)
    if (state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${session}`, { session })

    const today = await context.clock.today(context.reference.zoneOf(organization))
    const source = sourcesFrom(context, organization, payload.source, metadata)
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
    const { streams, preconditions, brought } = await applyDecision(context, metadata, organization, payload, whyOf(id, paragraph, text, source), today)
    const plan = opened === null ? { streams: [], preconditions: [] } : await openedBy(context, opened, id, today)
    const own = { stream: stream.decision(id), atVersion: history?.version ?? 0, events: decided(brought) }
    const held = at === undefined ? [] : [{ stream: at.stream, version: at.version }]
    const result = await context.log.append({
      ...metadata,
      ...oneAppend([own, ...plan.streams, ...streams], [...held, ...plan.preconditions, ...preconditions]),
    })
    return { decision: id, result }
  })
}

/**
 * Enters, moves or releases obligations because of a decision that is on record.
 *
 * @throws Refusal `unknown-decision`; what `broughtBy` refuses
 */
export function enterObligation(context: UseCaseContext, metadata: CommandMetadata, payload: z.output<typeof enterObligationPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'enter-obligation', null)
  const { decision: id } = payload
  const organization = organizationOf(id)
  return retryOnVersionConflict(async () => {
    const { histories, answered } = await context.log.read([stream.decision(id)], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history] = histories
    const state = foldDecision(history)
    if (history === undefined || state.status === 'unknown')
      throw new Refusal('unknown-decision', `There is no decision ${id} on record: record it first`, { decision: id })
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const { streams, preconditions, brought } = await applyDecision(
      context,
      metadata,
      organization,
      payload,
      whyOf(id, state.paragraph, state.text, state.source),
      today,
    )
    const own = { stream: history.stream, atVersion: history.version, events: decisionDecider.decide({ type: 'ApplyDecision', today, brought }, state) }
    return context.log.append({ ...metadata, ...oneAppend([own, ...streams], preconditions) })
  })
}

/** The decision stands as the reason on each obligation that it touches, and its sources with it. */
export const whyOf = (id: string, paragraph: string, text: string, source: readonly Source[]): Why => ({
  reason: `Decision ${id}: ${text}`.slice(0, 2_000),
  source: [{ title: `Decision ${id}`, place: `paragraph ${paragraph}` }, ...source],
})

const openedBy = (context: UseCaseContext & { readonly synthetic?: boolean }, cycle: string, id: string, today: CalendarDate) =>
  openingOf(context, context.reference.planOf(cycle), { cycle, trackedFrom: today, synthetic: context.synthetic ?? false, openedBy: id })

/** A stream that is added to needs no guard. */
function oneAppend(
  parts: Append['streams'],
  preconditions: NonNullable<Append['preconditions']>,
): Pick<Append, 'streams'> & { preconditions: NonNullable<Append['preconditions']> } {
  const streams = mergeAppends(parts)
  const others = preconditions.filter(
    (guard, index) => !streams.some((each) => each.stream === guard.stream) && preconditions.findIndex((each) => each.stream === guard.stream) === index,
  )
  return { streams, preconditions: others }
}
