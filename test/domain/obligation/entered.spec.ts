import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { rowOf } from '../../../domain/obligation/basis.ts'
import { computeSchedule } from '../../../domain/obligation/compute-schedule.ts'
import { nextStep } from '../../../domain/obligation/next-step.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { openingUnder, type RowOpening } from '../../../domain/plan/opening-under.ts'
import { countingOf } from '../../support/counting.ts'
import { kinds, plan } from '../../support/plan.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)
const content = { id: 'report/r1', sha256: 'a'.repeat(64) }

/** What row `id` of the fictional plan makes the Office owe. */
function entered(id: string, trackedFrom = '2021-11-12', session: RowOpening['session'] = null): ObligationEvent {
  const row = plan.rows.find((each) => each.id === id)
  const [followed] = row?.followed ?? []
  const kind = kinds.find(({ code }) => code === followed?.kind)
  if (row === undefined || followed === undefined || kind === undefined) throw new RangeError(`The fictional plan has no row ${id}`)
  const owed = {
    cycle: 'ilo:fp',
    plan,
    row,
    followed,
    kind,
    party: 'office',
    owedBy: 'unit',
    session,
    counting: countingOf(),
    openedOn: plan.opensOn,
    synthetic: false,
  } as const
  return { type: 'ObligationOpened', occurredOn: day('2021-11-12'), data: openingUnder({ ...owed, trackedFrom: day(trackedFrom) }) }
}

const report = (today: string, answer: Readonly<Record<string, string | number>>, id = 'r1') =>
  ({ type: 'SubmitReport', today: day(today), report: id, answer, content, documents: [], grounds: null }) as const

describe('an output of a plan', () => {
  it('is due on the last day of its timing, with a notice before and a reminder after', () =>
    expect(entered('1').data).toMatchObject({
      limits: [{ limit: 'due', dueOn: '2026-12-31', provisional: false, computation: { from: 'timing', by: 'kind', countedFrom: '2026-12-31', counts: [] } }],
      scheduled: [
        { step: 'notice-due', letter: 'notice', on: '2026-10-02' },
        { step: 'reminder-due', letter: 'reminder', on: '2027-01-01' },
      ],
    }))

  it('is discharged by a complete report; the day on which it was done is a fact of its own', () =>
    given(entered('1'))
      .when(report('2026-06-01', { doneOn: '2026-05-20', summary: 'Done' }))
      .then(
        {
          type: 'ReportReceived',
          occurredOn: day('2026-06-01'),
          data: { report: 'r1', values: { doneOn: '2026-05-20' }, missing: [], furtherInformation: false, content, documents: [] },
        },
        { type: 'ObligationPerformed', occurredOn: day('2026-05-20'), data: { report: 'r1' } },
        { type: 'ObligationDischarged', occurredOn: day('2026-06-01'), data: { report: 'r1' } },
      ))

  it('sends an incomplete report back with what is missing', () =>
    given(entered('1'))
      .when(report('2026-06-01', { doneOn: '2026-05-20' }))
      .thenTypes('ReportReceived', 'ObligationPerformed', 'ReportReturned'))

  it('refuses a day that has not come', () =>
    given(entered('1'))
      .when(report('2026-06-01', { doneOn: '2026-06-02', summary: 'Done' }))
      .thenRefused('date-in-future', { field: 'doneOn' }))

  it('tells of its end once, and notes that its day passed', () =>
    given(entered('1'), {
      type: 'LetterFellDue',
      occurredOn: day('2026-10-02'),
      data: { step: 'notice-due', letter: 'notice', setAtVersion: 1, dueOn: day('2026-10-02'), superseded: [] },
    })
      .when({ type: 'TakeStep', today: day('2027-01-01'), step: 'reminder-due', setAtVersion: 1 })
      .then(
        { type: 'DeadlinePassed', occurredOn: day('2026-12-31'), data: { limit: 'due', dueOn: day('2026-12-31'), setAtVersion: 1 } },
        {
          type: 'LetterFellDue',
          occurredOn: day('2027-01-01'),
          data: { step: 'reminder-due', letter: 'reminder', setAtVersion: 1, dueOn: day('2027-01-01'), superseded: [] },
        },
      ))

  it('owes nothing more once its body released it, and cannot be released after its discharge', () => {
    const release = { type: 'Release', today: day('2024-03-14'), reason: 'dropped by revision 1', source: [] } as const
    given(entered('1'))
      .when(release)
      .then({ type: 'ObligationReleased', occurredOn: day('2024-03-14'), data: { reason: 'dropped by revision 1', source: [] } })
    const done: ObligationEvent = { type: 'ObligationDischarged', occurredOn: day('2024-01-01'), data: { report: 'r1' } }
    given(entered('1'), done).when(release).thenRefused('already-discharged')
    expect(
      nextStep(
        replay(obligation, numbered([entered('1'), { type: 'ObligationReleased', occurredOn: day('2024-03-14'), data: { reason: 'x', source: [] } }])),
        day('2027-01-01'),
      ),
    ).toStrictEqual({ kind: 'none' })
  })

  it('takes no questionnaire on submission', () =>
    given(entered('1'))
      .when({ type: 'StateExceptionalCircumstances', today: day('2026-06-01'), grounds: content })
      .thenRefused('wrong-report-for-kind', { kind: 'output' }))
})

