import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import type { PaperPrepared, RowRecorded } from '../../../domain/plan/events.ts'
import { plan as decider, type PlanEvent, planSummary } from '../../../domain/plan/plan.ts'
import { plan as declared, row } from '../../support/plan.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(decider)
const id = 'ilo:fp'
const today = day('2024-04-01')
const { code: _, rows: __, ...kept } = declared
const opening = { ...kept, trackedFrom: day('2021-11-12'), synthetic: false }
const asked = (code: string, ...obligations: readonly string[]): RowRecorded => {
  const { followed: ___, ...own } = row(code, [])
  return { ...own, obligations: [...obligations] }
}
const recorded = (data: RowRecorded): PlanEvent => ({ type: 'RowRecorded', occurredOn: today, data })
const opened: PlanEvent = { type: 'PlanOpened', occurredOn: today, data: opening }
const why = { reason: 'The resources are others', source: [{ title: 'Decision' }] }
const closed: PlanEvent = { type: 'PlanClosed', occurredOn: today, data: why }
const change = { row: '1', change: 'timing', from: '2021', to: '2027' } as const
const paper: PaperPrepared = {
  ...{ session: 'ilo:gb-350', dueOn: day('2024-02-01') },
  papers: [{ language: 'en', format: 'html', id: 'paper/1', sha256: 'a'.repeat(64) }],
}
const horizon: PlanEvent = { type: 'HorizonPassed', occurredOn: day('2026-12-31'), data: { until: day('2026-12-31') } }

describe('a plan', () => {
  it('is opened with each of its rows, once', () => {
    const open = { type: 'OpenPlan', today, plan: id, opening, rows: [asked('1', 'a'), asked('2')] } as const
    given()
      .when(open)
      .then(opened, recorded(asked('1', 'a')), recorded(asked('2')))
    given(opened).when(open).thenRefused('already-opened', { cycle: id })
  })

  it('is revised, and counts its revisions', () => {
    const revise = { type: 'RevisePlan', today, plan: id, ...why, changes: [change], rows: [asked('1', 'a', 'b')] } as const
    const first: PlanEvent = { type: 'PlanRevised', occurredOn: today, data: { revision: 1, changes: [change], ...why } }
    given(opened)
      .when(revise)
      .then(first, recorded(asked('1', 'a', 'b')))
    expect(decider.decide(revise, replay(decider, numbered([opened, first])))[0]?.data).toMatchObject({ revision: 2 })
    given(opened)
      .when({ ...revise, changes: [], rows: [] })
      .thenRefused('nothing-revised', { plan: id })
  })

  it('records a row that asks more once, with what it asked before', () =>
    given(opened, recorded(asked('1', 'a')))
      .when({ type: 'EnterRows', today, plan: id, rows: [asked('1', 'b'), asked('8', 'c'), asked('1', 'd')] })
      .then(recorded(asked('1', 'a', 'b', 'd')), recorded(asked('8', 'c'))))

  it('is closed, and nothing of it is added, revised or closed any more', () => {
    const close = { type: 'ClosePlan', today, plan: id, ...why } as const
    given(opened).when(close).then(closed)
    for (const command of [
      close,
      { type: 'EnterRows', today, plan: id, rows: [asked('8')] },
      { type: 'RevisePlan', today, plan: id, ...why, changes: [change], rows: [] },
    ] as const) {
      given(opened, closed).when(command).thenRefused('plan-closed', { plan: id })
      given().when(command).thenRefused('unknown-plan', { plan: id })
    }
  })

  it('notes once, on the day after, that its horizon has passed', () => {
    given(opened)
      .when({ type: 'PassHorizon', today: day('2027-01-01') })
      .then(horizon)
    given(opened)
      .when({ type: 'PassHorizon', today: day('2026-12-31') })
      .thenNothing()
    given(opened, horizon)
      .when({ type: 'PassHorizon', today: day('2027-01-01') })
      .thenNothing()
    given()
      .when({ type: 'PassHorizon', today: day('2027-01-01') })
      .thenNothing()
  })

  it('has the paper for a session and a day once, from that day on, while it is open', () => {
    const prepare = { type: 'PreparePaper', today, paper } as const
    const ready: PlanEvent = { type: 'PaperPrepared', occurredOn: day('2024-02-01'), data: paper }
    given(opened).when(prepare).then(ready)
    given(opened, ready).when(prepare).thenNothing()
    given(opened)
      .when({ ...prepare, today: day('2024-01-31') })
      .thenNothing()
    given(opened, closed).when(prepare).thenNothing()
  })
})

describe('the rows of a plan', () => {
  const again = { ...asked('1', 'a', 'b'), note: 'revised' }
  const events = numbered([opened, recorded(asked('1', 'a')), recorded(asked('2', 'c')), recorded(again)])

  it('keep the order of the first record, and are known as last recorded', () =>
    expect(replay(decider, events)).toMatchObject({ rows: [again, asked('2', 'c')] }))

  it('are known in lists by their ids alone', () =>
    expect(replay(planSummary, events)).toMatchObject({
      rows: [
        { id: '1', obligations: ['a', 'b'] },
        { id: '2', obligations: ['c'] },
      ],
    }))
})
