import { describe, expect, it } from 'vitest'
import { correctDecision } from '../../../activities/commands/decision/correct-decision.ts'
import { enterObligation } from '../../../activities/commands/decision/enter-obligation.ts'
import { recordDecision } from '../../../activities/commands/decision/record-decision.ts'
import { previewByName } from '../../../activities/commands/give-by-name.ts'
import { correctClosing } from '../../../activities/commands/session/correct-closing.ts'
import { enterObligationPayload, recordDecisionPayload } from '../../../activities/decision/decision-payload.ts'
import { foldDecision, foldObligation } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { announcedSession, contextOfPlan } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const id = 'ilo:gb-350-12(b)'
const output = 'ilo:fp-1:output:office'
const event = (year: number) => `ilo:fp-2:event:office:${year}`
const years = (from: number, to: number) => ({ printed: `${from}-${to}`, parsed: { shape: 'years', from, to }, status: 'confirmed' }) as const
const entered = {
  plan: 'fp',
  row: '6',
  followed: { kind: 'output', party: 'office', occurrence: 'x', title: { en: 'A', fr: 'A', es: 'A', ar: 'A' }, timing: years(2024, 2025) },
}
const news = 'ilo:fp-6:output:office:x'
const correction = { decision: id, corrects: 1, reason: 'The minutes were corrected' }

/** A plan is open; the 350th Session, of March 2024, decided something in its paragraph 12(b). */
async function context(brought: Record<string, unknown> = {}) {
  const given = await contextOfPlan('2024-04-01')
  const held = announcedSession('gb-350', '2024-03-04', '2024-03-14')
  const closed = { stream: held.stream, type: 'SessionClosed', on: day('2024-03-14') }
  const data = { closedOn: '2024-03-14', status: 'confirmed', reason: 'its record', source: [] }
  await importFacts(given.office, [held, { ...closed, data }], day('2024-04-01'))
  const decided = { session: 'ilo:gb-350', paragraph: '12(b)', text: 'It is placed on the agenda.', takenOn: '2024-03-13' }
  await recordDecision(given.office, by(secretariat, 'decide'), recordDecisionPayload.parse({ ...decided, ...brought }))
  return given
}
type Context = Awaited<ReturnType<typeof context>>
const correct = ({ office }: Context, change: Record<string, unknown>, command = 'correct') =>
  correctDecision(office, by(secretariat, command), correctDecision.definition.payload.parse({ ...correction, ...change }))
const stateOf = ({ log }: Context, obligation: string) => foldObligation({ events: log.events.filter(({ stream }) => stream === `obligation/${obligation}`) })
const newsOf = ({ log }: Context, command = 'correct') =>
  log.events.filter(({ commandId }) => commandId === command).map(({ stream, type }) => `${stream} ${type}`)
const decisionOf = ({ log }: Context) => foldDecision({ events: log.events.filter(({ stream }) => stream === `decision/${id}`) })

