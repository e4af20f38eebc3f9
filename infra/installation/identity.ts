import type { Identity } from '../../activities/identity.ts'
import type { Seeds } from '../seeds/seeds.ts'

/** Who there is to act and to read, as the seeds name them. */
export function identityFrom({ organizations }: Seeds): Identity {
  const parties = new Map(
    organizations.map(({ organization, members }) => [organization.code, new Set([...members.members, ...organization.units].map(({ code }) => code))]),
  )
  return {
    isParty: async (code) => [...parties.values()].some((codes) => codes.has(code)),
    organizationsOf: async ({ role, id }) => [...parties].flatMap(([organization, codes]) => (role !== 'ministry' || codes.has(id) ? [organization] : [])),
  }
}
