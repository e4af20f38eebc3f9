import { describe, expect, it } from 'vitest'
import { enterObligation } from '../../../activities/commands/decision/enter-obligation.ts'
import { recordDecision } from '../../../activities/commands/decision/record-decision.ts'
import { handle } from '../../../activities/commands/handle.ts'
import { announceSession, announceSessionPayload } from '../../../activities/commands/session/announce-session.ts'
import { cancelSession } from '../../../activities/commands/session/cancel-session.ts'
import { enterObligationPayload, recordDecisionPayload } from '../../../activities/decision/decision-payload.ts'
import { foldDecision, foldObligation, foldSession } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { Kind } from '../../../domain/rulebook/kind.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { announcedSession, contextOfPlan, followed, inFour, kinds, plan, row } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const [output] = kinds
const discussion = {
  ...output,
  code: 'recurrent-discussion',
  limits: [{ limit: 'conclusions', from: 'session-closing', name: inFour('conclusions') }],
  letters: [{ letter: 'notice', from: 'opening', days: 365, every: 'review' }],
} as Kind
const declared = [...kinds, discussion]
const waiting = { ...plan, code: 'waits', rows: [row('7', [followed('recurrent-discussion', { shape: 'none' })])] }
const next = 'ilo:waits-7:recurrent-discussion:office'

/** Two plans are open, a third stands in the seeds; the 350th Session was held in March 2024, the autumn one became the 352nd. */
async function context() {
  const given = await contextOfPlan('2024-04-01', { plans: [plan, waiting], declared })
  const sessions = [
    announcedSession('gb-350', '2024-03-04', '2024-03-14'),
    announcedSession('gb-351', '2024-06-15', '2024-06-15'),
    announcedSession('gb-352', '2024-10-28', '2024-11-07'),
  ]
  const numbered = sessions.map((fact) => ({ ...fact, data: { ...fact.data, number: fact.stream.slice(-3) } }))
  await importFacts(given.office, numbered, day('2024-01-01'))
  const third = { ...plan, code: 'third', rows: [row('1', [followed('governing-body-report', { shape: 'session', session: 'gb-352' })])] }
  const planOf = (cycle: string) => (cycle === 'ilo:third' ? third : given.office.reference.planOf(cycle))
  return { ...given, office: { ...given.office, reference: { ...given.office.reference, planOf } } }
}
type UseCaseContext = Awaited<ReturnType<typeof context>>

const decided = { session: 'ilo:gb-350', paragraph: '12(b)', text: 'The next discussion is placed on the agenda.' }
const record = ({ office }: UseCaseContext, change: Record<string, unknown> = {}, command = 'decide') =>
  handle(office, recordDecision.definition, by(secretariat, command), recordDecisionPayload.parse({ ...decided, ...change })).then(({ about, result }) => ({
    decision: about.id,
    result,
  }))
const enter = ({ office }: UseCaseContext, change: Record<string, unknown>, command = 'enter') =>
  enterObligation(office, by(secretariat, command), enterObligationPayload.parse({ decision: 'ilo:gb-350-12(b)', ...change }))
const stateOf = ({ log }: UseCaseContext, id: string) => foldObligation({ events: log.events.filter(({ stream }) => stream === `obligation/${id}`) })
const newsOf = ({ log }: UseCaseContext, command = 'decide') =>
  log.events.filter(({ commandId }) => commandId === command).map(({ stream, type }) => `${stream} ${type}`)

