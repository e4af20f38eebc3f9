import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { Obligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import type { RowRecorded } from '../../../domain/plan/events.ts'
import { type Ground, obligationsOf } from '../../../domain/plan/obligations-of.ts'
import { type KnownPlan, plan as planDecider } from '../../../domain/plan/plan.ts'
import { type ObligationStatus, type RevisedRow, revise } from '../../../domain/plan/revise.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { countingOf } from '../../support/counting.ts'
import { followed, kinds, plan, row } from '../../support/plan.ts'
import { numbered, refusal } from '../../support/spec-for.ts'

const ground: Ground = {
  ...{ cycle: 'ilo:fp', plan, members: ['CHE', 'FRA'], units: ['office'], openedOn: day('2024-04-01'), trackedFrom: day('2024-04-01'), synthetic: false },
  counting: countingOf(),
  kindOf: (code) => kinds.find((kind) => kind.code === code) ?? refuse(code),
  sessionOf: (id) => ({ id, opens: null, closes: null }),
}
const refuse = (code: string): never => {
  throw new Refusal('unknown-kind', code)
}

/** The plan open with its rows, some of its obligations discharged. */
function status(done: readonly string[] = [], status: KnownPlan['status'] = 'open'): ObligationStatus {
  const { code: _, rows: __, ...opened } = plan
  const data = { ...opened, trackedFrom: day('2021-11-12'), synthetic: false }
  const state = replay(planDecider, numbered([{ type: 'PlanOpened' as const, occurredOn: day('2021-11-12'), data }]))
  if (state.status === 'unknown') throw new TypeError('no plan')
  const owed = plan.rows.flatMap((each) => obligationsOf(each, ground))
  const rows = plan.rows.map(
    ({ followed: asks, ...kept }): RowRecorded => ({ ...kept, obligations: obligationsOf({ ...kept, followed: asks }, ground).map(({ id }) => id) }),
  )
  const events = (id: string, opening: (typeof owed)[number]['opening']): readonly ObligationEvent[] => [
    { type: 'ObligationOpened', occurredOn: day('2021-11-12'), data: opening },
    ...(done.includes(id) ? [{ type: 'ObligationDischarged', occurredOn: day('2022-01-01'), data: { report: 'r' } } as const] : []),
  ]
  return {
    id: 'ilo:fp',
    plan: { ...state, status, rows },
    obligations: new Map(owed.map(({ id, opening }): [string, Obligation] => [id, replay(obligation, numbered(events(id, opening)))])),
  }
}

const revised = (changes: readonly RevisedRow[], at = status()) => revise({ reason: 'why', source: [], changes }, at, ground)
const yearly = (from: number, to: number): RevisedRow => ({
  change: 'timing',
  row: '2',
  timing: { printed: `${from}-${to}`, parsed: { shape: 'every-year', from, to }, reversed: false, status: 'confirmed' },
})
const event = (year: number) => `ilo:fp-2:event:office:${year}`
const range = (from: number, to: number) => Array.from({ length: to - from + 1 }, (_, index) => from + index)

describe('the years of a row that is revised', () => {
  const year = fc.integer({ min: 2015, max: 2035 })
  it('are after it just those that it asks for, beside what was done', () =>
    fc.assert(
      fc.property(year, fc.nat(10), fc.subarray(range(2021, 2026)), (from, more, doneIn) => {
        fc.pre(from !== 2021 || from + more !== 2026)
        const { released, entered, untouched, moved } = revised([yearly(from, from + more)], status(doneIn.map(event)))
        const metadata = range(from, from + more)
        expect(moved).toStrictEqual([])
        expect(released.map(({ id }) => id)).toStrictEqual(
          range(2021, 2026)
            .filter((each) => !metadata.includes(each) && !doneIn.includes(each))
            .map(event),
        )
        expect(entered.map(({ id }) => id)).toStrictEqual(metadata.filter((each) => each < 2021 || each > 2026).map(event))
        expect(untouched.filter(({ status }) => status === 'discharged').map(({ id }) => id)).toStrictEqual(doneIn.map(event))
      }),
    ))

  it('may become one thing to be done once, and one thing done every year', () => {
    const once = { printed: '2026', parsed: { shape: 'year', year: 2026 }, reversed: false, status: 'confirmed' } as const
    expect(revised([{ change: 'timing', row: '2', timing: once }])).toMatchObject({
      entered: [{ id: 'ilo:fp-2:event:office' }],
      released: range(2021, 2026).map((each) => ({ id: event(each) })),
    })
    const every = { ...yearly(2024, 2025), row: '1' } as RevisedRow
    expect(revised([every])).toMatchObject({
      released: [{ id: 'ilo:fp-1:output:office' }],
      entered: [{ id: 'ilo:fp-1:output:office:2024' }, { id: 'ilo:fp-1:output:office:2025' }],
    })
  })
})

describe('a revision', () => {
  const day27 = { printed: '31 December 2027', parsed: { shape: 'by', date: day('2027-12-31') }, reversed: false, status: 'confirmed' } as const

  it('moves what has the timing of its row, in its kind’s days and letters', () =>
    expect(revised([{ change: 'timing', row: '3', timing: day27 }])).toMatchObject({
      revision: 1,
      moved: [{ id: 'ilo:fp-3:indicator:office', from: [{ dueOn: '2026-12-31' }], to: [{ limit: 'target', dueOn: '2027-12-31' }], session: null }],
      rows: [{ id: '3', timing: day27, obligations: ['ilo:fp-3:indicator:office'] }],
    }))

  it('leaves alone what has a timing of its own, what ended, and rows that it does not name', () => {
    const at = status(['ilo:fp-1:output:office'])
    expect(revised([{ change: 'timing', row: '1', timing: day27 }], at)).toMatchObject({
      moved: [],
      untouched: [{ id: 'ilo:fp-1:output:office', status: 'discharged' }],
    })
    const rows = at.plan.rows.map((each) => (each.id === '3' ? { ...each, timing: { ...day27, printed: 'another' } } : each))
    expect(revised([{ change: 'timing', row: '3', timing: day27 }], { ...at, plan: { ...at.plan, rows } })).toMatchObject({
      moved: [],
      untouched: [{ id: 'ilo:fp-3:indicator:office', status: 'open' }],
    })
  })

  it('takes the days away where the timing has none, and says so', () =>
    expect(revised([{ change: 'timing', row: '1', timing: { printed: '-', parsed: { shape: 'none' }, reversed: false, status: 'confirmed' } }])).toMatchObject({
      moved: [{ to: [], scheduled: [] }],
      changes: [{ from: 'as printed', to: '-' }],
    }))

  it('says a timing that nobody printed in words of its own', () =>
    expect(
      revised([
        { change: 'timing', row: '1', timing: { printed: null, parsed: { shape: 'years', from: 2024, to: 2027 }, reversed: false, status: 'confirmed' } },
      ]).changes,
    ).toMatchObject([{ to: 'years 2024-2027' }]))

  it('enters what an added row asks, and lists the row with it', () =>
    expect(revised([{ change: 'added', row: row('7', [followed('invitation', { shape: 'none' }, { party: 'members' })]) }])).toMatchObject({
      entered: [{ id: 'ilo:fp-7:invitation:CHE' }, { id: 'ilo:fp-7:invitation:FRA' }],
      rows: [{ id: '7', obligations: ['ilo:fp-7:invitation:CHE', 'ilo:fp-7:invitation:FRA'] }],
    }))

  it('changes nothing where the rows are like this already', () =>
    expect(revised([{ ...yearly(2021, 2026), timing: plan.rows[1]?.timing ?? day27 } as RevisedRow])).toMatchObject({ changes: [], rows: [] }))

  it('is refused of a closed plan, of a row that is not there, and of one that is there already', () => {
    expect(() => revised([{ change: 'dropped', row: '1' }], status([], 'closed'))).toThrow(refusal('plan-closed'))
    expect(() => revised([{ change: 'dropped', row: '9' }])).toThrow(refusal('unknown-row', { row: '9' }))
    expect(() => revised([{ change: 'added', row: row('1', []) }])).toThrow(refusal('output-claimed-twice'))
  })
})
