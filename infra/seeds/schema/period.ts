import { z } from 'zod'
import { civilPeriods } from '../../../domain/calendar/period.ts'

const [months, weeks, days] = civilPeriods

const civil = [z.strictObject(months.shape), z.strictObject(weeks.shape), z.strictObject(days.shape)] as const

/** A span that can be counted without a calendar of the organization's own: exactly one of months, weeks, days. */
export const civilPeriodSeed = z.union(civil, { error: 'This is no period. Write { months: 12 }, { weeks: 6 } or { days: 60 }.' })
