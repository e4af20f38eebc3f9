import type {
  CalendarId,
  CycleId,
  DecisionId,
  InstrumentId,
  LetterId,
  ObligationId,
  OccurrenceId,
  OrganizationId,
  PartyId,
  PlanId,
  SessionId,
  YearlyListId,
} from './ids.ts'

/** The name of a stream: its category, a slash, and the id of what it records. */
export type StreamName = string & { readonly '~stream'?: true }

export const stream = {
  organization: (id: OrganizationId): StreamName => `organization/${id}`,
  session: (id: SessionId): StreamName => `session/${id}`,
  instrument: (id: InstrumentId): StreamName => `instrument/${id}`,
  cycle: (id: CycleId): StreamName => `cycle/${id}`,
  plan: (id: PlanId): StreamName => `plan/${id}`,
  yearlyList: (id: YearlyListId): StreamName => `yearly-list/${id}`,
  obligation: (id: ObligationId): StreamName => `obligation/${id}`,
  correspondence: (party: PartyId): StreamName => `correspondence/${party}`,
  letter: (id: LetterId): StreamName => `letter/${id}`,
  decision: (id: DecisionId): StreamName => `decision/${id}`,
  occurrence: (id: OccurrenceId): StreamName => `occurrence/${id}`,
  calendar: (id: CalendarId): StreamName => `calendar/${id}`,
  supervision: (member: PartyId): StreamName => `supervision/${member}`,
} as const

/** The categories of what is followed over time. An id is on record in one of them alone: a use case that opens one reads all. */
export const followedCategories = ['cycle', 'plan', 'yearly-list'] as const
export type FollowedCategory = (typeof followedCategories)[number]

/** The streams in which an id may be on record as a cycle, a plan or a yearly list. */
export const followedStreams = (id: string): readonly StreamName[] => followedCategories.map((category) => `${category}/${id}`)

/** The categories of what people record beside reports, and may correct. */
export const correctable: readonly string[] = ['decision', 'instrument', 'occurrence', 'organization', 'session', 'supervision']

/** The streams whose events are the history of an id. */
export const historyStreams = (id: string): readonly StreamName[] => ['obligation', ...correctable].map((category) => `${category}/${id}`)

/** `obligation/<organization>:R202:submission:FRA` as its category and its id. */
export function parseStreamName(name: StreamName): { readonly category: string; readonly id: string } {
  const slash = name.indexOf('/')
  return { category: name.slice(0, slash), id: name.slice(slash + 1) }
}
