import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { source } from '../provenance.ts'

const opened = z.object({
  organization: z.string(),
  /** What is followed: an instrument's code. */
  instrument: z.string(),
  session: z.string(),
  /** Steps before this day are not taken: tracking had not begun, and no letter is ever sent for them. */
  trackedFrom: calendarDate,
  /** True where the whole cycle is played: it shows wherever the cycle shows. */
  synthetic: z.boolean(),
  /** Who owes: the Members on the day of adoption, by their codes. */
  parties: z.array(z.string()),
  /** The kinds of obligation that opened with it. */
  kinds: z.array(z.string()),
})

/** The last day of a stage is over for every obligation of the cycle. */
const limitPassed = z.object({ limit: z.string(), dueOn: calendarDate })

/** The announced last day of the session is over and no actual closing is on record. */
const closingAwaited = z.object({ session: z.string(), announcedFor: calendarDate })

/** Who owes is another than was opened for: the day of adoption or a membership was recorded wrongly. */
const partiesCorrected = z.object({ parties: z.array(z.string()), reason: z.string(), source: z.array(source) })

export const cycleEvents = { CycleOpened: opened, CyclePartiesCorrected: partiesCorrected, LimitPassed: limitPassed, ClosingAwaited: closingAwaited }
export type CycleOpened = Readonly<z.infer<typeof opened>>
