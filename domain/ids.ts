import { Refusal } from './refusal.ts'

/**
 * Every id of the record, parsed and printed here and nowhere else: `<organization>:<name>`, where the name may have parts of its own.
 *
 * The types are labels: a plain text may stand where an id is expected, an id of one kind never where another kind is.
 */
export type OrganizationId = Labelled<'organization'>
export type SessionId = Labelled<'session'>
export type InstrumentId = Labelled<'instrument'>
export type CycleId = Labelled<'cycle'>
export type PlanId = Labelled<'plan'>
export type YearlyListId = Labelled<'yearly-list'>
export type ObligationId = Labelled<'obligation'>
export type PartyId = Labelled<'party'>
export type LetterId = Labelled<'letter'>
export type DecisionId = Labelled<'decision'>
export type OccurrenceId = Labelled<'occurrence'>
export type CalendarId = Labelled<'calendar'>

/** An id that names its organization. */
export type OwnedId = SessionId | InstrumentId | CycleId | PlanId | YearlyListId | ObligationId | PartyId | LetterId | DecisionId | OccurrenceId | CalendarId

/** The parts of an obligation's id, `<organization>:R202:submission:FRA`, `<organization>:<plan>-I-4:event:<unit>:2014`. */
export type ObligationParts = {
  readonly organization: string
  /** The request: an instrument's code, or a row of a plan. */
  readonly request: string
  readonly kind: string
  readonly party: string
  /** The year, the session or the number that tells it from others of the same request, kind and party. */
  readonly occurrence?: string | null | undefined
}

export const obligationId = ({ organization, request, kind, party, occurrence }: ObligationParts): ObligationId =>
  [organization, request, kind, party, ...(occurrence === undefined || occurrence === null ? [] : [occurrence])].join(separator)

/** @throws Refusal `unknown-obligation` when a part is missing: what has no party would be shown to nobody, or to everybody */
export function parseObligationId(id: ObligationId): ObligationParts {
  const [organization, request, kind, party, occurrence, ...rest] = id.split(separator)
  if (!organization || !request || !kind || !party || occurrence === '' || rest.length > 0)
    throw new Refusal('unknown-obligation', `There is no obligation ${id}`, { obligation: id })
  return { organization, request, kind, party, occurrence: occurrence ?? null }
}

/** What a row of a plan requests, `<plan>-I-4`. */
export const rowRequest = (plan: string, row: string): string => `${plan}-${row}`

/** The ids of all obligations that a request asks begin so. */
export const obligationsOfRequest = (organization: string, request: string): string => `${ownedId(organization, request)}${separator}`

/** The party to whom letters about an obligation go, `<organization>:FRA`. */
export const partyId = (organization: string, party: string): PartyId => ownedId(organization, party)

/** `<organization>:R202:submission:FRA` belongs to `<organization>:FRA`. @throws Refusal `unknown-obligation` when the id names no party */
export function partyOf(id: ObligationId): PartyId {
  const { organization, party } = parseObligationId(id)
  return partyId(organization, party)
}

/** `<organization>:FRA:2012-08-01:1` goes to `<organization>:FRA`. */
export const partyOfLetter = (id: LetterId): PartyId => id.split(separator, 2).join(separator)

/** Something of a type that happened about one thing, `<organization>:report-tabled:report-7`. */
export const occurrenceId = ({ organization, type, about }: { readonly organization: string; readonly type: string; readonly about: string }): OccurrenceId =>
  [organization, type, about].join(separator)

/** The id of the list that an organization makes year by year. */
export const yearlyListId = (organization: string): YearlyListId => ownedId(organization, 'yearly-list')

/** `<organization>:r202` of an organization's code and a name of its own. */
export const ownedId = (organization: string, name: string): string => `${organization}${separator}${name}`

/** The ids that an organization owns begin so. */
export const idsOfOrganization = (organization: string): string => ownedId(organization, '')

/** The organization that an id begins with. The id of an organization is its own. */
export const organizationOf = (id: string): OrganizationId => id.split(separator, 1)[0] ?? id

/** What follows the organization: `R202` of `<organization>:R202`; a name without an organization as it is. */
export const nameWithin = (id: string): string => id.slice(id.indexOf(separator) + 1)

export const parseOwnedId = (id: OwnedId): { readonly organization: string; readonly name: string } => ({
  organization: organizationOf(id),
  name: nameWithin(id),
})

/** Whether a text names its organization, as ids do and codes of the seeds do not. */
export const isOwnedId = (text: string): boolean => text.includes(separator)

export const isOwnedBy = (organization: string, id: string): boolean => id.startsWith(idsOfOrganization(organization))

/** A whole id of what people may name by its code alone, within one organization. */
export const qualifyId = (organization: string, idOrName: string): string => (isOwnedId(idOrName) ? idOrName : ownedId(organization, idOrName))

const separator = ':'

type Labelled<Kind extends string> = string & { readonly '~id'?: Kind }
