import { z } from 'zod'
import { inLanguages } from '../languages.ts'
import { source } from '../provenance.ts'
import { dayCalendar } from './day-calendar.ts'

const published = z.object({ organization: z.string(), name: inLanguages, calendar: dayCalendar, source: z.array(source) })

/** The limits of a cycle are counted in it: other days of it move them. */
const counted = z.object({ cycle: z.string() })

export const calendarEvents = { CalendarPublished: published, CycleCountedInCalendar: counted }