describe('a decision on record', () => {
  it('stands under its session and its paragraph, with its text, its day and its source', async () => {
    const given = await context()
    expect(await record(given, { source: [{ document: 'GB.350/INS/6', place: 'paragraph 12' }] })).toMatchObject({ decision: 'ilo:gb-350-12(b)' })
    const state = foldDecision({ events: given.log.events.filter(({ stream }) => stream === 'decision/ilo:gb-350-12(b)') })
    expect(state).toMatchObject({
      ...decided,
      takenOn: '2024-03-14',
      dateStatus: 'inferred',
      source: [{ title: 'Document GB.350/INS/6', place: 'paragraph 12' }],
    })
  })

  it('opens a plan of the seeds in the same append, and the plan names it', async () => {
    const given = await context()
    await record(given, { opens: 'third' })
    expect(newsOf(given)).toStrictEqual([
      'decision/ilo:gb-350-12(b) DecisionTaken',
      'plan/ilo:third PlanOpened',
      'plan/ilo:third RowRecorded',
      'session/ilo:gb-352 CycleCountedFromClosing',
      'obligation/ilo:third-1:governing-body-report:office ObligationOpened',
    ])
    expect(given.log.events.find(({ stream }) => stream === 'plan/ilo:third')?.data).toMatchObject({ openedBy: 'ilo:gb-350-12(b)', trackedFrom: '2024-04-01' })
  })

  it('enters the session of an obligation that waited for one, with the decision as the reason; its days follow that session from then on', async () => {
    const given = await context()
    expect(stateOf(given, next)).toMatchObject({ limits: [], session: null })
    await record(given, { moves: [{ obligation: next, session: 'ilo:gb-352' }] })
    const state = stateOf(given, next)
    expect(state).toMatchObject({ session: 'ilo:gb-352', limits: [{ limit: 'conclusions', dueOn: '2024-11-07', provisional: true }], status: 'open' })
    expect(given.log.events.find(({ type, stream }) => type === 'LimitsMoved' && stream.endsWith(next))?.data).toMatchObject({
      reason: `Decision ilo:gb-350-12(b): ${decided.text}`,
      source: [{ title: 'Decision ilo:gb-350-12(b)', place: 'paragraph 12(b)' }, { title: 'Recorded by secretariat' }],
    })
    const payload = announceSessionPayload.parse({ session: 'ilo:gb-352', closesOn: '2024-11-14' })
    await announceSession(given.office, by(secretariat, 'announce'), payload)
    expect(stateOf(given, next)).toMatchObject({ limits: [{ dueOn: '2024-11-14' }] })
  })

  it('keeps the cadence on which the obligation was looked at while it waited', async () => {
    const given = await context()
    const notices = () => {
      const state = stateOf(given, next)
      return state.status === 'unknown' ? [] : state.scheduled
    }
    const due = await nextStep(given.office, next)
    if (due.kind === 'none') throw new Error('nothing is due')
    await takeStep(given.office, next, due)
    const before = notices()
    expect(before).toMatchObject([{ on: '2022-11-12' }, { on: '2024-11-12' }])
    await record(given, { moves: [{ obligation: next, session: 'ilo:gb-352' }] })
    expect(notices()).toStrictEqual(before)
  })

  it('names a session by number and month: month and year count, the number is kept as quoted', async () => {
    const given = await context()
    const quoted = { organization: 'ilo', body: 'gb', number: '351st', month: '2024-11' }
    await record(given, { moves: [{ obligation: next, session: quoted }] })
    expect(stateOf(given, next)).toMatchObject({
      session: 'ilo:gb-352',
      basis: { row: { timing: { printed: '351st (2024-11)', parsed: { session: 'gb-352' } } } },
    })
    const { decision } = await record(given, { paragraph: '13', session: { organization: 'ilo', body: 'gb', number: '349th', month: '2024-03' } }, 'quoted')
    expect(given.log.events.find(({ stream, commandId }) => commandId === 'quoted' && stream === `decision/${decision}`)?.data).toMatchObject({
      session: 'ilo:gb-350',
      quoted: { number: '349th', month: '2024-03', renumbered: true },
    })
  })

  it('moves the timing of an obligation, or releases it', async () => {
    const given = await context()
    const timing = { printed: 'by the end of 2027', parsed: { shape: 'before-end-of', year: 2027 } }
    await record(given, { moves: [{ obligation: 'ilo:fp-1:output:office', timing }], releases: [{ obligation: 'ilo:fp-2:event:office:2026' }] })
    expect(stateOf(given, 'ilo:fp-1:output:office')).toMatchObject({
      limits: [{ dueOn: '2027-12-31' }],
      basis: { row: { timing: { printed: 'by the end of 2027' } } },
    })
    expect(stateOf(given, 'ilo:fp-2:event:office:2026')).toMatchObject({ status: 'released' })
  })

  it('enters a new obligation under a row of a plan, and a new row with what it asks', async () => {
    const given = await context()
    await record(given)
    const timing = { printed: null, parsed: { shape: 'session', session: 'gb-352' } }
    const added = {
      id: '8',
      printed: { language: 'en', text: 'A survey' },
      wording: { en: 'A survey', fr: 'Une enquête', es: 'Una encuesta' },
      timing: { printed: '2025', parsed: { shape: 'year', year: 2025 } },
      followed: [{ kind: 'output', party: 'office' }],
      source: [{ title: 'GB.350/INS/6' }],
    }
    await enter(given, {
      enters: [
        { plan: 'fp', row: '4', followed: { kind: 'governing-body-report', party: 'office', occurrence: 'gb-352', timing } },
        { plan: 'ilo:fp', added },
      ],
    })
    expect(newsOf(given, 'enter')).toStrictEqual([
      'decision/ilo:gb-350-12(b) DecisionApplied',
      'plan/ilo:fp RowRecorded',
      'plan/ilo:fp RowRecorded',
      'session/ilo:gb-352 CycleCountedFromClosing',
      'obligation/ilo:fp-4:governing-body-report:office:gb-352 ObligationOpened',
      'obligation/ilo:fp-8:output:office ObligationOpened',
    ])
    expect(stateOf(given, 'ilo:fp-4:governing-body-report:office:gb-352')).toMatchObject({
      trackedFrom: '2024-04-01',
      limits: [{}, {}, { dueOn: '2024-11-07' }],
    })
    const rows = given.log.events
      .filter(({ commandId, type }) => commandId === 'enter' && type === 'RowRecorded')
      .map(({ data }) => [data.id, data.obligations])
    expect(rows).toStrictEqual([
      ['4', ['ilo:fp-4:governing-body-report:office:gb-349', 'ilo:fp-4:governing-body-report:office:gb-352']],
      ['8', ['ilo:fp-8:output:office']],
    ])
    expect(foldSession({ events: given.log.events.filter(({ stream }) => stream === 'session/ilo:gb-352') })).toMatchObject({ cycles: ['ilo:fp'] })
  })

  const ofRow4 = {
    kind: 'governing-body-report',
    party: 'office',
    occurrence: 'gb-349',
    timing: { printed: null, parsed: { shape: 'session', session: 'gb-352' } },
  }
  it.each([
    { what: 'a session that does not exist', change: { session: 'ilo:gb-999' }, code: 'unknown-session' },
    {
      what: 'a number and month that fit none',
      change: { session: { organization: 'ilo', body: 'gb', number: '350', month: '2025-03' } },
      code: 'unknown-session',
    },
    { what: 'a day outside the session', change: { takenOn: '2024-03-15' }, code: 'decision-outside-session' },
    { what: 'a day that has not come', change: { takenOn: '2024-04-02' }, code: 'date-in-future' },
    { what: 'a plan that no seeds hold', change: { opens: 'nowhere' }, code: 'unknown-plan' },
    { what: 'a plan that is open', change: { opens: 'fp' }, code: 'already-opened' },
    { what: 'an obligation that is not on record', change: { moves: [{ obligation: 'ilo:x', session: 'ilo:gb-352' }] }, code: 'unknown-obligation' },
    { what: 'a later session that is not on record', change: { moves: [{ obligation: next, session: 'ilo:gb-999' }] }, code: 'unknown-session' },
    { what: 'a row that the plan does not have', change: { enters: [{ plan: 'fp', row: '99', followed: ofRow4 }] }, code: 'unknown-row' },
    { what: 'an output that a row claims already', change: { enters: [{ plan: 'fp', row: '4', followed: ofRow4 }] }, code: 'output-claimed-twice' },
    {
      what: 'one obligation twice',
      change: { releases: [{ obligation: next }], moves: [{ obligation: next, session: 'ilo:gb-352' }] },
      code: 'output-claimed-twice',
    },
    { what: 'a document that nobody registered', change: { source: [{ document: 'nothing' }] }, code: 'unknown-document' },
  ] as const)('is refused for $what: $code, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(record(given, change)).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('is not of a session that was cancelled, is taken once, and is no obligation’s end twice', async () => {
    const given = await context()
    await cancelSession(given.office, by(secretariat, 'cancel'), { session: 'ilo:gb-351', reason: 'a pandemic' })
    await expect(record(given, { session: 'ilo:gb-351' })).rejects.toEqual(refusal('session-cancelled'))
    await record(given, { releases: [{ obligation: next }] })
    await expect(record(given, {}, 'again')).rejects.toEqual(refusal('already-decided'))
    await expect(enter(given, { moves: [{ obligation: next, session: 'ilo:gb-352' }] })).rejects.toEqual(refusal('already-released'))
    await expect(enter(given, { decision: 'ilo:gb-350-13', releases: [{ obligation: next }] })).rejects.toEqual(refusal('unknown-decision'))
  })

  it('given again under its own id is given the first answer, and is decided again where another hand was first', async () => {
    const given = await context()
    given.log.meanwhile = () =>
      announceSession(given.office, by(secretariat, 'a'), announceSessionPayload.parse({ session: 'ilo:gb-352', closesOn: '2024-11-08' }))
    const first = await record(given, { moves: [{ obligation: next, session: 'ilo:gb-352' }] })
    expect(stateOf(given, next)).toMatchObject({ limits: [{ dueOn: '2024-11-08' }] })
    expect(await record(given, { moves: [{ obligation: next, session: 'ilo:gb-352' }] })).toStrictEqual(first)
  })

  it('is the secretariat’s to record', async () => {
    const { office } = await context()
    await expect(recordDecision(office, by(ministry('FRA'), 'd'), recordDecisionPayload.parse(decided))).rejects.toEqual(refusal('not-allowed'))
  })
})
