import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { organizationOf, ownedId } from '../../domain/ids.ts'
import { instrumentKind } from '../../domain/instrument/events.ts'
import { instrument as instrumentDecider } from '../../domain/instrument/instrument.ts'
import { instrumentCode, requireInstrumentCode } from '../../domain/instrument/instrument-code.ts'
import { inLanguages } from '../../domain/languages.ts'
import { requireMay } from '../../domain/permissions.ts'
import { Refusal } from '../../domain/refusal.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldInstrument, foldSession } from '../fold.ts'
import type { CommandResult } from '../ports.ts'
import { requireWords } from '../require-words.ts'
import type { UseCaseContext } from '../use-case-context.ts'

export const adoptInstrumentPayload = z.strictObject({
  session: z.string().min(1),
  instrument: instrumentCode,
  kind: instrumentKind,
  title: inLanguages.strict(),
  adoptedOn: calendarDate.optional(),
})

/**
 * Records that a session adopted an instrument. Following it is asked for apart: `openCycle`.
 *
 * @throws Refusal `unknown-session`, `session-cancelled`, `already-adopted`, `date-in-future`, `adoption-outside-session`, `malformed-instrument-code`, `words-missing`
 */
export function adoptInstrument(context: UseCaseContext, metadata: CommandMetadata, payload: z.infer<typeof adoptInstrumentPayload>): Promise<CommandResult> {
  requireMay(metadata.actor, 'adopt-instrument', null)
  return retryOnVersionConflict(async () => {
    const { session: sessionId, instrument: code, kind, title } = payload
    const organization = organizationOf(sessionId)
    requireInstrumentCode(code, kind, context.reference.instrumentCodesOf(organization))
    requireWords(context, organization, title)
    const own = stream.instrument(ownedId(organization, code))
    const { histories, answered } = await context.log.read([own, stream.session(sessionId)], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const [history, held] = histories
    const session = foldSession(held)
    if (session.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${sessionId}`, { session: sessionId })
    if (session.status === 'cancelled') throw new Refusal('session-cancelled', `${sessionId} was cancelled`, { session: sessionId })

    const today = await context.clock.today(context.reference.zoneOf(organization))
    const adoptedOn = payload.adoptedOn ?? today
    const { opensOn, closing } = session
    if ((opensOn !== null && adoptedOn < opensOn) || (session.status === 'closed' && closing !== null && adoptedOn > closing.date))
      throw new Refusal('adoption-outside-session', `${adoptedOn} lies outside ${sessionId}`, {
        adoptedOn,
        opensOn: opensOn ?? '',
        closedOn: closing?.date ?? '',
      })
    const source = [{ title: `Recorded by ${metadata.actor.role}` }]
    const adoption = { organization, code, kind, title, session: sessionId, status: 'confirmed', source } as const
    const events = instrumentDecider.decide({ type: 'AdoptInstrument', today, adoptedOn, adoption: { ...adoption, source } }, foldInstrument(history))
    return context.log.append({
      ...metadata,
      streams: [{ stream: own, atVersion: history?.version ?? 0, events }],
      preconditions: [{ stream: stream.session(sessionId), version: held?.version ?? 0 }],
    })
  })
}
