import { describe, expect, it } from 'vitest'
import { nextNight } from '../../activities/next-night.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { createRehearsalClock } from '../../infra/clock/rehearsal-clock.ts'
import { systemClock } from '../../infra/clock/system-clock.ts'

const seats = ['Europe/Zurich', 'Europe/Istanbul']
const at = (instant: string) => systemClock(() => Date.parse(instant))
const minutes = 60_000

describe('the next night', () => {
  it.each([
    { instant: '2026-01-14T20:30:00.000Z', wait: 30 * minutes, night: '2026-01-15 (Europe/Istanbul)', why: 'the seat furthest east ends its day first' },
    { instant: '2026-01-14T21:00:00.000Z', wait: 120 * minutes, night: '2026-01-15 (Europe/Zurich)', why: 'then the other ends the same day' },
    { instant: '2026-01-14T23:00:00.000Z', wait: 22 * 60 * minutes, night: '2026-01-16 (Europe/Istanbul)', why: 'and the round begins again' },
  ])('at $instant is that of $night: $why', async ({ instant, wait, night }) =>
    expect(await nextNight(at(instant), seats)).toStrictEqual({ waitMs: wait, summary: `Reconciles the record with Temporal on ${night}` }),
  )

  it('does not depend on the order of the organizations', async () => {
    const clock = at('2026-01-14T20:30:00.000Z')
    expect(await nextNight(clock, seats.toReversed())).toStrictEqual(await nextNight(clock, seats))
  })

  it('is that of UTC where no organization is seeded', async () =>
    expect(await nextNight(at('2026-01-14T23:00:00.000Z'), [])).toMatchObject({ waitMs: 60 * minutes }))

  it('comes on the rehearsal clock only when the driver says so', async () =>
    expect(await nextNight(createRehearsalClock(day('2012-06-14')), seats)).toMatchObject({ waitMs: null }))
})
