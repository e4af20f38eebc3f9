import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { dropsFrom, nextListStep } from '../../../domain/yearly-list/next-list-step.ts'
import { type YearlyListEvent, yearlyList } from '../../../domain/yearly-list/yearly-list.ts'
import { numbered, specFor } from '../../support/spec-for.ts'
import { supervisionRules as rules } from '../../support/supervision-rules.ts'

const { prepared: preparedDay, refreshed: refreshedDay, title } = rules.list
const yearly = ({ month, day: dayOfMonth }: { readonly month: number; readonly day: number }) => ({ month, day: dayOfMonth })
const opened = (trackedFrom: string): YearlyListEvent => ({
  type: 'YearlyListOpened',
  occurredOn: day(trackedFrom),
  data: {
    ...{ organization: 'ilo', title, prepared: yearly(preparedDay), refreshed: yearly(refreshedDay) },
    ...{ trackedFrom: day(trackedFrom), synthetic: false },
  },
})
const applied = rules.criteria.flatMap(({ code, computed, source }) =>
  computed === null ? [] : [{ code, sessions: computed.sessions, source: [...source] }],
)[0]
if (applied === undefined) throw new TypeError('The rules have no criterion that is computed')
const criterion = applied
const prepared = (on: string, year: number, counted: Record<string, string[]>): YearlyListEvent => ({
  type: 'ListPrepared',
  occurredOn: day(on),
  data: { year, criterion, members: Object.keys(counted), counted },
})
const refreshed = (on: string, year: number, counted: Record<string, string[]>, dropped: readonly [string, 'submitted' | 'left'][] = []): YearlyListEvent => ({
  type: 'ListRefreshed',
  occurredOn: day(on),
  data: { year, criterion, members: Object.keys(counted), counted, dropped: dropped.map(([member, reason]) => ({ member, reason })) },
})
const failing = (...members: readonly string[]) => members.map((member) => ({ member, counted: ['ilo:ilc-99'] }))
const counted = (...members: readonly string[]) => Object.fromEntries(members.map((member) => [member, ['ilo:ilc-99']]))

const given = specFor(yearlyList)
const opening = { type: 'OpenYearlyList', today: day('2026-11-22'), organization: 'ilo', trackedFrom: day('2026-11-22'), synthetic: false } as const

describe('a yearly list', () => {
  it('is opened with the two days of each year that the rules give', () =>
    given()
      .when({ ...opening, rules })
      .then(opened('2026-11-22')))

  it('is opened once', () =>
    given(opened('2026-11-22'))
      .when({ ...opening, rules })
      .thenRefused('already-opened', { organization: 'ilo' }))

  it('is not opened where no criterion can be computed', () => {
    given()
      .when({ ...opening, rules: null })
      .thenRefused('rule-not-known')
    given()
      .when({ ...opening, rules: { ...rules, criteria: rules.criteria.map((each) => ({ ...each, computed: null })) } })
      .thenRefused('rule-not-known')
  })

  it('is prepared on its day, with the criterion as applied', () =>
    given(opened('2026-11-22'))
      .when({ type: 'PrepareList', today: day('2026-12-12'), on: day('2026-12-10'), rules, failing: failing('DEU', 'FRA') })
      .then(prepared('2026-12-10', 2027, counted('DEU', 'FRA'))))

  it('is refreshed without those who submitted, those who left, and those who came to fail since', () =>
    given(opened('2026-11-22'), prepared('2026-12-10', 2027, counted('CHE', 'DEU', 'FRA')))
      .when({
        ...{ type: 'RefreshList', today: day('2027-05-31'), on: day('2027-05-31'), rules },
        ...{ failing: failing('CHE', 'FRA', 'TON'), members: ['DEU', 'FRA', 'TON'] },
      })
      .then(
        refreshed('2027-05-31', 2027, counted('FRA'), [
          ['CHE', 'left'],
          ['DEU', 'submitted'],
        ]),
      ))

  it('is quiet before its day, on a second run, and where it was never opened', () => {
    const due = { type: 'PrepareList', on: day('2026-12-10'), rules, failing: failing('FRA') } as const
    given(opened('2026-11-22'))
      .when({ ...due, today: day('2026-12-09') })
      .thenNothing()
    given(opened('2026-11-22'), prepared('2026-12-10', 2027, counted('FRA')))
      .when({ ...due, today: day('2026-12-10') })
      .thenNothing()
    given()
      .when({ ...due, today: day('2026-12-10') })
      .thenNothing()
  })
})

function nextOf(...events: readonly YearlyListEvent[]) {
  const state = replay(yearlyList, numbered(events))
  if (state.status === 'unknown') throw new TypeError('The list was opened')
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
    const list = prepared('2026-12-10', 2027, counted('DEU', 'FRA'))
    expect(nextOf(opened('2026-11-22'), list)).toStrictEqual({ step: 'refresh-list', on: '2027-05-31', year: 2027, from: ['DEU', 'FRA'] })
    expect(nextOf(opened('2026-11-22'), list, refreshed('2027-05-31', 2027, counted('DEU')))).toStrictEqual({
      step: 'prepare-list',
      on: '2027-12-10',
      year: 2028,
    })
  })

  it('keeps who still fails, drops who submitted and who left, and takes nobody on', () =>
    expect(dropsFrom(['CHE', 'DEU', 'FRA'], ['FRA', 'CHE', 'TON'], (member) => member !== 'CHE')).toStrictEqual({
      members: ['FRA'],
      dropped: [
        { member: 'CHE', reason: 'left' },
        { member: 'DEU', reason: 'submitted' },
      ],
    }))
})
