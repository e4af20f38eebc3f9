import { describe, expect, it } from 'vitest'
import type { Clock } from '../../../activities/ports.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { createRehearsalClock } from '../../../infra/clock/rehearsal-clock.ts'

const [closing, request, later] = [day('2012-06-14'), day('2012-08-01'), day('2013-06-14')]
const shownBy = ({ today }: Clock) => today('Europe/Zurich')

describe('the rehearsal clock', () => {
  it('shows the first day to everybody', async () => {
    const clock = createRehearsalClock(closing)
    expect(await Promise.all([clock, clock.forSteps, clock.forLetters].map(shownBy))).toStrictEqual([closing, closing, closing])
  })

  it('shows a day to commands, then to steps, then to letters', async () => {
    const clock = createRehearsalClock(closing)
    const shown = () => Promise.all([clock, clock.forSteps, clock.forLetters].map(shownBy))
    clock.moveTo(request)
    expect(await shown()).toStrictEqual([request, closing, closing])
    clock.beginSteps()
    expect(await shown()).toStrictEqual([request, request, closing])
    clock.beginLetters()
    expect(await shown()).toStrictEqual([request, request, request])
    expect(clock.day).toBe(request)
  })

  it('keeps letters on an earlier day where none were written since', async () => {
    const clock = createRehearsalClock(closing)
    clock.moveTo(request)
    clock.beginSteps()
    clock.moveTo(later)
    clock.beginSteps()
    expect(await shownBy(clock.forLetters)).toBe(closing)
    clock.beginLetters()
    expect(await shownBy(clock.forLetters)).toBe(later)
  })

  it('waits for nothing that has come, and for a later day only to be woken', async () => {
    const clock = createRehearsalClock(closing)
    clock.moveTo(request)
    const waits = (of: Clock) => Promise.all([closing, request, later].map((until) => of.waitMsUntil(until, 'Europe/Zurich')))
    expect(await waits(clock)).toStrictEqual([0, 0, null])
    expect(await waits(clock.forSteps)).toStrictEqual([0, null, null])
    expect(await waits(clock.forLetters)).toStrictEqual([0, null, null])
  })

  it('tells each part the first instant of its own day in UTC', async () => {
    const clock = createRehearsalClock(closing)
    clock.moveTo(request)
    expect(await Promise.all([clock.now(), clock.forSteps.now(), clock.forLetters.now()])).toStrictEqual([
      '2012-08-01T00:00:00.000Z',
      '2012-06-14T00:00:00.000Z',
      '2012-06-14T00:00:00.000Z',
    ])
  })
})
