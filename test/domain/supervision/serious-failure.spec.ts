import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, Obligation } from '../../../domain/obligation/state.ts'
import type { ComputedCriterion } from '../../../domain/rulebook/supervision.ts'
import { seriousFailureOn, type TrackedInstrument } from '../../../domain/supervision/serious-failure.ts'
import type { Comment, Supervision } from '../../../domain/supervision/state.ts'
import { opened, reported } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'
import { adoptingSessions } from '../../support/supervision-rules.ts'

const seven: ComputedCriterion = { obligation: 'submission', sessions: 7, sessionCounts: 'any-instrument', sessionCountsStatus: 'unconfirmed' }
const unsaid: Supervision = { status: 'unknown' }

type Given = { readonly submitted?: string; readonly receivedOn?: string; readonly trackedFrom?: string; readonly withdrawn?: boolean }

/** What France owes for an instrument, followed from the closing on unless said otherwise. */
function owed(instrument: string, closed: string, { submitted, receivedOn = submitted, trackedFrom = closed, withdrawn = false }: Given): KnownObligation {
  const closing = { session: 'any', date: day(closed), status: 'confirmed' } as const
  const events = [
    opened({ instrument, closing, adoptedOn: day(closed), trackedFrom: day(trackedFrom) }),
    ...(submitted === undefined ? [] : reported.complete('1', receivedOn ?? submitted, submitted)),
    ...(withdrawn ? [reported.withdrawn('1', '2026-01-01'), reported.reopened('1', '2026-01-01')] : []),
  ]
  const state: Obligation = replay(obligation, numbered(events))
  if (state.status === 'unknown') throw new TypeError('an instrument was opened')
  return state
}

type Sessions = Readonly<Record<string, Given | 'unfollowed' | 'no-member'>>

/** The eight sessions and all they adopted: outstanding unless something else is given of an instrument. */
const tracked = (given: Sessions = {}): readonly TrackedInstrument[] =>
  adoptingSessions.flatMap(({ number, closed, instruments }) =>
    instruments.map((instrument): TrackedInstrument => {
      const what = given[instrument] ?? {}
      const unfollowed = what === 'unfollowed'
      const obligation = typeof what === 'string' ? null : owed(instrument, closed, what)
      return { instrument, session: number, adoptedOn: day(closed), wasMember: what !== 'no-member', followed: !unfollowed, obligation }
    }),
  )

const on = (date: string, given: Sessions = {}, criterion = seven, said: Supervision = unsaid) => seriousFailureOn(criterion, tracked(given), said, day(date))
const statusOf = (date: string, session: string, given: Sessions = {}, criterion = seven, said: Supervision = unsaid) =>
  on(date, given, criterion, said).sessions.find((each) => each.session === session)?.status

describe('a serious failure to submit', () => {
  // The limits of the 108th Session are over after 20 December 2020: the seventh that adopted instruments.
  it.each([
    { date: '2020-12-20', counted: 6, serious: false },
    { date: '2020-12-21', counted: 7, serious: true },
    { date: '2024-12-15', counted: 7, serious: true },
    { date: '2024-12-16', counted: 8, serious: true },
  ])('on $date: $counted sessions', ({ date, counted, serious }) => {
    const failure = on(date)
    expect([failure.counted.length, failure.serious, failure.threshold]).toStrictEqual([counted, serious, 7])
  })

  it('counts sessions that adopted instruments, and no other', () =>
    expect(on('2020-12-21').counted).toStrictEqual(['99', '100', '101', '103', '104', '106', '108']))

  it('is cleared by a submission, however late, on the day on which its report is known', () => {
    const late = { R202: { submitted: '2021-03-01', receivedOn: '2021-04-15' } }
    expect(on('2021-04-14', late).serious).toBe(true)
    expect(on('2021-04-15', late)).toMatchObject({ serious: false, counted: ['99', '100', '103', '104', '106', '108'] })
    expect(statusOf('2021-04-15', '101', late)).toBe('submitted')
  })

  it('stands again when the report is withdrawn', () => expect(on('2021-04-15', { R202: { submitted: '2021-03-01', withdrawn: true } }).serious).toBe(true))

  it('never counts an instrument that no cycle follows', () => {
    expect(on('2020-12-21', { R202: 'unfollowed' })).toMatchObject({ serious: false, counted: ['99', '100', '103', '104', '106', '108'] })
    expect(statusOf('2020-12-21', '101', { R202: 'unfollowed' })).toBe('unknown')
    expect(statusOf('2020-12-21', '100', { C189: { submitted: '2012-01-01' }, R201: 'unfollowed' })).toBe('unknown')
    expect(statusOf('2020-12-21', '100', { C189: 'unfollowed' })).toBe('failed')
  })

  it('never counts what was adopted before the State was a Member', () => {
    expect(on('2020-12-21', { R200: 'no-member' })).toMatchObject({ serious: false })
    expect(statusOf('2020-12-21', '99', { R200: 'no-member' })).toBe('not-owed')
    expect(statusOf('2020-12-21', '100', { C189: 'no-member', R201: { submitted: '2012-01-01' } })).toBe('submitted')
  })

  it('leaves out what had not been adopted by then', () => expect(on('2012-06-13').sessions.map(({ session }) => session)).toStrictEqual(['99', '100']))

  it('names each instrument with its last day and the day on which it was submitted', () =>
    expect(on('2013-01-01', { C189: { submitted: '2012-03-01' } }).sessions[1]).toStrictEqual({
      session: '100',
      status: 'failed',
      instruments: [
        { instrument: 'C189', status: 'submitted', lastDay: '2012-12-16', submittedOn: '2012-03-01' },
        { instrument: 'R201', status: 'failed', lastDay: '2012-12-16', submittedOn: null },
      ],
    }))

  it('counts a session with one instrument outstanding, or only with all: the rule says which', () => {
    const half = { C189: { submitted: '2012-03-01' } }
    expect(statusOf('2020-12-21', '100', half)).toBe('failed')
    expect(statusOf('2020-12-21', '100', half, { ...seven, sessionCounts: 'all-instruments' })).toBe('partly')
    expect(statusOf('2020-12-21', '100', {}, { ...seven, sessionCounts: 'all-instruments' })).toBe('failed')
  })
})

