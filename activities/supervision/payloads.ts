import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { partyCode } from '../../domain/party-code.ts'
import { source } from '../../domain/provenance.ts'

const text = z.string().trim().min(1).max(2_000)
const code = z.string().trim().min(1).max(100)
const paragraph = text.optional()

/** Whom it concerns, when it happened (today at the seat where no day is given) and where it is said. */
const given = { organization: code, member: partyCode, on: calendarDate.optional(), source: z.array(z.strictObject(source.shape)).optional() }
/** None: it concerns whatever the Member owes. */
const instruments = z.array(code).default([])
/** By its whole id. */
const session = code

/** What each command on the supervision of a Member holds, by its name. */
export const supervisionPayloads = {
  'record-comment': z
    .strictObject({
      ...given,
      reference: code,
      kind: code,
      body: code,
      session: session.optional(),
      reportYear: z.int().min(1900).max(2200).optional(),
      instruments,
      paragraph,
    })
    .refine((comment) => comment.session !== undefined || comment.reportYear !== undefined, {
      path: ['session'],
      message: 'Name the session at which the comment was made, or the year of the report that carries it.',
    }),
  'record-comment-reply': z.strictObject({ ...given, reference: code, text: z.string().trim().min(1).max(100_000).optional() }),
  'record-listing': z.strictObject({ ...given, body: code, session, criteria: z.array(code).default([]), instruments, paragraph: text }),
  'record-hearing': z.strictObject({ ...given, session, outcome: z.enum(['explained', 'silent']), paragraph }),
  'record-conclusions': z.strictObject({ ...given, body: code, session, paragraph: text }),
  'clear-supervision': z.strictObject({ ...given, body: code, instruments, paragraph: text }),
} as const
export type SupervisionCommandName = keyof typeof supervisionPayloads
export type SupervisionPayload<Name extends SupervisionCommandName> = z.output<(typeof supervisionPayloads)[Name]>
