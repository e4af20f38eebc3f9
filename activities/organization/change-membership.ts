import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type MembershipCommand, membership } from '../../domain/organization/membership.ts'
import { type CommandName, requireMay } from '../../domain/permissions.ts'
import type { Source } from '../../domain/provenance.ts'
import { stream } from '../../domain/streams.ts'
import { type CommandMetadata, firstResult, retryOnVersionConflict } from '../command.ts'
import { foldOrganization } from '../fold.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'

type Given = { readonly organization: string; readonly source?: readonly Source[] | undefined }

/** Reads an organization, decides on its membership and appends. @throws Refusal `not-allowed`, `unknown-organization`, and what the command may be refused for */
export function changeMembership(
  context: UseCaseContext,
  metadata: CommandMetadata,
  name: CommandName,
  { organization, source }: Given,
  command: (circumstances: { readonly today: CalendarDate; readonly source: Source[] }) => MembershipCommand,
): Promise<CommandResult> {
  requireMay(metadata.actor, name, null)
  return retryOnVersionConflict(async () => {
    const own = stream.organization(organization)
    const { histories, answered } = await context.log.read([own], metadata.commandId)
    if (answered !== null) return firstResult(metadata, answered)
    const today = await context.clock.today(context.reference.zoneOf(organization))
    const said = source === undefined || source.length === 0 ? [{ title: `Recorded by ${metadata.actor.role}` }] : [...source]
    const events = membership.decide(command({ today, source: said }), foldOrganization(histories[0]))
    return context.log.append({ ...metadata, streams: [{ stream: own, atVersion: histories[0]?.version ?? 0, events }] })
  })
}
