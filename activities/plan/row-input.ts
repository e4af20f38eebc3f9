import { z } from 'zod'
import { spanOf, type Timing, timing } from '../../domain/calendar/timing.ts'
import { inLanguages, language } from '../../domain/languages.ts'
import type { Followed, Row } from '../../domain/plan/declaration.ts'
import { declaredFollowed, declaredRow, type StatedFollowed } from '../../domain/plan/declared-row.ts'
import { dateStatus, type Source } from '../../domain/provenance.ts'
import { type SourcesInput, sourcesInput } from '../source-input.ts'

const text = z.string().trim().min(1)

/** A timing as a person gives it: the words of the document, and what was read from them. */
export const timingInput = z.strictObject({
  printed: text.nullable(),
  parsed: timing.superRefine((parsed, context) => {
    const problem = problemOf(parsed)
    if (problem !== null) context.addIssue({ code: 'custom', message: problem })
  }),
  reversed: z.boolean().default(false),
  status: dateStatus.default('confirmed'),
  note: text.optional(),
  source: sourcesInput.optional(),
})
export type TimingInput = z.infer<typeof timingInput>

/** What is wrong with a timing whose fields are all well formed: it ends before it begins. */
function problemOf(parsed: Timing): string | null {
  try {
    spanOf(parsed)
    return null
  } catch (error) {
    if (error instanceof RangeError) return error.message
    throw error
  }
}

/** One thing to follow, as in a row of the seeds. What was done or observed is reported, not given here. */
export const followedInput = z.strictObject({
  kind: text,
  party: text,
  responsible: text.optional(),
  /** A single word: it is the last part of an obligation's id. */
  occurrence: z
    .string()
    .regex(/^[A-Za-z0-9]+(-[A-Za-z0-9]+)*$/, 'An occurrence holds letters, digits and single hyphens')
    .optional(),
  title: inLanguages.strict().optional(),
  timing: timingInput.optional(),
  target: z.strictObject({ atLeast: z.number(), unit: inLanguages.strict() }).optional(),
  note: text.optional(),
})
export type FollowedInput = z.infer<typeof followedInput>

const links = z.strictObject({ codes: z.array(text), printed: text.optional(), reversed: z.boolean().default(false), note: text.optional() })

/** A row in the shape of the seeds. */
export const rowInput = z
  .strictObject({
    id: z.string().regex(/^[A-Za-z0-9.§()-]+$/, 'A row is named by letters, digits, points, hyphens and brackets'),
    idIsOurs: z.boolean().default(false),
    component: text.optional(),
    /** What events are to be about for what the row asks to be counted from them. */
    about: z
      .string()
      .regex(/^[A-Za-z0-9][A-Za-z0-9.()-]*$/, 'a code holds letters, digits, points, hyphens and brackets')
      .optional(),
    printed: z.strictObject({ language, text }),
    wording: inLanguages.strict(),
    timing: timingInput,
    links: z.record(z.string(), links).default({}),
    followed: z.array(followedInput).default([]),
    followedUnder: z.array(text).default([]),
    nothingToFollow: text.optional(),
    status: dateStatus.default('confirmed'),
    note: text.optional(),
    source: sourcesInput.min(1),
  })
  .refine(({ followed, followedUnder, nothingToFollow }) => followed.length > 0 || followedUnder.length > 0 || nothingToFollow !== undefined, {
    path: ['followed'],
    message: 'Nothing says what becomes of this row: list what is followed, the rows under which it is, or say in nothingToFollow why nothing is',
  })
export type RowInput = z.infer<typeof rowInput>

/** A row as given, its sources resolved. */
export const rowFrom = (row: RowInput, sourcesOf: (given: SourcesInput) => Source[]): Row =>
  declaredRow({ ...row, source: sourcesOf(row.source), followed: row.followed.map(unobserved) })

/** What a row asks besides, in its own words and timing where it has none of its own. */
export const followedFrom = (metadata: FollowedInput, wording: Row['wording'], timingOfRow: Row['timing']): Followed =>
  declaredFollowed(unobserved(metadata), wording, timingOfRow)

const unobserved = ({ target, ...metadata }: FollowedInput): StatedFollowed =>
  target === undefined ? metadata : { ...metadata, target: { ...target, observed: [] } }
