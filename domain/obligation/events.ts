import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { inLanguages } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { source } from '../provenance.ts'
import { basis } from './basis.ts'
import { kindSnapshot } from './kind-snapshot.ts'
import { limit, scheduledLetter } from './limit.ts'

/** All that is decided later is decided from this alone. */
const opened = z.object({
  organization: z.string(),
  cycle: z.string(),
  /** An instrument's code, or the plan and the row, `spf-I-4`. */
  request: z.string(),
  /** The code of its kind, as the rulebook declared it. */
  kind: z.string(),
  party: z.string(),
  owedBy: z.enum(['member', 'unit']),
  /** The year, the session or the number that tells it from others of the same request, kind and party. */
  occurrence: z.string().nullable(),
  title: inLanguages,
  /** What events are to be about for its limits to be counted from them, where that is something else than its request. */
  about: z.string().optional(),
  basis,
  /** `year`: one is owed in each year and no last one is printed, so that the next follows. */
  recurs: z.literal('year').optional(),
  /** The session from whose days it is counted. */
  session: z.string().nullable(),
  limits: z.array(limit),
  scheduled: z.array(scheduledLetter),
  kindSnapshot,
  target: z.object({ atLeast: z.number(), unit: inLanguages }).nullable(),
  openedOn: calendarDate,
  trackedFrom: calendarDate,
  /** How often what has no day is looked at again, in months, and until when: nothing is asked on the cadence after that day. */
  review: z.object({ everyMonths: z.int().positive(), until: calendarDate.nullable() }).nullable(),
  synthetic: z.boolean(),
})
export type ObligationOpened = Readonly<z.infer<typeof opened>>

/** Its limits are others now, and why: its session moved, a closing was recorded, or its plan was revised. */
const moved = z.object({
  session: z.string().nullable(),
  limits: z.array(limit),
  scheduled: z.array(scheduledLetter),
  /** As revised; absent where the timing is the same and the session moved. */
  timing: basis.options[1].shape.row.shape.timing.optional(),
  reason: z.string(),
  source: z.array(source),
})

const letterFellDue = z.object({
  step: z.string(),
  letter: letterKind,
  /** The version of the event that set the day: a letter may go again for a day that moved. */
  setAtVersion: z.int().positive(),
  /** The day on which the step was due; `occurredOn` is the day on which it was taken. */
  dueOn: calendarDate,
  /** Names of earlier steps that fell together with this one: only the latest goes. */
  superseded: z.array(z.string()),
})

/** A letter's day came and none goes: exceptional circumstances were stated. */
const letterSuppressed = letterFellDue.omit({ superseded: true })

/** The last day of a limit is over and no complete report is on record. `occurredOn` is that last day. */
const deadlinePassed = z.object({ limit: z.string(), dueOn: calendarDate, setAtVersion: z.int().positive() })

const encrypted = z.object({ id: z.string(), sha256: z.string() })

const circumstancesStated = z.object({ grounds: encrypted, report: z.string().optional() })

/** Its days, numbers and choices by name; what people wrote is encrypted. */
const reportReceived = z.object({
  report: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  missing: z.array(z.string()),
  /** Received when the obligation had ended. */
  furtherInformation: z.boolean(),
  completes: z.string().optional(),
  content: encrypted,
  documents: z.array(encrypted),
})

/** `occurredOn` is the day on which it was done, by the report. */
const performed = z.object({ report: z.string() })
const discharged = z.object({ report: z.string() })
const returned = z.object({ report: z.string(), missing: z.array(z.string()), due: calendarDate, remarks: encrypted.optional() })
const reopened = z.object({ report: z.string(), reason: z.enum(['returned', 'withdrawn']) })
const accepted = z.object({ report: z.string() })
const withdrawn = z.object({ report: z.string() })
/** An acknowledgement is owed: the letter follows. */
const acknowledgementOwed = z.object({ report: z.string() })

/** Nothing is owed any more, though nothing was reported: its body decided so. */
const released = z.object({ reason: z.string(), source: z.array(source) })

/** What may be recorded wrongly beneath an obligation. */
export const correctedFact = z.enum(['decision', 'adoption', 'admission', 'withdrawal'])

/** Something that it rests on was recorded wrongly, and is corrected in the stream named. What follows for its days or its end is in events of their own. */
const basisCorrected = z.object({
  fact: correctedFact,
  /** The stream that holds the correction, and its version there. */
  recordedIn: z.string(),
  version: z.int().positive(),
  reason: z.string(),
  /** Of an instrument: its title and the day of its adoption, as they are now. */
  title: inLanguages.optional(),
  adoptedOn: calendarDate.optional(),
  source: z.array(source),
})
export type BasisCorrected = Readonly<z.infer<typeof basisCorrected>>

export const obligationEvents = {
  ObligationOpened: opened,
  LimitsMoved: moved,
  LetterFellDue: letterFellDue,
  LetterSuppressed: letterSuppressed,
  DeadlinePassed: deadlinePassed,
  ExceptionalCircumstancesStated: circumstancesStated,
  ReportReceived: reportReceived,
  ObligationPerformed: performed,
  ObligationDischarged: discharged,
  ReportReturned: returned,
  ObligationReopened: reopened,
  ReportAccepted: accepted,
  ReportWithdrawn: withdrawn,
  AcknowledgementOwed: acknowledgementOwed,
  ObligationReleased: released,
  BasisCorrected: basisCorrected,
}
