import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { monthOfYear } from '../../domain/calendar/timing.ts'
import { organizationOf, qualifyId } from '../../domain/ids.ts'
import { followedInput, rowInput, timingInput } from '../plan/row-input.ts'
import { sourcesInput } from '../source-input.ts'

const text = z.string().trim().min(1)

/** A session named ahead of time, as "318th Session (November 2013)". */
const printedSession = z.strictObject({ organization: text, body: text, number: text, month: monthOfYear })
/** By its id, or as printed. */
const session = z.union([text, printedSession])
export type SessionInput = z.infer<typeof session>

/** A new obligation: under a row of a plan on record, or under one that comes with it. */
const entered = z.union([
  z.strictObject({ plan: text, row: text, followed: followedInput.required({ timing: true }) }),
  z.strictObject({ plan: text, added: rowInput }),
])

/** Other days for an obligation: its timing, or the session at which it is to be done. */
const moved = z.union([z.strictObject({ obligation: text, session }), z.strictObject({ obligation: text, timing: timingInput })])

const released = z.strictObject({ obligation: text })

export const effectsInput = {
  enters: z.array(entered).max(1_000).default([]),
  moves: z.array(moved).max(1_000).default([]),
  releases: z.array(released).max(1_000).default([]),
}
export type EffectsInput = z.infer<z.ZodObject<typeof effectsInput>>

export const recordDecisionPayload = z.strictObject({
  session,
  /** As printed: `12(b)`. */
  paragraph: text.max(100),
  text: text.max(20_000),
  /** Where it is not given, the last day of the session, or today while it sits. */
  takenOn: calendarDate.optional(),
  /** Where another document of the session has a paragraph of this number. */
  code: z
    .string()
    .regex(/^[A-Za-z0-9().-]+$/, 'A code holds letters, digits, points, hyphens and brackets')
    .optional(),
  /** The plan of the seeds that it opens, `sp`. */
  opens: text.optional(),
  ...effectsInput,
  source: sourcesInput.optional(),
})

/** What a decision on record brought, entered later: one obligation or several. */
export const enterObligationPayload = z
  .strictObject({ decision: text, ...effectsInput })
  .refine(({ enters, moves, releases }) => enters.length + moves.length + releases.length > 0, { message: 'Say what the decision enters, moves or releases' })

/** The plan that a decision would open, by its whole id; `null` where it opens none or is not well formed. */
export function planOpenedBy(payload: unknown): string | null {
  const read = recordDecisionPayload.safeParse(payload)
  if (!read.success || read.data.opens === undefined) return null
  const { session: at, opens } = read.data
  const organization = typeof at === 'string' ? organizationOf(at) : at.organization
  return qualifyId(organization, opens)
}