describe('the correction of a decision', () => {
  it('counts from then on, and each obligation that the decision brought notes it', async () => {
    const given = await context({ moves: [{ obligation: output, timing: years(2024, 2025) }] })
    await correct(given, { text: 'It is placed on the agenda of the next session.', takenOn: '2024-03-12' })
    expect(newsOf(given)).toStrictEqual([`decision/${id} DecisionCorrected`, `obligation/${output} BasisCorrected`])
    expect(decisionOf(given)).toMatchObject({ text: 'It is placed on the agenda of the next session.', takenOn: '2024-03-12', counts: 2, moves: [output] })
    expect(stateOf(given, output)).toMatchObject({ corrections: [{ fact: 'decision', recordedIn: `decision/${id}`, reason: correction.reason }] })
  })

  it('releases what was entered wrongly, moves what was moved wrongly, and enters what was left out', async () => {
    const given = await context({ moves: [{ obligation: output, timing: years(2024, 2025) }], releases: [{ obligation: event(2024) }] })
    const moves = [{ obligation: output, timing: years(2024, 2027) }]
    await correct(given, { moves, releases: [{ obligation: event(2025) }], enters: [entered] })
    expect(stateOf(given, output)).toMatchObject({ limits: [{ dueOn: '2027-12-31' }], corrections: [{ fact: 'decision' }] })
    expect(stateOf(given, event(2025))).toMatchObject({ status: 'released', corrections: [{ fact: 'decision' }] })
    expect(stateOf(given, event(2024))).toMatchObject({ status: 'released', corrections: [{ fact: 'decision' }] })
    expect(stateOf(given, news)).toMatchObject({ status: 'open' })
    expect(decisionOf(given)).toMatchObject({ enters: [news], releases: [event(2024), event(2025)] })
  })

  it('of one that was not taken releases what it entered, and nothing follows from it any more', async () => {
    const given = await context({ enters: [entered] })
    await correct(given, { taken: false })
    expect(newsOf(given)).toStrictEqual([`decision/${id} DecisionCorrected`, `obligation/${news} BasisCorrected`, `obligation/${news} ObligationReleased`])
    expect(decisionOf(given)).toMatchObject({ status: 'not-taken' })
    const more = enterObligationPayload.parse({ decision: id, releases: [{ obligation: output }] })
    await expect(enterObligation(given.office, by(secretariat, 'more'), more)).rejects.toEqual(refusal('unknown-decision'))
  })

  it('of one that was not taken needs the days that hold for what it moved', async () => {
    const given = await context({ moves: [{ obligation: output, timing: years(2024, 2025) }] })
    await expect(correct(given, { taken: false })).rejects.toEqual(refusal('not-correctable', { obligation: output }))
    await correct(given, { taken: false, moves: [{ obligation: output, timing: years(2021, 2026) }] })
    expect(stateOf(given, output)).toMatchObject({ status: 'open', limits: [{ dueOn: '2026-12-31' }] })
  })

  it('of one that was not taken is refused where it released something: nothing opens again', async () => {
    const given = await context({ releases: [{ obligation: output }] })
    await expect(correct(given, { taken: false })).rejects.toEqual(refusal('not-correctable', { obligation: output }))
  })

  it('is previewed without a trace', async () => {
    const { office, log } = await context({ enters: [entered] })
    const head = await log.head()
    const { ends } = await previewByName(office, () => by(secretariat, 'look'), 'correct-decision', { ...correction, taken: false })
    expect(ends.map((each) => each.obligation)).toStrictEqual([news])
    expect(await log.head()).toBe(head)
  })

  it('that meets another one of the same event is decided again, and refused by name', async () => {
    const given = await context()
    given.log.meanwhile = () => correct(given, { text: 'First' }, 'first')
    await expect(correct(given, { text: 'Second' }, 'second')).rejects.toEqual(refusal('already-corrected', { counts: '2', corrects: '1' }))
    expect(given.log.events.filter(({ type }) => type === 'DecisionCorrected')).toHaveLength(1)
  })

  it.each([
    { what: 'what is on record already', change: { text: 'It is placed on the agenda.' }, code: 'nothing-corrected' },
    { what: 'a day outside its session', change: { takenOn: '2024-03-15' }, code: 'decision-outside-session' },
    { what: 'a decision that is not on record', change: { decision: 'ilo:gb-350-99', text: 'x' }, code: 'unknown-decision' },
    { what: 'an event that does not count', change: { corrects: 4, text: 'x' }, code: 'already-corrected' },
    { what: 'an obligation that is not there', change: { releases: [{ obligation: 'ilo:fp-9:output:office' }] }, code: 'unknown-obligation' },
  ] as const)('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(correct(given, change)).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('is the secretariat’s alone', async () => {
    const { office } = await context()
    const payload = correctDecision.definition.payload.parse({ ...correction, text: 'x' })
    await expect(correctDecision(office, by(ministry('FRA'), 'c'), payload)).rejects.toEqual(refusal('not-allowed'))
  })
})

describe('the correction of a closing', () => {
  const closing = { session: 'ilo:gb-350', corrects: day('2024-03-14'), reason: 'Corrigendum' }
  it('is refused to a day before what the session decided, until that is corrected', async () => {
    const given = await context()
    const early = { ...closing, closedOn: day('2024-03-12') }
    await expect(correctClosing(given.office, by(secretariat, 'c'), early)).rejects.toEqual(
      refusal('decision-outside-session', { decision: id, takenOn: '2024-03-13', closesOn: '2024-03-12' }),
    )
    await correct(given, { takenOn: '2024-03-12' })
    await correctClosing(given.office, by(secretariat, 'd'), early)
    expect(newsOf(given, 'd')).toContain('session/ilo:gb-350 ClosingCorrected')
  })

  it('is refused to a day before what the session adopted', async () => {
    const given = await context()
    const early = { session: 'ilo:ilc-101', corrects: day('2012-06-14'), closedOn: day('2012-06-13'), reason: 'Corrigendum' }
    await expect(correctClosing(given.office, by(secretariat, 'c'), early)).rejects.toEqual(refusal('adoption-outside-session', { closedOn: '2012-06-13' }))
  })
})
