import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import type { Citation } from './citation.ts'
import { code, provenance, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

const money = (citation: Citation) => z.strictObject({ amount: z.number(), unit: text, printed: text, ...provenance(citation) })

/** `cycles/<code>/plan.yaml`: a plan, a strategy or a set of recommendations whose rows are followed. */
export const planSchema = (citation: Citation) =>
  z.strictObject({
    code,
    title: inItsLanguages,
    /** The document whose rows these are. */
    document: text,
    /** What opens the plan. A draft decision is no decision: that it was taken is a fact with a source of its own, or is inferred and says so. */
    decision: z.strictObject({
      /** A session of `sessions/`; `null` where no session of the organization took it (a workshop). */
      session: code.nullable(),
      paragraph: text,
      printed: text,
      /** `taken`, or `draft` where only the draft is known. */
      decisionStatus: z.enum(['taken', 'draft']),
      ...provenance(citation),
    }),
    /** The day from which it runs: a closing of the session that decided, or the day that the document gives. */
    opens: z.strictObject({ date: calendarDate, ...provenance(citation) }),
    /** `until: null` where no end is printed. */
    horizon: z.strictObject({ from: calendarDate, until: calendarDate.nullable(), printed: text.optional(), ...provenance(citation) }),
    components: z.array(z.strictObject({ id: text, title: inItsLanguages, resources: money(citation).optional(), ...provenance(citation) })).default([]),
    /** The total that the document states for all components. */
    resources: money(citation).optional(),
    /** How often what has no date is looked at again: the secretariat's to set. */
    review: z.strictObject({ everyMonths: z.int().positive(), productDefault: z.boolean(), note: text, source: z.array(citation).default([]) }),
    /** How many rows the document has in its table, to check against. */
    rows: z.strictObject({ count: z.int().nonnegative(), file: text, ...provenance(citation) }),
    note: text.optional(),
  })

export type PlanSeed = Readonly<z.output<ReturnType<typeof planSchema>>>
