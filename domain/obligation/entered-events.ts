import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { timing } from '../calendar/timing.ts'
import { inLanguages, language } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { dateStatus, source } from '../provenance.ts'
import { dischargeRule, dueRule, letterRule, reportField } from '../rulebook/kind.ts'

/** One of the days of an obligation, and how it was found. */
const dueDay = z.object({
  limit: z.string(),
  name: inLanguages,
  dueOn: calendarDate,
  /** True where the day may still move: a session that is only announced, a month without a day. */
  provisional: z.boolean(),
  basis: z.object({
    from: z.enum(['timing', 'session-opening', 'session-closing']),
    /** The day counted from. */
    day: calendarDate,
    daysBefore: z.int().nonnegative(),
    status: dateStatus,
  }),
})
export type DueDay = Readonly<z.infer<typeof dueDay>>

/** A letter that goes of itself, and the day on which it is due. */
const scheduledNotice = z.object({
  /** Of one obligation there is one of each name. */
  step: z.string(),
  letter: letterKind,
  on: calendarDate,
  /** Goes again, each time so many months later. */
  everyMonths: z.int().positive().optional(),
})
export type ScheduledNotice = Readonly<z.infer<typeof scheduledNotice>>

/** The row or provision that the obligation comes from: as printed, and where. */
const row = z.object({
  id: z.string(),
  printed: z.object({ language, text: z.string() }),
  /** The timing in the words of the document; `null` where it prints none. */
  timing: z.object({ printed: z.string().nullable(), parsed: timing, status: dateStatus }),
  source: z.array(source).min(1),
})

const target = z.object({ atLeast: z.number(), unit: inLanguages })

/** An obligation of a declared kind. All that its kind says stands here: what is decided later is decided from this alone. */
const entered = z.object({
  organization: z.string(),
  cycle: z.string(),
  /** The plan and the row, `spf-I-4`. */
  request: z.string(),
  kind: z.string(),
  kindName: inLanguages,
  party: z.string(),
  owedBy: z.enum(['member', 'unit']),
  /** The year, the session or the number that tells it from others of the same row, kind and party. */
  occurrence: z.string().nullable(),
  title: inLanguages,
  row,
  /** The department that answers for it. */
  responsible: z.string().optional(),
  /** The session from whose days it is counted. */
  session: z.string().nullable(),
  limits: z.array(dueDay),
  steps: z.array(scheduledNotice),
  due: z.array(dueRule),
  letters: z.array(letterRule),
  report: z.object({ fields: z.array(reportField).min(1), performedOn: z.string() }),
  discharge: dischargeRule,
  target: target.nullable(),
  /** The day from which its plan runs. */
  openedOn: calendarDate,
  trackedFrom: calendarDate,
  answerWithin: z.int().positive(),
  /** The cadence of its plan. */
  reviewMonths: z.int().positive(),
  /** The last day of its horizon: nothing is asked on the cadence after it; `null` where no end is set. */
  reviewUntil: calendarDate.nullable(),
  synthetic: z.boolean(),
})
export type ObligationEntered = Readonly<z.infer<typeof entered>>

/** Its days are others now, and why: its session moved, or its plan was revised. */
const moved = z.object({
  session: z.string().nullable(),
  limits: z.array(dueDay),
  steps: z.array(scheduledNotice),
  /** As revised; absent where the timing is the same and its session moved. */
  timing: row.shape.timing.optional(),
  reason: z.string(),
  source: z.array(source),
})

/** Nothing is owed any more, though nothing was reported: its body decided so. */
const released = z.object({ reason: z.string(), source: z.array(source) })

const noticeFellDue = z.object({
  step: z.string(),
  letter: letterKind,
  /** The version of the event that set the day: a day that moved may be told again. */
  setAtVersion: z.int().positive(),
  dueOn: calendarDate,
  /** Names of earlier notices that fell together with this one: only the latest goes. */
  superseded: z.array(z.string()),
})

const encrypted = z.object({ id: z.string(), sha256: z.string() })

/** A report on an obligation of a declared kind: its days, numbers and choices; what people wrote is sealed. */
const answerReceived = z.object({
  report: z.string(),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
  missing: z.array(z.string()),
  /** Received when the obligation had ended. */
  furtherInformation: z.boolean(),
  completes: z.string().optional(),
  content: encrypted,
})

/** `occurredOn` is the day on which it was done, by the report. */
const performed = z.object({ report: z.string() })

export const enteredEvents = {
  ObligationEntered: entered,
  ObligationMoved: moved,
  ObligationReleased: released,
  NoticeFellDue: noticeFellDue,
  AnswerReceived: answerReceived,
  ObligationPerformed: performed,
}
