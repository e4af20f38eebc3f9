import { z } from '@hono/zod-openapi'
import type { LetterRow } from '../../activities/views.ts'
import { actorName } from '../../domain/actor.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { RecordedEvent } from '../../domain/record.ts'

/** A letter as lists show it: the same fields as on the command line. */
export const letterSchema = z.object({
  id: z.string(),
  kind: z.string(),
  debtor: z.string(),
  obligations: z.array(z.string()),
  messageId: z.string().describe('With its angle brackets'),
  issuedOn: calendarDate,
  sentOn: calendarDate.nullable(),
  outcome: z.enum(['pending', 'accepted', 'refused', 'uncertain', 'withdrawn']).describe('`accepted` once the relay took it'),
})

export function letterAnswer({ id, letter }: LetterRow): z.infer<typeof letterSchema> {
  const { kind, debtor, obligations, messageId, issuedOn, sentOn, outcome } = letter
  return { id, kind, debtor, obligations: [...obligations], messageId, issuedOn, sentOn, outcome }
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
