import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { systemClock } from '../../../infra/clock/system-clock.ts'

const seat = 'Europe/Zurich'
const at = (instant: string) => systemClock(() => Date.parse(instant))
const hour = 3_600_000

describe('the system clock', () => {
  it.each([
    { instant: '2026-01-14T22:59:59.999Z', today: '2026-01-14', why: 'the last instant before midnight in winter' },
    { instant: '2026-01-14T23:00:00.000Z', today: '2026-01-15', why: 'midnight in winter' },
    { instant: '2026-07-14T21:59:59.999Z', today: '2026-07-14', why: 'the last instant before midnight in summer' },
    { instant: '2026-07-14T22:00:00.000Z', today: '2026-07-15', why: 'midnight in summer' },
    { instant: '2026-03-28T23:00:00.000Z', today: '2026-03-29', why: 'the day on which clocks go forward begins in winter time' },
    { instant: '2026-03-29T21:59:59.999Z', today: '2026-03-29', why: 'and ends in summer time' },
    { instant: '2026-03-29T22:00:00.000Z', today: '2026-03-30', why: 'an hour early' },
    { instant: '2026-10-24T22:00:00.000Z', today: '2026-10-25', why: 'the day on which clocks go back begins in summer time' },
    { instant: '2026-10-25T22:59:59.999Z', today: '2026-10-25', why: 'and ends in winter time' },
    { instant: '2026-10-25T23:00:00.000Z', today: '2026-10-26', why: 'an hour late' },
  ])('reads $today at the seat at $instant: $why', async ({ instant, today }) => {
    expect(await at(instant).today(seat)).toBe(today)
  })

  it('reads another day at another seat', async () => {
    expect(await at('2026-01-14T22:00:00.000Z').today(seat)).toBe('2026-01-14')
    expect(await at('2026-01-14T22:00:00.000Z').today('Europe/Istanbul')).toBe('2026-01-15')
  })

  it.each([
    { instant: '2026-01-14T23:00:00.000Z', until: '2026-01-16', waits: 24 * hour, why: 'a whole day' },
    { instant: '2026-03-28T23:00:00.000Z', until: '2026-03-30', waits: 23 * hour, why: 'the day on which clocks go forward' },
    { instant: '2026-10-24T22:00:00.000Z', until: '2026-10-26', waits: 25 * hour, why: 'the day on which clocks go back' },
    { instant: '2026-01-14T22:59:57.500Z', until: '2026-01-15', waits: 2_500, why: 'to the millisecond' },
    { instant: '2026-01-14T22:59:58.999Z', until: '2026-01-15', waits: 1_001, why: 'a little more than a second' },
    { instant: '2026-01-14T22:59:59.001Z', until: '2026-01-15', waits: 1_000, why: 'a second where less is left' },
    { instant: '2026-01-14T22:59:59.999Z', until: '2026-01-15', waits: 1_000, why: 'a second where a timer fired early' },
    { instant: '2026-01-14T23:00:00.000Z', until: '2026-01-15', waits: 0, why: 'nothing once the day has begun' },
    { instant: '2026-01-14T23:00:00.000Z', until: '2012-06-14', waits: 0, why: 'nothing for a day long past' },
  ])('waits $waits ms from $instant until $until: $why', async ({ instant, until, waits }) => {
    expect(await at(instant).waitMsUntil(day(until), seat)).toBe(waits)
  })

  it('tells the instant in UTC, to the millisecond', async () => {
    expect(await at('2026-03-29T02:30:00.007+02:00').now()).toBe('2026-03-29T00:30:00.007Z')
  })

  it('may be moved by a server that keeps its time elsewhere', async () => {
    expect(await systemClock(async () => 0).today('UTC')).toBe('1970-01-01')
  })
})
