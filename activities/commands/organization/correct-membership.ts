import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { type MembershipCommand, membership } from '../../../domain/organization/membership.ts'
import type { Organization } from '../../../domain/organization/organization.ts'
import type { Source } from '../../../domain/provenance.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { membershipFollows } from '../../correction/membership-follows.ts'
import { foldOrganization } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { type SourcesInput, sourcesFrom } from '../../source-input.ts'
import type { Deciding, Decision } from '../command-definition.ts'

type Input = { readonly organization: string; readonly member: string; readonly reason: string; readonly source?: SourcesInput | undefined }

/** Decides on what was recorded wrongly of a membership, with what follows for those who owe. */
export async function correctMembership<Payload extends Input>(
  { context, metadata, payload, histories: [history], today: todayAtSeat }: Deciding<Payload>,
  fact: 'admission' | 'withdrawal',
  command: (circumstances: { readonly today: CalendarDate; readonly source: Source[] }) => MembershipCommand,
): Promise<Decision> {
  const { organization, member, reason } = payload
  const before = foldOrganization(history)
  if (history === undefined || before.status === 'unknown')
    throw new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
  const today = await todayAtSeat()
  const source = sourcesFrom(context, organization, payload.source, metadata)
  const events = membership.decide(command({ today, source }), before)
  const after = events.reduce<Organization>((state, event, index) => membership.evolve(state, { ...event, version: history.version + index + 1 }), before)
  const correction = { fact, recordedIn: history.stream, version: history.version + 1, reason, source } as const
  const { streams, preconditions } = await membershipFollows(context, { organization, member, before, after, correction, today })
  return { streams: mergeAppends([{ stream: history.stream, atVersion: history.version, events }, ...streams]), preconditions }
}
