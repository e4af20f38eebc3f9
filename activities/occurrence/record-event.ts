import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { occurrenceId } from '../../domain/ids.ts'
import { occurrence } from '../../domain/occurrence/occurrence.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldOccurrence } from '../fold.ts'
import type { CommandResult } from '../ports.ts'
import { sourcesFrom, sourcesInput } from '../source-input.ts'
import type { UseCaseContext } from '../use-case-context.ts'

const code = z.string().regex(/^[A-Za-z0-9][A-Za-z0-9.()-]*$/, 'a code holds letters, digits, points, hyphens and brackets')
const words = z.string().trim().min(1).max(2_000)

/** `on` defaults to the day on which it is recorded. */
export const recordEventPayload = z.strictObject({
  organization: z.string().min(1),
  type: code,
  about: code,
  on: calendarDate.optional(),
  reason: words.optional(),
  note: words.optional(),
  source: sourcesInput.optional(),
})

/**
 * Records that something of a declared type happened, or corrects the day of what is on record, for the reason given.
 *
 * @throws Refusal `unknown-organization`, `unknown-event-type`, `date-in-future`, `already-recorded`, `reason-missing`, `unknown-document`
 */
export async function recordEvent(context: UseCaseContext, metadata: CommandMetadata, payload: z.output<typeof recordEventPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'record-event', null)
  const { organization, type: eventType, about, reason, note } = payload
  const declared = context.reference.eventTypesOf(organization)
  if (!declared.includes(eventType))
    throw new Refusal('unknown-event-type', `${organization} declares no event of the type ${eventType}. There are ${declared.join(', ') || 'none'}`, {
      type: eventType,
    })
  const own = stream.occurrence(occurrenceId({ organization, type: eventType, about }))
  return retryOnVersionConflict(async () => {
    const { histories, answered } = await context.log.read([own], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history] = histories
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const source = sourcesFrom(context, organization, payload.source, metadata)
    const happened = { organization, eventType, about, on: payload.on ?? today, source }
    const said = { ...(reason === undefined ? {} : { reason }), ...(note === undefined ? {} : { note }) }
    const events = occurrence.decide({ type: 'RecordEvent', today, ...happened, ...said }, foldOccurrence(history))
    return context.log.append({ ...metadata, streams: [{ stream: own, atVersion: history?.version ?? 0, events }] })
  })
}
