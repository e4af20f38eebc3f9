import { z } from 'zod'
import { calendarPeriods, civilPeriods } from '../../../domain/calendar/period.ts'

const [months, weeks, days] = civilPeriods
const [workingDays, sittingDays] = calendarPeriods

const civil = [z.strictObject(months.shape), z.strictObject(weeks.shape), z.strictObject(days.shape)] as const
const ofCalendar = [z.strictObject(workingDays.shape), z.strictObject(sittingDays.shape)] as const

/** A span that can be counted without a calendar of the organization's own: exactly one of months, weeks, days. */
export const civilPeriodSeed = z.union(civil, { error: 'This is no period. Write { months: 12 }, { weeks: 6 } or { days: 60 }.' })

/** Any span: of a calendar's days as well. */
const periodSeed = z.union([...civil, ...ofCalendar], {
  error: 'This is no period. Write { months: 12 }, { weeks: 6 }, { days: 60 }, or { workingDays: 10, calendar: … }, { sittingDays: 6, calendar: … }.',
})
