import { DateTime } from 'luxon'
import { z } from 'zod'

/** A day with no time of day and no zone, as laws count them: `2026-03-31`. ISO days compare as text. */
export const calendarDate = z.iso.date().brand<'CalendarDate'>()
export type CalendarDate = z.infer<typeof calendarDate>

/**
 * Reads a day that is known to be well formed.
 *
 * @throws ZodError when the text is no ISO day, or names a day that does not exist (30 February)
 */
export const day = (text: string): CalendarDate => calendarDate.parse(text)

/** Days are held in UTC so that no daylight-saving hour can move them. */
export const toUtc = (date: CalendarDate): DateTime => DateTime.fromISO(date, { zone: 'utc' })

export const fromUtc = (time: DateTime): CalendarDate => time.toISODate() as CalendarDate

export const plusDays = (date: CalendarDate, days: number): CalendarDate => fromUtc(toUtc(date).plus({ days }))

/** Whole days from one day to another; negative when `to` comes first. */
export const daysBetween = (from: CalendarDate, to: CalendarDate): number => toUtc(to).diff(toUtc(from), 'days').days