describe('an indicator', () => {
  const observed = (report: string, on: string, value: number): readonly ObligationEvent[] => [
    {
      type: 'ReportReceived',
      occurredOn: day(on),
      data: { report, values: { observedOn: on, value }, missing: [], furtherInformation: false, content, documents: [] },
    },
    { type: 'ObligationPerformed', occurredOn: day(on), data: { report } },
  ]

  it('stays open below its target, and ends on reaching it', () => {
    given(entered('3'))
      .when(report('2022-06-20', { observedOn: '2022-06-20', value: 69 }))
      .thenTypes('ReportReceived', 'ObligationPerformed')
    given(entered('3'))
      .when(report('2022-06-20', { observedOn: '2022-06-20', value: 70 }))
      .thenTypes('ReportReceived', 'ObligationPerformed', 'ObligationDischarged')
  })

  it('is observed once a day', () =>
    given(entered('3'), ...observed('r1', '2022-06-20', 61))
      .when(report('2022-06-21', { observedOn: '2022-06-20', value: 62 }, 'r2'))
      .thenRefused('already-observed', { date: '2022-06-20', report: 'r1' }))

  it('may be observed again for a day whose observation was withdrawn', () =>
    given(entered('3'), ...observed('r1', '2022-06-20', 61), { type: 'ReportWithdrawn', occurredOn: day('2022-06-21'), data: { report: 'r1' } })
      .when(report('2022-06-22', { observedOn: '2022-06-20', value: 62 }, 'r2'))
      .thenTypes('ReportReceived', 'ObligationPerformed'))

  it('is not discharged again by an earlier observation below the target when the one that reached it is withdrawn', () =>
    given(entered('3'), ...observed('r1', '2022-06-20', 61), ...observed('r2', '2023-06-20', 70), {
      type: 'ObligationDischarged',
      occurredOn: day('2023-06-20'),
      data: { report: 'r2' },
    })
      .when({ type: 'WithdrawReport', today: day('2023-07-01'), report: 'r2' })
      .thenTypes('ReportWithdrawn', 'ObligationReopened'))

  it('asks for an observation again and again, on the cadence of its plan', () => {
    const first = entered('3')
    const metadata: ObligationEvent = {
      type: 'LetterFellDue',
      occurredOn: day('2022-11-20'),
      data: { step: 'notice-opening', letter: 'notice', setAtVersion: 1, dueOn: day('2022-11-12'), superseded: [] },
    }
    expect(nextStep(replay(obligation, numbered([first])), day('2022-01-01'))).toMatchObject({ step: 'notice-opening', on: '2022-11-12' })
    expect(nextStep(replay(obligation, numbered([first, metadata])), day('2022-11-20'))).toMatchObject({
      step: 'notice-opening',
      on: '2023-11-12',
      setAtVersion: 2,
    })
  })

  it('asks once a year, to the end of the horizon of its plan', () => {
    let events: readonly ObligationEvent[] = [entered('3')]
    for (let year = 2022; year <= 2026; year += 1) {
      const state = replay(obligation, numbered(events))
      const next = nextStep(state, day(`${year}-12-01`))
      expect(next).toMatchObject({ kind: 'step', on: `${year}-11-12`, superseded: [] })
      if (next.kind === 'step')
        events = [...events, ...obligation.decide({ type: 'TakeStep', today: day(`${year}-12-01`), step: next.step, setAtVersion: next.setAtVersion }, state)]
    }
    expect(replay(obligation, numbered(events))).toMatchObject({ scheduled: { length: 5 }, handled: { length: 5 } })
  })

  it('makes up for no day before tracking began: the cadence goes on from there', () =>
    expect(entered('3', '2025-11-22').data).toMatchObject({ scheduled: [{ step: 'notice-opening', on: '2026-11-12' }] }))
})

