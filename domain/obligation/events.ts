import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { computation } from '../calendar/computation.ts'
import { language } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { dateStatus, source } from '../provenance.ts'
import { limit } from '../rulebook/rule.ts'
import { enteredEvents } from './entered-events.ts'
import { kindSnapshot } from './kind-snapshot.ts'

/** The date that a document prints. It governs; the computed one stands beside it. */
const printed = z.object({ date: calendarDate, wording: z.string(), language, source })

export const deadline = z.object({
  limit,
  /** The date that governs: the printed one where a document prints one, else the computed one. */
  dueOn: calendarDate,
  /** True where the limit stands open only to those who state exceptional circumstances. */
  exceptional: z.boolean(),
  computation,
  printed: printed.nullable(),
})
export type Limit = Readonly<z.infer<typeof deadline>>

/** The closing from which everything is counted. */
const closing = z.object({ session: z.string(), date: calendarDate, status: dateStatus, provisional: z.boolean() })

/** A letter that goes of itself, and the day on which it is due. */
const scheduledStep = z.object({ step: letterKind, on: calendarDate })

const ruleApplied = z.object({
  code: z.string(),
  provision: z.string(),
  versionFrom: calendarDate,
  convention: z.object({ status: dateStatus, source }),
  source: z.array(source),
})

const opened = z.object({
  organization: z.string(),
  cycle: z.string(),
  instrument: z.string(),
  /** The code of its kind, as the rulebook declared it. */
  kind: z.string(),
  party: z.string(),
  adoptedOn: calendarDate,
  rule: ruleApplied,
  closing,
  limits: z.array(deadline).min(1),
  steps: z.array(scheduledStep),
  trackedFrom: calendarDate,
  /** Days in which a returned report is to be completed: its kind's, so that the record can say where the date is from. */
  returnDays: z.int().positive(),
  /** Absent from obligations opened before kinds were declared: `termsBefore` says what holds for those. */
  kindSnapshot: kindSnapshot.optional(),
})

const moved = z.object({ closing, limits: z.array(deadline).min(1), steps: z.array(scheduledStep), reason: z.string() })

const letterFellDue = z.object({
  step: letterKind,
  /** The version of the event that set the day: a day that moved may be told again. */
  setAtVersion: z.int().positive(),
  /** The day on which the step was due; `occurredOn` is the day on which it was taken. */
  dueOn: calendarDate,
  /** Earlier steps that fell together with this one: only the latest goes. */
  superseded: z.array(letterKind),
})

/** A reminder's day came and none goes: the State stated exceptional circumstances. */
const reminderSuppressed = z.object({ step: letterKind, setAtVersion: z.int().positive(), dueOn: calendarDate })

/** The last day of a stage is over and no complete report is on record. `occurredOn` is that last day. */
const deadlinePassed = z.object({ limit: z.string(), dueOn: calendarDate, setAtVersion: z.int().positive() })

const encrypted = z.object({ id: z.string(), sha256: z.string() })

const circumstancesStated = z.object({ grounds: encrypted, report: z.string().optional() })

/** The structured answer, without what people wrote: that is sealed. */
const reportReceived = z.object({
  report: z.string(),
  submitted: z.enum(['yes', 'no', 'partly']).nullable(),
  missing: z.array(z.string()),
  copies: z.object({ employers: z.int().nonnegative(), workers: z.int().nonnegative() }),
  circumstancesStated: z.boolean(),
  /** The Government states that the matter is, wholly or in part, for constituent units: article 19(7)(b). */
  constituentMatter: z.boolean(),
  /** Received when the obligation was already discharged. */
  furtherInformation: z.boolean(),
  completes: z.string().optional(),
  content: encrypted,
  documents: z.array(encrypted),
})

/** `occurredOn` is the day on which the instrument was laid before the authority. */
const submissionMade = z.object({ report: z.string() })
const discharged = z.object({ report: z.string() })
const returned = z.object({ report: z.string(), missing: z.array(z.string()), due: calendarDate, remarks: encrypted.optional() })
const reopened = z.object({ report: z.string(), reason: z.enum(['returned', 'withdrawn']) })
const accepted = z.object({ report: z.string() })
const withdrawn = z.object({ report: z.string() })
/** The State is owed an acknowledgement: the letter follows. */
const acknowledgementOwed = z.object({ report: z.string() })

export const obligationEvents = {
  ...enteredEvents,
  ObligationOpened: opened,
  DeadlineMoved: moved,
  LetterFellDue: letterFellDue,
  ReminderSuppressed: reminderSuppressed,
  DeadlinePassed: deadlinePassed,
  ExceptionalCircumstancesStated: circumstancesStated,
  ReportReceived: reportReceived,
  SubmissionMade: submissionMade,
  ObligationDischarged: discharged,
  ReportReturned: returned,
  ObligationReopened: reopened,
  ReportAccepted: accepted,
  ReportWithdrawn: withdrawn,
  AcknowledgementOwed: acknowledgementOwed,
}
export type ObligationOpened = Readonly<z.infer<typeof opened>>
