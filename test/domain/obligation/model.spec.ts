import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { replay, type Versioned } from '../../../domain/decider.ts'
import { readEvent } from '../../../domain/events.ts'
import { letterKinds } from '../../../domain/letter/events.ts'
import type { ObligationCommand } from '../../../domain/obligation/commands.ts'
import { nextStep } from '../../../domain/obligation/next-step.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, Obligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { complete, encryptedAs, movedTo, opening, submit } from '../../support/r202.ts'

const start = day('2012-06-14')
const reports = ['r1', 'r2', 'r3', 'r4'] as const

/** What is asked, given the day and the obligation: steps as the workflow would take them, and at random. */
type Ask = (today: CalendarDate, state: Obligation, count: number) => ObligationCommand
const named = fc.option(fc.constantFrom(...reports), { nil: undefined }).map((report) => (report === undefined ? {} : { report }))
const step: fc.Arbitrary<Ask> = fc.constant((today, state) => {
  const next = nextStep(state, today)
  const { step: kind, setAtVersion } = next.kind === 'none' ? { step: 'reminder18' as const, setAtVersion: 1 } : next
  return { type: 'TakeStep', today, step: kind, setAtVersion }
})
const ask: fc.Arbitrary<Ask> = fc.oneof(
  { weight: 5, arbitrary: step },
  {
    weight: 1,
    arbitrary: fc.tuple(fc.constantFrom(...letterKinds), fc.integer({ min: 1, max: 12 })).map(
      ([kind, setAtVersion]): Ask =>
        (today) => ({ type: 'TakeStep', today, step: kind, setAtVersion }),
    ),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 0, max: 80 }).map(
      (late): Ask =>
        (today) =>
          movedTo(plusDays(start, late), today),
    ),
  },
  { weight: 1, arbitrary: fc.constant<Ask>((today) => ({ type: 'StateExceptionalCircumstances', today, grounds: encryptedAs('g') })) },
  {
    weight: 2,
    arbitrary: fc.constantFrom(complete(start), { ...complete(start), submitted: 'no' as const }, {}).map(
      (answer): Ask =>
        (today, _, count) =>
          submit(reports[count] ?? `more-${count}`, today, answer),
    ),
  },
  {
    weight: 1,
    arbitrary: named.map(
      (report): Ask =>
        (today) => ({ type: 'ReturnReport', today, missing: [], due: null, ...report }),
    ),
  },
  {
    weight: 1,
    arbitrary: named.map(
      (report): Ask =>
        (today) => ({ type: 'AcceptReport', today, ...report }),
    ),
  },
  {
    weight: 1,
    arbitrary: named.map(
      (report): Ask =>
        (today) => ({ type: 'WithdrawReport', today, ...report }),
    ),
  },
  {
    weight: 1,
    arbitrary: named.map(
      (report): Ask =>
        (today) => ({ type: 'AcknowledgeReport', today, ...report }),
    ),
  },
)
const history = fc.array(fc.record({ after: fc.oneof(fc.nat(3), fc.nat(250)), ask }), { minLength: 10, maxLength: 40 })
const tracked = fc.oneof({ weight: 3, arbitrary: fc.constant(start) }, { weight: 1, arbitrary: fc.nat(600).map((days) => plusDays(start, days)) })

type Played = {
  readonly events: readonly Versioned<ObligationEvent>[]
  readonly states: readonly KnownObligation[]
  readonly days: readonly CalendarDate[]
  readonly ends: readonly KnownObligation[]
}

/** Plays a history; every event with its day and the state after it, and the states in which decisions ended. */
function play(metadata: readonly { readonly after: number; readonly ask: Ask }[], trackedFrom: CalendarDate): Played {
  const events: Versioned<ObligationEvent>[] = []
  const states: KnownObligation[] = []
  const days: CalendarDate[] = []
  const ends: KnownObligation[] = []
  let state: Obligation = obligation.initial
  let today = start
  const give = (command: ObligationCommand) => {
    try {
      for (const event of obligation.decide(command, state)) {
        const versioned = { ...event, version: events.length + 1 }
        events.push(versioned)
        state = obligation.evolve(state, versioned)
        if (state.status === 'unknown') throw new TypeError('The obligation is not open')
        states.push(state)
        days.push(today)
      }
      if (state.status !== 'unknown') ends.push(state)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
    }
  }
  give({ type: 'OpenObligation', today, opening: opening({ trackedFrom, closing: { session: 'ilo:ilc-101', date: start, status: 'inferred' } }) })
  for (const { after, ask: next } of metadata) {
    today = plusDays(today, after)
    const count = state.status === 'unknown' ? 0 : state.reports.length
    give(next(today, state, count))
  }
  return { events, states, days, ends }
}

