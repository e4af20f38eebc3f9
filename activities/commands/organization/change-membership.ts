import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type MembershipCommand, membership } from '../../../domain/organization/membership.ts'
import type { Source } from '../../../domain/provenance.ts'
import { stream } from '../../../domain/streams.ts'
import { foldOrganization } from '../../fold.ts'
import type { About, Deciding, Decision } from '../command-definition.ts'

type Input = { readonly organization: string; readonly member: string; readonly source?: readonly Source[] | undefined }

/** Who joins and who leaves stands in the organization's own stream. */
export const aboutMembership = ({ organization }: Pick<Input, 'organization'>): About => ({
  ...{ id: organization, organization, party: null },
  streams: [stream.organization(organization)],
})

/** Decides on the membership of an organization. @throws Refusal `unknown-organization`, and what the command may be refused for */
export async function changeMembership<Payload extends Input>(
  { metadata, payload, about, histories: [history], today: todayAtSeat }: Deciding<Payload>,
  command: (circumstances: { readonly today: CalendarDate; readonly source: Source[] }) => MembershipCommand,
): Promise<Decision> {
  const { source = [] } = payload
  const today = await todayAtSeat()
  const said = source.length === 0 ? [{ title: `Recorded by ${metadata.principal.role}` }] : [...source]
  const events = membership.decide(command({ today, source: said }), foldOrganization(history))
  return { streams: about.streams.map((name) => ({ stream: name, atVersion: history?.version ?? 0, events })) }
}