describe('an instrument that was followed only once its limits were over', () => {
  const since = { R202: { trackedFrom: '2026-11-22' } }
  const comment = (date: string, instruments: readonly string[] = ['R202']): Comment => ({
    ...{
      reference: date,
      kind: 'direct-request',
      body: 'experts',
      on: day(date),
      session: null,
      reportYear: 2023,
      instruments,
      paragraph: null,
      repliedOn: null,
    },
  })
  const said = (comments: readonly Comment[], clearedOn: string | null = null): Supervision => ({
    ...{ status: 'supervised', organization: 'ilo', member: 'FRA', facts: [], comments, listings: [] },
    clearings: clearedOn === null ? [] : [{ body: 'experts', on: day(clearedOn), instruments: [], paragraph: null }],
  })

  it('is unknown: nobody asked while it could be answered', () => {
    expect(statusOf('2026-11-22', '101', since)).toBe('unknown')
    expect(statusOf('2026-11-22', '101', { R202: { trackedFrom: '2013-12-13' } })).toBe('failed')
    expect(statusOf('2026-11-22', '101', { R202: { trackedFrom: '2013-12-14' } })).toBe('unknown')
  })

  it('is outstanding where a body named it since in a comment that nobody cleared', () => {
    expect(statusOf('2026-11-22', '101', since, seven, said([comment('2023-02-10')]))).toBe('failed')
    expect(statusOf('2023-02-09', '101', since, seven, said([comment('2023-02-10')]))).toBe('unknown')
    expect(statusOf('2026-11-22', '101', since, seven, said([comment('2023-02-10', ['R204'])]))).toBe('unknown')
    expect(statusOf('2026-11-22', '101', since, seven, said([comment('2013-12-13')]))).toBe('unknown')
    expect(statusOf('2026-11-22', '101', since, seven, said([comment('2023-02-10')], '2024-02-09'))).toBe('unknown')
  })
})

describe('however much is submitted', () => {
  const codes = adoptingSessions.flatMap(({ instruments }) => [...instruments])
  const anySubmissions = fc.dictionary(fc.constantFrom(...codes), fc.integer({ min: 0, max: 6_000 }))
  const givenBy = (submissions: Readonly<Record<string, number>>): Sessions =>
    Object.fromEntries(Object.entries(submissions).map(([code, after]) => [code, { submitted: plusDays(day('2023-07-01'), after - 4_000) }]))
  const anyDay = fc.integer({ min: 0, max: 7_000 }).map((offset) => plusDays(day('2010-01-01'), offset))

  it('one submission more never makes more sessions count, on any day', () =>
    fc.assert(
      fc.property(anySubmissions, fc.constantFrom(...codes), anyDay, (submissions, code, metadata) => {
        const before = seriousFailureOn(seven, tracked(givenBy(submissions)), unsaid, metadata).counted.length
        const after = seriousFailureOn(seven, tracked({ ...givenBy(submissions), [code]: { submitted: '2010-01-01' } }), unsaid, metadata).counted.length
        expect(after).toBeLessThanOrEqual(before)
      }),
      { numRuns: 60 },
    ))

  it('with nothing submitted, no session stops counting as days go by', () =>
    fc.assert(
      fc.property(anyDay, anyDay, (a, b) => {
        const [first, second] = a <= b ? [a, b] : [b, a]
        const [before, after] = [on(first).counted, on(second).counted]
        expect(before.every((session) => after.includes(session))).toBe(true)
      }),
      { numRuns: 60 },
    ))
})
