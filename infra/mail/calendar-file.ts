import ical, { ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import type { CalendarEntry } from '../../documents/letters/letter-facts.ts'

/**
 * An iCalendar file (RFC 5545) with one all-day event for each entry.
 *
 * The uid stays that of the obligation and its stage; a later letter has a later DTSTAMP and a higher SEQUENCE, so that a date that
 * moved replaces the one before it in the reader's calendar.
 *
 * @param issuedAt instant of the letter, in UTC: DTSTAMP
 */
export function calendarFile(entries: readonly CalendarEntry[], issuedAt: string, language: string): string {
  const issued = new Date(issuedAt)
  const calendar = ical({
    prodId: { company: 'Follow-Up', product: 'Letters', language: language.toUpperCase() },
    method: ICalCalendarMethod.PUBLISH,
  })
  for (const { uid, date, summary, description } of entries)
    calendar.createEvent({
      id: uid,
      stamp: issued,
      sequence: Math.floor(issued.getTime() / minuteMs),
      start: new Date(`${date}T00:00:00.000Z`),
      allDay: true,
      timezone: null,
      summary,
      description,
      transparency: ICalEventTransparency.TRANSPARENT,
    })
  return `${calendar.toString()}\r\n`
}

const minuteMs = 60_000
