import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { inLanguages } from '../languages.ts'
import { source } from '../provenance.ts'

const sources = z.array(source)

/** A day of each year. */
const yearly = z.object({ month: z.int(), day: z.int() })

/** The list of those in serious failure is made from now on, in each year on these two days. */
const opened = z.object({
  organization: z.string(),
  title: inLanguages,
  prepared: yearly,
  refreshed: yearly,
  /** No list of a day before this one is made. */
  trackedFrom: calendarDate,
  synthetic: z.boolean(),
})

/** What a list rests on: the criterion as it was applied, and the sessions counted against each Member. */
const rests = {
  /** The year in which it is refreshed and examined. */
  year: z.int(),
  criterion: z.object({ code: z.string(), sessions: z.int().positive(), source: sources }),
  /** In alphabetical order of their codes. */
  members: z.array(z.string()),
  counted: z.record(z.string(), z.array(z.string())),
}

const prepared = z.object(rests)

/** Why a Member is off the list: what it owed was submitted, or it is no Member any more. */
export const dropReason = z.enum(['submitted', 'left'])

const refreshed = z.object({ ...rests, dropped: z.array(z.object({ member: z.string(), reason: dropReason })) })

export const yearlyListEvents = { YearlyListOpened: opened, ListPrepared: prepared, ListRefreshed: refreshed }
export type YearlyListOpened = Readonly<z.infer<typeof opened>>
export type ListPrepared = Readonly<z.infer<typeof prepared>>
