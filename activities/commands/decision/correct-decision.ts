import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type Decision as DecisionState, decision as decisionDecider, requireTaken } from '../../../domain/decision/decision.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { parseStreamName, stream } from '../../../domain/streams.ts'
import { correctionInput } from '../../correction/correction-input.ts'
import { notedBy } from '../../correction/note-correction.ts'
import { applyDecision, reasonOf } from '../../decision/apply-decision.ts'
import { type EffectsInput, effectsInput } from '../../decision/decision-payload.ts'
import { foldDecision, foldObligation, foldSession } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import type { StreamHistory } from '../../ports.ts'
import { sourcesFrom } from '../../source-input.ts'
import { defineCommand } from '../define-command.ts'

/**
 * Corrects a decision that was recorded wrongly. What it should have entered, moved or released is given with it and stands in the same append;
 * of a decision that was not taken, everything still open that it entered is released. Each obligation that it brought notes the correction.
 *
 * Refused as `unknown-decision`, `already-corrected`, `nothing-corrected`, `date-in-future`, `decision-outside-session`, `unknown-document`; as
 * `not-correctable` where a decision that was not taken opened a plan, released something, or moved something of which it is not given what holds; as
 * `applyDecision` is.
 */
export const correctDecision = defineCommand({
  name: 'correct-decision',
  summary: {
    en: 'corrects a decision that was recorded wrongly; what it brought follows',
    fr: 'corrige une décision enregistrée par erreur ; ce qu’elle a entraîné suit',
    es: 'corrige una decisión registrada por error; lo que trajo la sigue',
    ar: 'يصحّح قراراً سُجّل خطأً، فيتبعه ما ترتب عليه',
  },
  scope: 'decision',
  payload: z
    .strictObject({
      ...correctionInput,
      decision: z.string().min(1),
      /** False: no such decision was taken. */
      taken: z.boolean().default(true),
      /** What is not given stays as it is on record. */
      paragraph: z.string().trim().min(1).max(100).optional(),
      text: z.string().trim().min(1).max(20_000).optional(),
      takenOn: calendarDate.optional(),
      ...effectsInput,
    })
    .refine(({ taken, enters }) => taken || enters.length === 0, { path: ['enters'], message: 'A decision that was not taken enters nothing' }),
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ decision }) => ({ id: decision, organization: organizationOf(decision), party: null, streams: [stream.decision(decision)] }),
  decide: async ({ context, metadata, payload, about: { id, organization }, histories: [history], today: todayAtSeat }) => {
    const state = foldDecision(history)
    if (history === undefined || state.status === 'unknown') throw new Refusal('unknown-decision', `There is no decision ${id} on record`, { decision: id })
    const { corrects, reason, taken, paragraph = null, text = null, takenOn = null } = payload
    const before = requireTaken(state)
    const read = [...new Set([...before.enters, ...before.moves, ...before.releases])].map(stream.obligation)
    const { histories } = await context.log.read([stream.session(before.session), ...read])
    const [held, ...owed] = histories
    const today = await todayAtSeat()
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const decide = (brought: Pick<typeof before, 'enters' | 'moves' | 'releases'>) =>
      decisionDecider.decide(
        { type: 'CorrectDecision', today, at: foldSession(held), corrects, reason, source, taken, paragraph, text, takenOn, brought },
        state,
      )
    // Whether it may be corrected at all is said before what would follow.
    const given = payload.enters.length + payload.moves.length + payload.releases.length
    if (given === 0) decide({ enters: [], moves: [], releases: [] })
    const effects = taken ? payload : withoutDecision(id, before, payload, owed)
    const why = reasonOf(id, paragraph ?? before.paragraph, `corrected: ${reason}`, source)
    const { streams, preconditions, brought } = await applyDecision(context, metadata, organization, effects, why, today)
    const correction = { fact: 'decision', recordedIn: history.stream, version: history.version + 1, reason, source } as const
    const touched = (await context.log.read(streams.map((each) => each.stream).filter((name) => parseStreamName(name).category === 'obligation'))).histories
    const noted = [...owed, ...touched.filter(({ stream: name }) => owed.every((each) => each.stream !== name))]
    return {
      streams: mergeAppends([
        { stream: history.stream, atVersion: history.version, events: decide(brought) },
        ...notedBy(noted, correction, today),
        ...streams,
      ]),
      preconditions: [...preconditions, ...(held === undefined ? [] : [{ stream: held.stream, version: held.version }])],
    }
  },
})

/**
 * What undoes a decision that was not taken.
 *
 * @throws Refusal `not-correctable`
 */
function withoutDecision(
  id: string,
  { opens, moves, releases }: Extract<DecisionState, { status: 'taken' }>,
  given: EffectsInput,
  owed: readonly StreamHistory[],
): EffectsInput {
  if (opens !== undefined)
    throw new Refusal('not-correctable', `${id} opened the plan ${opens}: drop its rows with revise-plan and close it, and correct the words of the decision`, {
      decision: id,
      plan: opens,
    })
  const [released] = releases
  if (released !== undefined)
    throw new Refusal(
      'not-correctable',
      `${id} released ${released}, and nothing that was released opens again: correct the words of the decision, and enter what is owed under another occurrence`,
      { decision: id, obligation: released },
    )
  const open = owed.flatMap((history) => {
    const state = foldObligation(history)
    return state.status === 'open' ? [parseStreamName(history.stream).id] : []
  })
  const named = [...given.moves, ...given.releases].map((each) => each.obligation)
  const unsaid = moves.find((each) => open.includes(each) && !named.includes(each))
  if (unsaid !== undefined)
    throw new Refusal('not-correctable', `${id} moved ${unsaid}: give in \`moves\` the session or the timing that holds for it`, {
      decision: id,
      obligation: unsaid,
    })
  const ending = open.filter((each) => !named.includes(each))
  return { ...given, releases: [...given.releases, ...ending.map((obligation) => ({ obligation }))] }
}
