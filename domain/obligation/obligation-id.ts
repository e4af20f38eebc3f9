import type { ObligationKind } from './events.ts'

/** The parts of an obligation's id, `ilo:R202:submission:FRA`. */
export type ObligationParts = {
  readonly organization: string
  /** The request: an instrument's code, or a row of a plan. */
  readonly request: string
  readonly kind: ObligationKind
  readonly debtor: string
}

export const obligationId = ({ organization, request, kind, debtor }: ObligationParts): string => [organization, request, kind, debtor].join(':')

/** The debtor to whom letters about an obligation go, `ilo:FRA`. */
export const correspondent = (organization: string, debtor: string): string => `${organization}:${debtor}`

/** `ilo:FRA:2012-08-01:1` goes to `ilo:FRA`. */
export const debtorOfLetter = (letterId: string): string => letterId.split(':', 2).join(':')

export const stream = {
  organization: (id: string) => `organization/${id}`,
  session: (id: string) => `session/${id}`,
  instrument: (id: string) => `instrument/${id}`,
  cycle: (id: string) => `cycle/${id}`,
  obligation: (id: string) => `obligation/${id}`,
  correspondence: (debtor: string) => `correspondence/${debtor}`,
  letter: (id: string) => `letter/${id}`,
} as const

/** `obligation/ilo:R202:submission:FRA` as its room and its id. */
export function partsOfStream(name: string): { readonly room: string; readonly id: string } {
  const slash = name.indexOf('/')
  return { room: name.slice(0, slash), id: name.slice(slash + 1) }
}
