import { z } from 'zod'

const count = z.int().positive()
const ofCalendar = { calendar: z.string().min(1) }

/** Spans that every calendar of the world counts alike: calendar months (never days divided by thirty), weeks, days. */
export const civilPeriods = [z.object({ months: count }), z.object({ weeks: count }), z.object({ days: count })] as const

/** Spans counted in the days of one of the organization's own calendars, named by its code. */
export const calendarPeriods = [z.object({ workingDays: count, ...ofCalendar }), z.object({ sittingDays: count, ...ofCalendar })] as const

export const civilPeriod = z.union(civilPeriods)
export type CivilPeriod = Readonly<z.infer<typeof civilPeriod>>

export const calendarPeriod = z.union(calendarPeriods)
export type CalendarPeriod = Readonly<z.infer<typeof calendarPeriod>>

/** A span as instruments count them. */
export const period = z.union([...civilPeriods, ...calendarPeriods])
export type Period = Readonly<z.infer<typeof period>>

export const periodUnits = ['months', 'weeks', 'days', 'workingDays', 'sittingDays'] as const
export type PeriodUnit = (typeof periodUnits)[number]

/** The unit of a period and how many of it. */
export function parsePeriod(span: Period): { readonly unit: PeriodUnit; readonly count: number } {
  if ('months' in span) return { unit: 'months', count: span.months }
  if ('weeks' in span) return { unit: 'weeks', count: span.weeks }
  if ('days' in span) return { unit: 'days', count: span.days }
  if ('workingDays' in span) return { unit: 'workingDays', count: span.workingDays }
  return { unit: 'sittingDays', count: span.sittingDays }
}

const words = { months: 'month', weeks: 'week', days: 'day', workingDays: 'working day', sittingDays: 'sitting day' } as const

/** `12 months`, `1 sitting day`. */
export function periodText(span: Period): string {
  const { unit, count } = parsePeriod(span)
  return `${count} ${words[unit]}${count === 1 ? '' : 's'}`
}
