import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { partyId } from '../../domain/ids.ts'
import { type CommandName, requireMay } from '../../domain/permissions.ts'
import type { Source } from '../../domain/provenance.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SupervisionRules } from '../../domain/rulebook/supervision.ts'
import { stream } from '../../domain/streams.ts'
import type { SupervisionCommand } from '../../domain/supervision/commands.ts'
import type { Supervision } from '../../domain/supervision/state.ts'
import { supervision } from '../../domain/supervision/supervision.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldSupervision } from '../fold.ts'
import type { Append, CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

/** Whom a command concerns, the day of what it records, and what says so. */
export type Concerning = {
  readonly organization: string
  readonly member: string
  readonly on?: CalendarDate | undefined
  readonly source?: readonly Source[] | undefined
}

export type Circumstances = {
  readonly today: CalendarDate
  readonly on: CalendarDate
  readonly source: Source[]
  readonly rules: SupervisionRules
  readonly state: Supervision
}

/** What is asked of one Member's stream, and what must not have moved meanwhile. */
export type Asking = { readonly command: SupervisionCommand; readonly preconditions: NonNullable<Append['preconditions']> }

/**
 * Reads what bodies said of one Member, decides and appends.
 *
 * @param ask what is recorded, once what it names is known to be on record
 * @throws Refusal `not-allowed`, `unknown-organization`, `rule-not-known` where the organization declares no supervision
 */
export function supervise(
  context: UseCaseContext,
  metadata: CommandMetadata,
  name: CommandName,
  { organization, member, on, source }: Concerning,
  ask: (circumstances: Circumstances) => Promise<Asking>,
): Promise<CommandResult> {
  requireMay(metadata.actor, name, member)
  return retryOnVersionConflict(async () => {
    const own = stream.supervision(partyId(organization, member))
    const { histories, answered } = await context.log.read([own], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const rules = context.reference.supervisionOf(organization)
    if (rules === null) throw new Refusal('rule-not-known', `${organization} declares no supervision of its Members`, { organization })
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const state = foldSupervision(histories[0])
    const said = source === undefined || source.length === 0 ? [{ title: `Recorded by ${metadata.actor.role}` }] : [...source]
    const { command, preconditions } = await ask({ today, on: on ?? today, source: said, rules, state })
    const events = supervision.decide(command, state)
    return context.log.append({ ...metadata, streams: [{ stream: own, atVersion: histories[0]?.version ?? 0, events }], preconditions })
  })
}
