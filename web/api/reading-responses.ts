import { z } from '@hono/zod-openapi'
import type { CycleRow, LetterRow } from '../../activities/views.ts'
import { actorName } from '../../domain/actor-name.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import type { RecordedEvent } from '../../domain/record.ts'

/** A cycle as lists show it: an adopted instrument in all its parties, or a plan in all its rows. */
export const cycleSchema = z.object({
  ...{ id: z.string(), title: inLanguages, organization: z.string() },
  type: z.enum(['cycle', 'plan']).describe('The cycle of an instrument, or a plan'),
  status: z.enum(['open', 'closed']),
  instrument: z.string().nullable().describe('`null` for a plan'),
  session: z.string().nullable().describe('That adopted the instrument, or took the decision that opened the plan'),
  trackedFrom: calendarDate,
  synthetic: z.boolean(),
  parties: z.int().optional().describe('Of an instrument'),
  rows: z.int().optional().describe('Of a plan'),
})

export function cycleAnswer({ id, title, type, cycle }: CycleRow): z.infer<typeof cycleSchema> {
  const { organization, status, trackedFrom, synthetic } = cycle
  const common = { id, title, organization, type, status, trackedFrom, synthetic }
  return type === 'cycle'
    ? { ...common, instrument: cycle.instrument, session: cycle.session, parties: cycle.parties.length }
    : { ...common, instrument: null, session: cycle.decision.session, rows: cycle.rows.length }
}

/** A letter as lists show it: the same fields as on the command line. */
export const letterSchema = z.object({
  id: z.string(),
  kind: z.string(),
  party: z.string(),
  obligations: z.array(z.string()),
  messageId: z.string().describe('With its angle brackets'),
  issuedOn: calendarDate,
  sentOn: calendarDate.nullable(),
  outcome: z.enum(['pending', 'accepted', 'refused', 'uncertain', 'withdrawn']).describe('`accepted` once the relay took it'),
})

export function letterAnswer({ id, letter }: LetterRow): z.infer<typeof letterSchema> {
  const { kind, party, obligations, messageId, issuedOn, sentOn, outcome } = letter
  return { id, kind, party, obligations: [...obligations], messageId, issuedOn, sentOn, outcome }
}

export const eventSchema = z.object({
  position: z.int(),
  stream: z.string(),
  version: z.int(),
  type: z.string(),
  occurredOn: calendarDate,
  recordedAt: z.string(),
  actor: z.string(),
  data: z.record(z.string(), z.unknown()),
})

export const eventAnswer = ({ position, stream, version, type, occurredOn, recordedAt, actor, data }: RecordedEvent): z.infer<typeof eventSchema> => ({
  ...{ position, stream, version, type, occurredOn, recordedAt, data },
  actor: actorName(actor),
})
