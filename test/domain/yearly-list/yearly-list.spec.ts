import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type Cycle, type CycleEvent, cycle } from '../../../domain/cycle/cycle.ts'
import { replay } from '../../../domain/decider.ts'
import { nextListStep, refreshed } from '../../../domain/yearly-list/yearly-list.ts'
import { numbered } from '../../support/spec-for.ts'

const opened = (trackedFrom: string): CycleEvent => ({
  type: 'SupervisionOpened',
  occurredOn: day(trackedFrom),
  data: {
    organization: 'ilo',
    title: { en: 'List', fr: 'List', es: 'List', ar: 'List' },
    prepared: { month: 12, day: 10 },
    refreshed: { month: 5, day: 31 },
    trackedFrom: day(trackedFrom),
    synthetic: false,
  },
})
const rests = { criterion: { code: '5', sessions: 7, source: [] }, counted: {} }
const prepared = (on: string, year: number, members: string[]): CycleEvent => ({ type: 'ListPrepared', occurredOn: day(on), data: { year, members, ...rests } })
const wasRefreshed = (on: string, year: number, members: string[]): CycleEvent => ({
  type: 'ListRefreshed',
  occurredOn: day(on),
  data: { year, members, dropped: [], ...rests },
})

function nextOf(...events: readonly CycleEvent[]) {
  const state: Cycle = replay(cycle, numbered(events))
  if (state.status === 'unknown' || state.family !== 'supervision') throw new TypeError('supervision was opened')
  return nextListStep(state)
}

describe('the list of a year', () => {
  it.each([
    { from: '2026-11-22', on: '2026-12-10', year: 2027 },
    { from: '2026-12-10', on: '2026-12-10', year: 2027 },
    { from: '2026-12-11', on: '2027-12-10', year: 2028 },
    { from: '2027-03-01', on: '2027-12-10', year: 2028 },
  ])('is first prepared on or after $from: on $on, for $year', ({ from, on, year }) =>
    expect(nextOf(opened(from))).toStrictEqual({ step: 'prepare-list', on, year }),
  )

  it('is refreshed before the next one is prepared, from those who were on it', () => {
    const list = prepared('2026-12-10', 2027, ['DEU', 'FRA'])
    expect(nextOf(opened('2026-11-22'), list)).toStrictEqual({ step: 'refresh-list', on: '2027-05-31', year: 2027, from: ['DEU', 'FRA'] })
    expect(nextOf(opened('2026-11-22'), list, wasRefreshed('2027-05-31', 2027, ['DEU']))).toStrictEqual({ step: 'prepare-list', on: '2027-12-10', year: 2028 })
  })

  it('keeps who still fails, drops who submitted and who left, and takes nobody on', () =>
    expect(refreshed(['CHE', 'DEU', 'FRA'], ['FRA', 'CHE', 'TON'], (member) => member !== 'CHE')).toStrictEqual({
      members: ['FRA'],
      dropped: [
        { member: 'CHE', reason: 'left' },
        { member: 'DEU', reason: 'submitted' },
      ],
    }))
})