describe('a report to a session', () => {
  const days = (opens: string, closes: string) =>
    ({ id: 'ilo:gb-349', opens: { date: day(opens), status: 'announced' }, closes: { date: day(closes), status: 'announced' } }) as const

  it('waits without a day for a session that nobody announced', () =>
    expect(entered('4', undefined, { id: 'ilo:gb-349', opens: null, closes: null }).data).toMatchObject({ session: 'ilo:gb-349', limits: [], scheduled: [] }))

  it('counts its own calendar back from the session', () =>
    expect(entered('4', undefined, days('2023-10-30', '2023-11-09')).data).toMatchObject({
      limits: [
        { limit: 'department', dueOn: '2023-07-02', provisional: true },
        { limit: 'published', dueOn: '2023-09-30', provisional: true },
        { limit: 'discussed', dueOn: '2023-11-09', provisional: true },
      ],
    }))

  it('may still move after its session closed only where its day is known to the month alone', () => {
    const closed = { ...days('2023-10-30', '2023-11-09'), closed: true }
    expect(entered('4', undefined, closed).data).toMatchObject({ limits: [{ provisional: false }, { provisional: false }, { provisional: false }] })
    const ofMonth = { ...closed, opens: { date: day('2023-10-01'), status: 'month-only' } } as const
    expect(entered('4', undefined, ofMonth).data).toMatchObject({ limits: [{ provisional: true }, { provisional: true }, { provisional: false }] })
  })

  it('moves with its session, once, and what is the same day again is no news', () => {
    const before = entered('4', undefined, days('2023-10-30', '2023-11-09'))
    const state = replay(obligation, numbered([before]))
    if (state.status === 'unknown') throw new TypeError('not opened')
    const move = (opens: string, closes: string) =>
      ({
        type: 'MoveLimits',
        today: day('2023-06-01'),
        session: 'ilo:gb-349',
        reason: 'the session was moved',
        source: [],
        ...computeSchedule({ ...state, provision: null, timing: rowOf(state)?.timing ?? null, session: days(opens, closes), counting: countingOf() }),
      }) as const
    given(before).when(move('2023-11-13', '2023-11-23')).thenTypes('LimitsMoved')
    given(before).when(move('2023-10-30', '2023-11-09')).thenNothing()
    const moved = obligation.decide(move('2023-11-13', '2023-11-23'), state)
    const after = replay(obligation, numbered([before, ...moved]))
    expect(after).toMatchObject({ limits: [{ dueOn: '2023-07-16' }, { dueOn: '2023-10-14' }, { dueOn: '2023-11-23' }], moved: ['the session was moved'] })
    expect(nextStep(after, day('2023-06-01'))).toMatchObject({ step: 'notice-department', on: '2023-06-16', setAtVersion: 2 })
  })
})
