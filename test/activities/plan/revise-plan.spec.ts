import { describe, expect, it } from 'vitest'
import { recordDecision } from '../../../activities/commands/decision/record-decision.ts'
import { lookAt } from '../../../activities/commands/handle.ts'
import { closePlan } from '../../../activities/commands/plan/close-plan.ts'
import { revisePlan } from '../../../activities/commands/plan/revise-plan.ts'
import { revisePlanPayload } from '../../../activities/commands/plan/revision-payload.ts'
import { recordDecisionPayload } from '../../../activities/decision/decision-payload.ts'
import { foldObligation, foldPlan } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { announcedSession, contextOfPlan, plan } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const output = 'ilo:fp-1:output:office'
const event = (year: number) => `ilo:fp-2:event:office:${year}`
const years = (from: number, to: number) => ({ printed: `${from}-${to}`, parsed: { shape: 'every-year', from, to } })
const added = {
  id: '7',
  printed: { language: 'en', text: 'A guide' },
  wording: { en: 'A guide', fr: 'Un guide', es: 'Una guía' },
  timing: { printed: '2025', parsed: { shape: 'year', year: 2025 } },
  followed: [{ kind: 'output', party: 'office' }],
  source: [{ title: 'Fictional revision', place: 'row 7' }],
}

/** Three years into the plan; what was asked for 2021 and 2022 was done. */
async function context() {
  const given = await contextOfPlan('2024-04-01')
  await importFacts(
    given.office,
    [announcedSession('gb-350', '2024-03-04', '2024-03-14'), announcedSession('gb-352', '2024-10-28', '2024-11-07')],
    day('2024-01-01'),
  )
  for (const year of [2021, 2022])
    await submitReport(given.office, by(secretariat, `done ${year}`), event(year), { doneOn: `${year}-12-01`, summary: 'It was held' })
  return given
}
type UseCaseContext = Awaited<ReturnType<typeof context>>

const payload = (changes: readonly object[], more: object = {}) =>
  revisePlanPayload.parse({ plan: 'ilo:fp', reason: 'The resources are others', source: [{ document: 'GB.350/6' }], changes, ...more })
const shown = ({ office }: UseCaseContext, ...changes: readonly object[]) => showRevision(office, by(secretariat, 'show'), payload(changes))
const showRevision = async (...[office, metadata, given]: Parameters<typeof revisePlan>) =>
  (await lookAt(office, revisePlan.definition, metadata, given)).decision.shown
const revise = ({ office }: UseCaseContext, changes: readonly object[], more: object = {}, command = 'revise') =>
  revisePlan(office, by(secretariat, command), payload(changes, more))
const stateOf = ({ log }: UseCaseContext, id: string) => foldObligation({ events: log.events.filter(({ stream }) => stream === `obligation/${id}`) })
const retimed = (row: string, timing: object, more: object = {}) => ({ change: 'timing', row, timing, ...more })

