import { z } from 'zod'
import { calendarPeriods, civilPeriods } from '../../../domain/calendar/period.ts'

const [months, weeks, days] = civilPeriods
const [workingDays, sittingDays] = calendarPeriods

const civil = [z.strictObject(months.shape), z.strictObject(weeks.shape), z.strictObject(days.shape)] as const

/** A span that can be counted without a calendar of the organization's own: exactly one of months, weeks, days. */
export const civilPeriodSeed = z.union(civil, { error: 'This is no period. Write { months: 12 }, { weeks: 6 } or { days: 60 }.' })

/** A span that may also be counted in the days of one of the organization's calendars, named by its code. */
export const periodSeed = z.union([...civil, z.strictObject(workingDays.shape), z.strictObject(sittingDays.shape)], {
  error: 'This is no period. Write { months: 12 }, { weeks: 6 }, { days: 60 }, { workingDays: 10, calendar: <code> } or { sittingDays: 6, calendar: <code> }.',
})

/** Periods counted one after the other; one alone needs no list. */
export const periodsSeed = z.union([periodSeed.transform((one) => [one]), z.array(periodSeed).min(1)], {
  error: 'This is no period, nor a list of periods. Write { days: 60 }, or [{ days: 60 }, { sittingDays: 6, calendar: <code> }].',
})
