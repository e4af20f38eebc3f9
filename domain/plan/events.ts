import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'
import { timing } from '../calendar/timing.ts'
import { inLanguages, language } from '../languages.ts'
import { dateStatus, source } from '../provenance.ts'

const sources = z.array(source)
const money = z.object({ amount: z.number(), unit: z.string(), printed: z.string(), source: sources })

/** What opened a plan. `draft`: only a draft decision is known. */
const decision = z.object({
  session: z.string().nullable(),
  paragraph: z.string(),
  printed: z.string(),
  decisionStatus: z.enum(['taken', 'draft']),
  status: dateStatus,
  source: sources,
})

const opened = z.object({
  organization: z.string(),
  title: inLanguages,
  /** The document whose rows these are, as cited. */
  document: source,
  decision,
  /** The day from which it runs. */
  opensOn: calendarDate,
  horizon: z.object({ from: calendarDate, until: calendarDate.nullable() }),
  components: z.array(z.object({ id: z.string(), title: inLanguages, resources: money.optional() })),
  resources: money.optional(),
  /** How often what has no date is looked at again, in months: the secretariat's to set. */
  reviewMonths: z.int().positive(),
  trackedFrom: calendarDate,
  synthetic: z.boolean(),
  /** The id of the decision on record that opened it, where one did. */
  openedBy: z.string().optional(),
})
export type PlanOpened = Readonly<z.infer<typeof opened>>

const links = z.object({ codes: z.array(z.string()), printed: z.string().optional(), note: z.string().optional() })

/** A row of the plan's document, as printed and in our words, and what became of it: obligations, other rows, or a reason why nothing is followed. */
const row = z.object({
  id: z.string(),
  idIsOurs: z.boolean(),
  component: z.string().optional(),
  /** What events are to be about for what the row asks to be counted from them: a report, a meeting; the row itself where nothing is named. */
  about: z.string().optional(),
  printed: z.object({ language, text: z.string() }),
  wording: inLanguages,
  timing: z.object({ printed: z.string().nullable(), parsed: timing, reversed: z.boolean(), status: dateStatus, note: z.string().optional() }),
  links: z.record(z.string(), links),
  obligations: z.array(z.string()),
  followedUnder: z.array(z.string()),
  nothingToFollow: z.string().optional(),
  status: dateStatus,
  note: z.string().optional(),
  source: sources.min(1),
})
export type RowRecorded = Readonly<z.infer<typeof row>>

/** What one revision does to one row. */
export const rowChange = z.object({
  row: z.string(),
  change: z.enum(['timing', 'dropped', 'added']),
  from: z.string().nullable(),
  to: z.string().nullable(),
})
export type RowChange = Readonly<z.infer<typeof rowChange>>

/** The plan is another from this day on: what changed, why, and who decided. */
const revised = z.object({ revision: z.int().positive(), reason: z.string(), changes: z.array(rowChange).min(1), source: sources })

/** Nothing of the plan is added or revised any more; what is open stays open. */
const closed = z.object({ reason: z.string(), source: sources })

/** Its progress report for a session is ready, in languages and as files: what is in them is encrypted. `occurredOn` is the day on which it was due. */
const paperPrepared = z.object({
  session: z.string(),
  dueOn: calendarDate,
  papers: z.array(z.object({ language, format: z.enum(['html', 'docx']), id: z.string(), sha256: z.string() })).min(1),
})
export type PaperPrepared = Readonly<z.infer<typeof paperPrepared>>

/** The last day of the plan's horizon is over. `occurredOn` is that last day. */
const horizonPassed = z.object({ until: calendarDate })

export const planEvents = {
  PlanOpened: opened,
  RowRecorded: row,
  PlanRevised: revised,
  PlanClosed: closed,
  HorizonPassed: horizonPassed,
  PaperPrepared: paperPrepared,
}
