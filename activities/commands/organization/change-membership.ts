import { z } from 'zod'
import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type MembershipCommand, membership } from '../../../domain/organization/membership.ts'
import { partyCode } from '../../../domain/party-code.ts'
import type { Source } from '../../../domain/provenance.ts'
import { stream } from '../../../domain/streams.ts'
import { foldOrganization } from '../../fold.ts'
import { sourcesFrom, sourcesInput } from '../../source-input.ts'
import type { About, Deciding, Decision } from '../command-definition.ts'

/** Of which organization, whom it concerns, in the words of the source where they say more, and what says so. */
export const membershipInput = {
  organization: z.string().min(1),
  member: partyCode,
  note: z.string().trim().min(1).max(2_000).optional(),
  source: sourcesInput.optional(),
}
type Input = z.output<z.ZodObject<typeof membershipInput>>

/** What both commands have: who joins and who leaves is in the organization's own stream. What is owed already stays as it is. */
export const onMembership = {
  scope: 'organization',
  mayBeGivenBy: { secretariat: 'any' },
  preview: false,
  about: ({ organization }: Pick<Input, 'organization'>): About => ({
    ...{ id: organization, organization, party: null },
    streams: [stream.organization(organization)],
  }),
} as const

/** Decides on the membership of an organization. @throws Refusal `unknown-organization`, and what the command may be refused for */
export async function changeMembership<Payload extends Input>(
  { context, metadata, payload, about, histories: [history], today: todayAtSeat }: Deciding<Payload>,
  command: (circumstances: { readonly today: CalendarDate; readonly source: Source[] }) => MembershipCommand,
): Promise<Decision> {
  const today = await todayAtSeat()
  const source = sourcesFrom(context, payload.organization, payload.source, metadata)
  const events = membership.decide(command({ today, source }), foldOrganization(history))
  return { streams: about.streams.map((name) => ({ stream: name, atVersion: history?.version ?? 0, events })) }
}
