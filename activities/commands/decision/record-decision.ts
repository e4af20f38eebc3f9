import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { decision as decisionDecider, decisionId } from '../../../domain/decision/decision.ts'
import { organizationOf, ownedId } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { stream } from '../../../domain/streams.ts'
import { applyDecision, type Joining, reasonOf } from '../../decision/apply-decision.ts'
import { recordDecisionPayload } from '../../decision/decision-payload.ts'
import { planId } from '../../decision/obligations-to-open.ts'
import { resolveSession } from '../../decision/resolve-session.ts'
import { foldDecision, foldSession } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { openingOf } from '../../plan/open-plan.ts'
import { sourcesFrom } from '../../source-input.ts'
import type { ReadingContext } from '../../use-case-context.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Records what a body decided at a session that was held; the plan that it opens and the obligations that it enters, moves or releases
 * stand in the same append.
 *
 * Refused as `unknown-session`, `ambiguous-session`, `session-cancelled`, `decision-outside-session`, `date-in-future`, `already-decided`,
 * `unknown-document`; as opening a plan and as `applyDecision` are.
 */
export const recordDecision = defineCommand({
  name: 'record-decision',
  summary: {
    en: 'records what a body decided, and what follows from it',
    fr: 'enregistre ce qu’un organe a décidé, et ce qui en découle',
    es: 'registra lo que un órgano decidió, y lo que se sigue de ello',
    ar: 'يسجّل ما قررته هيئة، وما يترتب عليه',
  },
  scope: 'decision',
  payload: recordDecisionPayload,
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: async ({ session: given, paragraph, code }, context) => {
    const { session } = await resolveSession(context, given)
    const organization = organizationOf(session)
    const id = code === undefined ? decisionId(session, paragraph) : ownedId(organization, code)
    return { id, organization, party: null, streams: [stream.decision(id), stream.session(session)] }
  },
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history, at], today: todayAtSeat }) => {
    const { session, quoted } = await resolveSession(context, payload.session)
    const { paragraph, text, takenOn = null, opens } = payload
    const state = foldSession(at)
    if (at === undefined || state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${session}`, { session })

    const today = await todayAtSeat()
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const opened = opens === undefined ? null : planId(organization, opens)
    const taken = { organization, session, paragraph, text, source, ...(quoted === null ? {} : { quoted }), ...(opened === null ? {} : { opens: opened }) }
    const decide = (effects: Joining['brought']) =>
      decisionDecider.decide({ type: 'TakeDecision', today, at: state, takenOn, decision: { ...taken, ...effects } }, foldDecision(history))
    // Whether it can have been taken at all is said before what it would bring.
    decide({ enters: [], moves: [], releases: [] })
    const { streams, preconditions, brought } = await applyDecision(context, metadata, organization, payload, reasonOf(id, paragraph, text, source), today)
    const plan = opened === null ? { streams: [], preconditions: [] } : await openingBy(context, opened, id, today)
    return {
      streams: mergeAppends([{ stream: stream.decision(id), atVersion: history?.version ?? 0, events: decide(brought) }, ...plan.streams, ...streams]),
      preconditions: [{ stream: at.stream, version: at.version }, ...plan.preconditions, ...preconditions],
    }
  },
})

const openingBy = (context: ReadingContext, cycle: string, id: string, today: CalendarDate) =>
  openingOf(context, context.reference.planOf(cycle), { cycle, trackedFrom: today, synthetic: context.synthetic ?? false, openedBy: id })
