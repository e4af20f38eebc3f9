import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { timing } from '../../../domain/calendar/timing.ts'
import { language } from '../../../domain/languages.ts'
import type { Citation } from './citation.ts'
import { code, provenance, text } from './status.ts'
import { inItsLanguages } from './texts.ts'

/** As stored in the document, with what was read from it. `reversed`: a range or a dotted code that the file stores last part first. */
const printedTiming = (citation: Citation) =>
  z.strictObject({
    /** The cell or the words, as they stand in the file, in its own digits; `null` where the document prints no timing at all. */
    printed: text.nullable(),
    parsed: timing,
    reversed: z.boolean().default(false),
    ...provenance(citation),
  })

/** Codes that a row refers to, in the order of print, read from the stored text; `printed` keeps that text. */
const links = z.strictObject({ codes: z.array(text), printed: text.optional(), reversed: z.boolean().default(false), note: text.optional() })

const target = (citation: Citation) =>
  z.strictObject({
    atLeast: z.number(),
    unit: inItsLanguages,
    /** Observations that a document itself gives: recorded as facts of the day they are of. */
    observed: z.array(z.strictObject({ value: z.number(), on: calendarDate, ...provenance(citation) })).default([]),
  })

/** One thing to follow: its kind (a file of `kinds/`), who owes it, and its own timing where it differs from the row's. */
const followed = (citation: Citation) =>
  z.strictObject({
    kind: code,
    /** A unit of `organization.yaml`, or `members`: each Member on the day on which the plan opens. */
    party: text,
    /** Which department answers for it, where the document or its heading says so. */
    responsible: text.optional(),
    /** Tells several obligations of one row and kind apart: the year, the session or the number as printed. */
    occurrence: code.optional(),
    /** What is owed, where it is less than the row: in each language, that of the print close to it. */
    title: inItsLanguages.optional(),
    timing: printedTiming(citation).optional(),
    target: target(citation).optional(),
    /** A report that the documents themselves give: what was done and on which day, or by its month or year. */
    done: z.strictObject({ on: calendarDate, printed: text, ...provenance(citation) }).optional(),
    note: text.optional(),
  })

/** One row or provision of a document. Each row is followed, or followed under other rows, or says why nothing is to be followed. */
const row = (citation: Citation) =>
  z
    .strictObject({
      /** As printed, `II-2(iv)`; where the print has no number, ours: then `idIsOurs`. */
      id: z.string().regex(/^[A-Za-z0-9.§()-]+$/, 'A row is named by letters, digits, points, hyphens and brackets.'),
      idIsOurs: z.boolean().default(false),
      component: text.optional(),
      /** What events are about from which limits are counted: a report, a meeting, by its code. Left out, the row itself. */
      about: code.optional(),
      /** What the document prints, letter for letter, in its own language. */
      printed: z.strictObject({ language, text }),
      /** Our own words beside what the document prints: the language of the print may be left out. */
      wording: inItsLanguages,
      timing: printedTiming(citation),
      /** By the name of the column: `framework`, `programme`, `sdg`, `serves`, `points`, `instrument`. */
      links: z.record(z.string().regex(/^[a-z][a-z0-9-]*$/), links).default({}),
      followed: z.array(followed(citation)).default([]),
      followedUnder: z.array(text).default([]),
      nothingToFollow: text.optional(),
      ...provenance(citation),
    })
    .refine(({ followed, followedUnder, nothingToFollow }) => [followed.length > 0, followedUnder.length > 0, nothingToFollow !== undefined].includes(true), {
      path: ['followed'],
      message: 'Nothing says what becomes of this row. List what is followed, or the rows under which it is, or say in `nothingToFollow` why nothing is.',
    })

/** One file of `cycles/<cycle>/rows/`: the rows of a table, or the commitments of a text. */
export const rowsSchema = (citation: Citation) => z.array(row(citation)).min(1)

export type RowSeed = Readonly<z.output<ReturnType<typeof row>>>
