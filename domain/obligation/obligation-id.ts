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

export const obligationId = ({ organization, request, kind, party, occurrence }: ObligationParts): string =>
  [organization, request, kind, party, ...(occurrence === undefined || occurrence === null ? [] : [occurrence])].join(':')

/** The party to whom letters about an obligation go, `<organization>:FRA`. */
export const correspondent = (organization: string, party: string): string => `${organization}:${party}`

/** `<organization>:FRA:2012-08-01:1` goes to `<organization>:FRA`. */
export const partyOfLetter = (letterId: string): string => letterId.split(':', 2).join(':')

export const stream = {
  organization: (id: string) => `organization/${id}`,
  session: (id: string) => `session/${id}`,
  instrument: (id: string) => `instrument/${id}`,
  cycle: (id: string) => `cycle/${id}`,
  obligation: (id: string) => `obligation/${id}`,
  correspondence: (party: string) => `correspondence/${party}`,
  letter: (id: string) => `letter/${id}`,
  decision: (id: string) => `decision/${id}`,
  supervision: (member: string) => `supervision/${member}`,
} as const

/** `obligation/<organization>:R202:submission:FRA` as its room and its id. */
export function partsOfStream(name: string): { readonly room: string; readonly id: string } {
  const slash = name.indexOf('/')
  return { room: name.slice(0, slash), id: name.slice(slash + 1) }
}