describe('a revision of a plan', () => {
  it('is shown first: its reason, its rows, and the old and the new days of what is open; nothing is recorded', async () => {
    const given = await context()
    const head = await given.log.head()
    expect(
      await shown(given, retimed('1', { printed: 'by 2027', parsed: { shape: 'before-end-of', year: 2027 } }), retimed('2', years(2021, 2025)), {
        change: 'added',
        row: added,
      }),
    ).toStrictEqual({
      plan: 'ilo:fp',
      revision: 1,
      reason: 'The resources are others',
      source: [{ title: 'Document GB.350/6' }],
      changes: [
        { row: '1', change: 'timing', from: 'as printed', to: 'by 2027' },
        { row: '2', change: 'timing', from: 'as printed', to: '2021-2025' },
        { row: '7', change: 'added', from: null, to: '2025' },
      ],
      moved: [{ obligation: output, from: [{ limit: 'due', dueOn: '2026-12-31' }], to: [{ limit: 'due', dueOn: '2027-12-31' }] }],
      released: [{ obligation: event(2026), days: [{ limit: 'due', dueOn: '2026-12-31' }] }],
      entered: [{ obligation: 'ilo:fp-7:output:office', days: [{ limit: 'due', dueOn: '2025-12-31' }] }],
      untouched: [
        { id: event(2021), status: 'discharged' },
        { id: event(2022), status: 'discharged' },
        ...[2023, 2024, 2025].map((year) => ({ id: event(year), status: 'open' })),
      ],
    })
    expect(await given.log.head()).toBe(head)
  })

  it('is recorded in one append, with its reason on each obligation that it changes', async () => {
    const given = await context()
    const { firstPosition } = await revise(given, [
      retimed('1', { printed: 'by 2027', parsed: { shape: 'before-end-of', year: 2027 } }),
      retimed('2', years(2021, 2027)),
      { change: 'dropped', row: '5' },
      { change: 'added', row: added },
    ])
    const news = given.log.events.slice(firstPosition - 1)
    expect(news.map(({ stream, type }) => `${stream} ${type}`)).toStrictEqual([
      'plan/ilo:fp PlanRevised',
      ...['1', '2', '5', '7'].map(() => 'plan/ilo:fp RowRecorded'),
      `obligation/${output} LimitsMoved`,
      ...['CHE', 'DEU', 'FRA', 'TON'].map((code) => `obligation/ilo:fp-5:invitation:${code} ObligationReleased`),
      `obligation/${event(2027)} ObligationOpened`,
      'obligation/ilo:fp-7:output:office ObligationOpened',
    ])
    const reasons = news.filter(({ type }) => type === 'LimitsMoved' || type === 'ObligationReleased').map(({ data }) => data.reason)
    expect(new Set(reasons)).toStrictEqual(new Set(['The resources are others']))
    expect(stateOf(given, output)).toMatchObject({ basis: { row: { timing: { printed: 'by 2027' } } }, moved: ['The resources are others'] })
    expect(stateOf(given, event(2027))).toMatchObject({ trackedFrom: '2024-04-01', occurrence: '2027', title: plan.rows[1]?.followed[0]?.title })
    const revised = foldPlan({ events: given.log.events.filter(({ stream }) => stream === 'plan/ilo:fp') })
    expect(revised).toMatchObject({ revisions: 1 })
    expect(news.find(({ data }) => data.id === '5')?.data).toMatchObject({ nothingToFollow: 'Dropped by revision 1: The resources are others' })
    await revise(given, [retimed('1', { printed: '2027', parsed: { shape: 'year', year: 2027 } })], {}, 'again')
    expect(given.log.events.at(-3)?.data).toMatchObject({ revision: 2 })
  })

  it('waits for a session where its timing names one, and moves with it', async () => {
    const given = await context()
    await revise(given, [retimed('4', { printed: null, parsed: { shape: 'session', session: 'gb-352' } })])
    const report = 'ilo:fp-4:governing-body-report:office:gb-349'
    expect(stateOf(given, report)).toMatchObject({ session: 'ilo:gb-352', limits: [{}, {}, { dueOn: '2024-11-07' }] })
    await importFacts(given.office, [announcedSession('gb-352', '2024-10-28', '2024-11-08')], day('2024-05-01'))
    expect(stateOf(given, report)).toMatchObject({ limits: [{}, {}, { dueOn: '2024-11-08' }] })
  })

  it('is for the obligations that it names, where it names some', async () => {
    const given = await context()
    const one = retimed('2', { printed: 'June 2025', parsed: { shape: 'month', month: '2025-06' } }, { obligations: [event(2024)] })
    expect(await shown(given, one)).toMatchObject({ moved: [], released: [{ obligation: event(2024) }], entered: [{ obligation: 'ilo:fp-2:event:office' }] })
    await revise(given, [retimed('1', { printed: null, parsed: { shape: 'year', year: 2025 } }, { obligations: [output] })])
    expect(stateOf(given, output)).toMatchObject({ limits: [{ dueOn: '2025-12-31' }] })
  })

  it('may rest on a decision that is on record', async () => {
    const given = await context()
    await recordDecision(
      given.office,
      by(secretariat, 'decide'),
      recordDecisionPayload.parse({ session: 'ilo:gb-350', paragraph: '6', text: 'The plan is revised.' }),
    )
    await revise(given, [{ change: 'dropped', row: '1' }], { decision: 'ilo:gb-350-6', source: undefined })
    expect(given.log.events.find(({ type }) => type === 'PlanRevised')?.data).toMatchObject({
      source: [{ title: 'Decision ilo:gb-350-6', place: 'paragraph 6' }, { title: 'Recorded by secretariat' }],
    })
    await expect(revise(given, [{ change: 'dropped', row: '2' }], { decision: 'ilo:gb-350-7' }, 'other')).rejects.toEqual(refusal('unknown-decision'))
  })

  const same = { printed: 'as printed', parsed: { shape: 'years', from: 2021, to: 2026 } }
  it.each([
    { what: 'a row that the plan does not have', changes: [{ change: 'dropped', row: '99' }], code: 'unknown-row' },
    { what: 'a row that is there', changes: [{ change: 'added', row: { ...added, id: '1' } }], code: 'output-claimed-twice' },
    { what: 'an obligation of another row', changes: [retimed('1', years(2021, 2022), { obligations: [event(2023)] })], code: 'unknown-obligation' },
    {
      what: 'a session that is not on record',
      changes: [retimed('4', { printed: null, parsed: { shape: 'session', session: 'gb-999' } })],
      code: 'unknown-session',
    },
    { what: 'nothing that is not so already', changes: [retimed('1', same)], code: 'nothing-revised' },
    {
      what: 'a kind that nobody declared',
      changes: [{ change: 'added', row: { ...added, followed: [{ kind: 'jubilee', party: 'office' }] } }],
      code: 'unknown-kind',
    },
    {
      what: 'a party that nobody named',
      changes: [{ change: 'added', row: { ...added, followed: [{ kind: 'output', party: 'nobody' }] } }],
      code: 'wrong-party',
    },
  ] as const)('is refused for $what, shown or recorded, and nothing is recorded', async ({ changes, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(shown(given, ...changes)).rejects.toEqual(refusal(code))
    await expect(revise(given, changes)).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('is refused where another plan claims the output that it adds', async () => {
    const given = await contextOfPlan('2024-04-01', { plans: [plan, { ...plan, code: 'fp-7', rows: [] }] })
    const clash = { ...added, id: '7-1' }
    await revisePlan(given.office, by(secretariat, 'a'), payload([{ change: 'added', row: { ...added, id: '1' } }], { plan: 'ilo:fp-7' }))
    await expect(revise(given, [{ change: 'added', row: clash }])).rejects.toEqual(refusal('output-claimed-twice'))
  })

  it('drops a row once', async () => {
    const given = await context()
    await revise(given, [{ change: 'dropped', row: '2' }])
    expect(stateOf(given, event(2022))).toMatchObject({ status: 'discharged' })
    expect(stateOf(given, event(2023))).toMatchObject({ status: 'released' })
    await expect(revise(given, [{ change: 'dropped', row: '2' }], {}, 'again')).rejects.toEqual(refusal('nothing-revised'))
  })

  it('of a closed plan is refused, and what is open under it stays open', async () => {
    const given = await context()
    await closePlan(given.office, by(secretariat, 'close'), { plan: 'ilo:fp', reason: 'Another plan follows it' })
    await expect(revise(given, [{ change: 'dropped', row: '1' }])).rejects.toEqual(refusal('plan-closed'))
    await expect(closePlan(given.office, by(secretariat, 'again'), { plan: 'ilo:fp', reason: 'Another' })).rejects.toEqual(refusal('plan-closed'))
    await expect(closePlan(given.office, by(secretariat, 'none'), { plan: 'ilo:none', reason: 'Another' })).rejects.toEqual(refusal('unknown-plan'))
    expect(stateOf(given, output)).toMatchObject({ status: 'open' })
  })

  it('given again under its own id is given the first answer, and is the secretariat’s to give', async () => {
    const given = await context()
    const changes = [{ change: 'dropped', row: '1' }]
    expect(await revise(given, changes)).toStrictEqual(await revise(given, changes))
    await expect(revisePlan(given.office, by(ministry('FRA'), 'r'), payload(changes))).rejects.toEqual(refusal('not-allowed'))
    await expect(showRevision(given.office, by(ministry('FRA'), 'r'), payload(changes))).rejects.toEqual(refusal('not-allowed'))
    await expect(closePlan(given.office, by(ministry('FRA'), 'c'), { plan: 'ilo:fp', reason: 'x' })).rejects.toEqual(refusal('not-allowed'))
  })
})

describe('the file of a revision', () => {
  it.each([
    { fault: 'an unknown shape of timing', changes: [retimed('1', { printed: null, parsed: { shape: 'fortnight', year: 2024 } })] },
    { fault: 'a range that ends before it begins', changes: [retimed('1', years(2026, 2021))] },
    {
      fault: 'one row twice',
      changes: [
        { change: 'dropped', row: '1' },
        { change: 'dropped', row: '1' },
      ],
    },
    { fault: 'no change', changes: [] },
    { fault: 'a row of which nothing becomes', changes: [{ change: 'added', row: { ...added, followed: [] } }] },
    { fault: 'a row without a source', changes: [{ change: 'added', row: { ...added, source: [] } }] },
  ])('with $fault is not taken', ({ changes }) => expect(revisePlanPayload.safeParse({ plan: 'p', reason: 'r', changes }).success).toBe(false))
})
