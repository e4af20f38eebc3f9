import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { language } from '../../../domain/languages.ts'
import type { Citation } from './citation.ts'
import { code, provenance, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** A date as a document prints it: its own words beside the day read from them. It governs. */
const printed = (citation: Citation) =>
  z.strictObject({ limit: code, date: calendarDate, relation: z.enum(['before', 'by']), language, wording: text, ...provenance(citation) })

/** `cycles/<code>/cycle.yaml` */
export const cycleSchema = (citation: Citation) =>
  z.strictObject({
    code,
    /** The kind of obligation that it follows: a file of `kinds/`. */
    kind: code,
    title: inItsLanguages,
    instrument: text,
    /** The rule that sets the limits: one of those that the kind names. */
    rule: code,
    /** How many Members owe, to check the membership against. */
    parties: z.strictObject({ count: z.int().nonnegative(), ...provenance(citation) }),
    printed: z.array(printed(citation)),
    /** `until: null` where no end is set. */
    horizon: z.strictObject({ from: calendarDate, until: calendarDate.nullable(), ...provenance(citation) }),
    note: text.optional(),
  })

export type CycleSeed = Readonly<z.output<ReturnType<typeof cycleSchema>>>
