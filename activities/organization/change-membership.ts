import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { type CommandName, requireMay } from '../../domain/may.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import { type MembershipCommand, membership } from '../../domain/organization/membership.ts'
import type { Source } from '../../domain/provenance.ts'
import { type Asked, decidingAgain, firstResult } from '../command.ts'
import { foldOrganization } from '../fold.ts'
import type { House } from '../house.ts'
import type { CommandResult } from '../ports.ts'

type Given = { readonly organization: string; readonly source?: readonly Source[] | undefined }

/** Reads an organization, decides on its membership and appends. @throws Refusal `not-allowed`, `unknown-organization`, and what the command may be refused for */
export function changeMembership(
  house: House,
  asked: Asked,
  name: CommandName,
  { organization, source }: Given,
  command: (circumstances: { readonly today: CalendarDate; readonly source: Source[] }) => MembershipCommand,
): Promise<CommandResult> {
  requireMay(asked.actor, name, null)
  return decidingAgain(async () => {
    const own = stream.organization(organization)
    const { histories, answered } = await house.log.read([own], asked.commandId)
    if (answered !== null) return firstResult(asked, answered)
    const today = await house.clock.today(house.reference.zoneOf(organization))
    const said = source === undefined || source.length === 0 ? [{ title: `Recorded by ${asked.actor.role}` }] : [...source]
    const events = membership.decide(command({ today, source: said }), foldOrganization(histories[0]))
    return house.log.append({ ...asked, streams: [{ stream: own, atVersion: histories[0]?.version ?? 0, events }] })
  })
}
