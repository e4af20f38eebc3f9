import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { submitReport } from '../../activities/commands/obligation/submit-report.ts'
import { commandNamed } from '../../activities/commands/registry.ts'
import { type CalendarDate, calendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { missingFrom } from '../../domain/report/completeness.ts'
import { checkDates } from '../../domain/report/dates.ts'
import { performanceClass } from '../../domain/status/performance.ts'
import { generatedPlay } from '../../rehearsal/generated-submissions.ts'
import type { SceneEntry } from '../../rehearsal/scenario.ts'
import { submission } from '../support/r202.ts'

const limits = { closedOn: day('2012-06-14'), first: day('2013-06-13'), last: day('2013-12-13') }
const horizon = day('2019-12-31')
const letters = [...'ABCDEFGHIJKLMNOPQRSTUVWXYZ']
const codes = letters.flatMap((a) => letters.flatMap((b) => letters.slice(0, 3).map((c) => `${a}${b}${c}`)))
const owed = (count: number) => codes.slice(0, count).map((party) => ({ id: `ilo:R202:submission:${party}`, party }))
const playOf = (seed: string, { count = 20, until = horizon }: { readonly count?: number; readonly until?: CalendarDate } = {}) =>
  generatedPlay(seed, owed(count), limits, until)

/** A play costs some milliseconds of hashing. */
const runs = { numRuns: 30 }
const anySeed = fc.string({ minLength: 1, maxLength: 12 })

const livesOf = (entries: readonly SceneEntry[]): readonly (readonly SceneEntry[])[] => {
  const lives = new Map<string | null, SceneEntry[]>()
  for (const entry of entries) lives.set(entry.obligation, [...(lives.get(entry.obligation) ?? []), entry])
  return [...lives.values()]
}
const reportIn = ({ command, payload }: SceneEntry) =>
  command === 'submit-report' ? submitReport.definition.payload.parse({ ...payload, obligation: 'o' }).report : null
const isComplete = (entry: SceneEntry): boolean => {
  const report = reportIn(entry)
  return report !== null && missingFrom(report, submission.report.required).length === 0
}

describe('a generated play', () => {
  it('is the same for the same seed, and another for another', () =>
    fc.assert(
      fc.property(anySeed, anySeed, (seed, other) => {
        fc.pre(seed !== other)
        expect(playOf(seed)).toStrictEqual(playOf(seed))
        expect(playOf(other)).not.toStrictEqual(playOf(seed))
      }),
      runs,
    ))

  it('gives a State the same life whoever else plays', () =>
    fc.assert(
      fc.property(anySeed, fc.integer({ min: 1, max: 20 }), (seed, count) => {
        const ids = owed(count).map(({ id }) => id)
        expect(playOf(seed, { count })).toStrictEqual(playOf(seed).filter(({ obligation }) => ids.includes(obligation ?? '')))
      }),
      runs,
    ))

  it('goes from the closing in order of its days', () =>
    fc.assert(
      fc.property(anySeed, (seed) => {
        const days = playOf(seed).map(({ at }) => at)
        expect(days.length).toBeGreaterThan(0)
        expect(days).toStrictEqual(days.toSorted())
        expect(days.every((at) => at > limits.closedOn)).toBe(true)
      }),
      runs,
    ))

  it('ends early as the whole play up to that day, itself included', () =>
    fc.assert(
      fc.property(anySeed, fc.nat(), (seed, which) => {
        const whole = playOf(seed)
        const until = whole[which % whole.length]?.at ?? horizon
        expect(playOf(seed, { until })).toStrictEqual(whole.filter(({ at }) => at <= until))
      }),
      runs,
    ))

  it('holds only commands that are well formed, each by whom it is for', () =>
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const { command, as, obligation, payload } of playOf(seed)) {
          const { scope, payload: schema } = commandNamed(command)
          if (scope !== 'obligation') throw new Error('Nothing is decided by chance')
          expect(schema.safeParse({ ...payload, obligation }).error).toBeUndefined()
          expect(as).toStrictEqual(command === 'accept-report' ? { role: 'reviewer', id: 'reviewer' } : { role: 'ministry', id: obligation?.slice(-3) })
        }
      }),
      runs,
    ))

  it('has no date in a report after the day on which it arrives, nor before the closing', () =>
    fc.assert(
      fc.property(anySeed, (seed) => {
        for (const entry of playOf(seed)) {
          const report = reportIn(entry)
          if (report !== null) checkDates(report, limits.closedOn, entry.at)
        }
      }),
      runs,
    ))
})

describe('the life of a State in a generated play', () => {
  const eachLife = (holds: (life: readonly SceneEntry[]) => void) =>
    fc.assert(
      fc.property(anySeed, (seed) => {
        const lives = livesOf(playOf(seed))
        expect(lives.length).toBeGreaterThan(0)
        lives.forEach(holds)
      }),
      runs,
    )

  it('comes to one complete report, and at most one incomplete before it', () =>
    eachLife((life) => {
      const reports = life.filter(({ command }) => command === 'submit-report')
      expect(reports.map(isComplete)).toStrictEqual(reports.length === 1 ? [true] : [false, true])
      expect(new Set(reports.map(({ at }) => at)).size).toBe(reports.length)
    }))

  it('has its complete report accepted, if at all, once and not before it came', () =>
    eachLife((life) => {
      const accepted = life.flatMap(({ command }, index) => (command === 'accept-report' ? [index] : []))
      expect(accepted).toStrictEqual(accepted.length === 0 ? [] : [life.length - 1])
      expect(isComplete(life.at(-1 - accepted.length) as SceneEntry)).toBe(true)
    }))

  it('states circumstances, if at all, once and within the first limit', () =>
    eachLife((life) => {
      const stated = life.filter(({ command }) => command === 'state-exceptional-circumstances')
      expect(stated.length).toBeLessThanOrEqual(1)
      expect(stated.every(({ at }) => at <= limits.first)).toBe(true)
    }))
})

describe('the shares of a generated play', () => {
  const count = 2_000
  const lives = livesOf(playOf('1', { count }))
  const lastDays = [
    { dueOn: limits.first, exceptional: false },
    { dueOn: limits.last, exceptional: true },
  ] as const
  const partOf = (life: readonly SceneEntry[]): string => {
    const report = reportIn(life.find(isComplete) as SceneEntry)
    const part = performanceClass(calendarDate.parse(report?.submissionDate ?? horizon), { limits: lastDays })
    return life.some(({ command }) => command === 'state-exceptional-circumstances') ? `${part} after circumstances` : part
  }

  it.each([
    ['inTime', 0.38],
    ['inExceptionalWindow after circumstances', 0.11],
    ['inExceptionalWindow', 0.13],
    ['late', 0.2],
  ])('%s is about %d', (part, share) => expect(Math.abs(lives.filter((life) => partOf(life) === part).length / count - share)).toBeLessThan(0.03))

  it('leave about 0.18 who never answer', () => expect(Math.abs(1 - lives.length / count - 0.18)).toBeLessThan(0.03))
})