const holds = (check: (played: Played, trackedFrom: CalendarDate) => void) =>
  fc.assert(
    fc.property(history, tracked, (metadata, trackedFrom) => check(play(metadata, trackedFrom), trackedFrom)),
    { numRuns: 300 },
  )

/** Steps told, spared or superseded, each with the deadline that it was for. */
const settledBy = ({ events, states }: Played) =>
  events.flatMap((event, index) => {
    if (event.type !== 'LetterFellDue' && event.type !== 'LetterSuppressed') return []
    const before = states[index - 1]
    const superseded = event.type === 'LetterFellDue' ? event.data.superseded : []
    const others = before?.scheduled.filter((scheduled) => superseded.includes(scheduled.letter)) ?? []
    return [event.data, ...others].map(({ step: kind, setAtVersion }) => `${kind}/${setAtVersion}`)
  })

describe('whatever is asked of an obligation, on whatever days', () => {
  it('it tells, spares or passes over the same step of the same deadline once', () =>
    holds((played) => {
      const handled = settledBy(played)
      expect(handled).toStrictEqual([...new Set(handled)])
      const expired = played.events.flatMap(({ type, data }) => (type === 'DeadlinePassed' ? [`${data.limit}/${data.setAtVersion}`] : []))
      expect(expired).toStrictEqual([...new Set(expired)])
    }))

  it('it takes no step while it is discharged', () =>
    holds(({ events, states }) => {
      for (const [index, { type }] of events.entries()) {
        if (['LetterFellDue', 'LetterSuppressed', 'DeadlinePassed'].includes(type)) expect(states[index - 1]?.status).toBe('open')
      }
    }))

  it('no letter falls due before its day, nor before tracking began, and no stage has passed before it is over', () =>
    holds(({ events, days }, trackedFrom) => {
      for (const [index, { type, data, occurredOn }] of events.entries()) {
        if (type === 'LetterFellDue') {
          expect(data.dueOn <= occurredOn && data.dueOn >= trackedFrom).toBe(true)
          expect(occurredOn).toBe(days[index])
        }
        if (type === 'DeadlinePassed') expect(data.dueOn < (days[index] ?? '')).toBe(true)
      }
    }))

  it('it spares a reminder only at 12 months and only once circumstances were stated, and then tells none', () =>
    holds(({ events, states }) => {
      for (const [index, event] of events.entries()) {
        if (event.type === 'LetterSuppressed') expect([event.data.step, states[index - 1]?.circumstancesStated]).toStrictEqual(['reminder12', true])
        if (event.type === 'LetterFellDue' && event.data.step === 'reminder12') expect(states[index - 1]?.circumstancesStated).toBe(false)
      }
    }))

  it('it is discharged exactly when a complete report stands that is neither returned nor withdrawn, and names one', () =>
    holds(({ ends }) => {
      for (const { status, dischargedBy, reports: all } of ends) {
        const complete = all.filter(({ missing, review }) => missing.length === 0 && (review === 'open' || review === 'accepted')).map(({ id }) => id)
        expect(status).toBe(complete.length > 0 ? 'discharged' : 'open')
        expect(dischargedBy === null ? [] : [dischargedBy]).toStrictEqual(complete.filter((id) => id === dischargedBy))
        expect(dischargedBy !== null).toBe(status === 'discharged')
      }
    }))

  it('its events alone give the state that its decisions left, also after the record has carried them as JSON', () =>
    holds(({ events, states }) => {
      expect(replay(obligation, events)).toStrictEqual(states.at(-1))
      const carried = events.map((event) => ({ ...event, data: readEvent(event.type, JSON.parse(JSON.stringify(event.data))) }) as Versioned<ObligationEvent>)
      expect(replay(obligation, carried)).toStrictEqual(states.at(-1))
    }))

  it('deciding changes no state that it was given', () =>
    holds(({ states }) => {
      for (const state of states.slice(-5)) {
        const before = JSON.stringify(state)
        nextStep(state, day('2014-01-01'))
        obligation.decide({ type: 'TakeStep', today: day('2014-01-01'), step: 'reminder18', setAtVersion: 1 }, state)
        expect(JSON.stringify(state)).toBe(before)
      }
    }))
})
