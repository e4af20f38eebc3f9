import type { CalendarId, CycleId, DecisionId, InstrumentId, LetterId, ObligationId, OccurrenceId, OrganizationId, PartyId, SessionId } from './ids.ts'

/** The name of a stream: its category, a slash, and the id of what it records. */
export type StreamName = string & { readonly '~stream'?: true }

export const stream = {
  organization: (id: OrganizationId): StreamName => `organization/${id}`,
  session: (id: SessionId): StreamName => `session/${id}`,
  instrument: (id: InstrumentId): StreamName => `instrument/${id}`,
  cycle: (id: CycleId): StreamName => `cycle/${id}`,
  obligation: (id: ObligationId): StreamName => `obligation/${id}`,
  correspondence: (party: PartyId): StreamName => `correspondence/${party}`,
  letter: (id: LetterId): StreamName => `letter/${id}`,
  decision: (id: DecisionId): StreamName => `decision/${id}`,
  occurrence: (id: OccurrenceId): StreamName => `occurrence/${id}`,
  calendar: (id: CalendarId): StreamName => `calendar/${id}`,
  supervision: (member: PartyId): StreamName => `supervision/${member}`,
} as const

/** `obligation/<organization>:R202:submission:FRA` as its category and its id. */
export function parseStreamName(name: StreamName): { readonly category: string; readonly id: string } {
  const slash = name.indexOf('/')
  return { category: name.slice(0, slash), id: name.slice(slash + 1) }
}
