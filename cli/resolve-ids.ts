import type { CycleRow } from '../activities/views.ts'
import { nameWithin, organizationOf, partyId } from '../domain/ids.ts'
import { malformed, notFound } from './failure.ts'
import type { SeenInstallation } from './read-as.ts'

/** `r202` or `<organization>:r202`, as the installation names it. @throws CommandFailed naming the cycles that there are */
export const resolveCycle = async ({ views }: SeenInstallation, given: string): Promise<string> =>
  found(
    'cycle',
    given,
    (await views.cycles()).map(({ id }) => id),
  )

type PlanRow = Extract<CycleRow, { type: 'plan' }>

/** A plan. @throws CommandFailed naming the plans that there are */
export async function resolvePlan({ views }: SeenInstallation, given: string): Promise<PlanRow> {
  const plans = (await views.cycles()).filter((row) => row.type === 'plan')
  const id = found(
    'plan',
    given,
    plans.map((each) => each.id),
  )
  return plans.find((each) => each.id === id) ?? noneOf('plan', given, [])
}

/** `<body>-114` or `<organization>:<body>-114`. @throws CommandFailed naming the sessions that there are */
export const sessionInput = async ({ views }: SeenInstallation, given: string): Promise<string> =>
  found(
    'session',
    given,
    (await views.sessions()).map(({ id }) => id),
  )

/** `R202`, in every organization that has it, or `<organization>:R202`. @throws CommandFailed naming the instruments that there are */
export async function resolveInstrument({ views }: SeenInstallation, given: string): Promise<{ readonly instrument: string; readonly organization?: string }> {
  const known = (await views.instruments()).map(({ id }) => id)
  const id = known.find((each) => same(each, given)) ?? known.find((each) => same(nameWithin(each), given)) ?? noneOf('instrument', given, known)
  return { instrument: nameWithin(id), ...organizationIn(id, given) }
}

/**
 * A party's code: `TUN`, in every organization that it belongs to, or `<organization>:TUN` in one. One that owes nothing is found as well.
 *
 * @throws CommandFailed naming those that there are
 */
export async function resolveParty({ views }: SeenInstallation, given: string): Promise<{ readonly member: string; readonly organization?: string }> {
  const known = (await views.parties()).map(({ organization, party }) => partyId(organization, party))
  const id = known.find((each) => same(each, given)) ?? known.find((each) => same(nameWithin(each), given))
  if (id === undefined) return noneOf('State', given, [...new Set(known.map(nameWithin))])
  return { member: nameWithin(id), ...organizationIn(id, given) }
}

/** A kind of which something is owed. @throws CommandFailed naming the kinds that there are */
export async function resolveKind({ views }: SeenInstallation, given: string): Promise<string> {
  const known = [...new Set((await views.obligations({})).map(({ state }) => state.kind))]
  return known.find((kind) => same(kind, given)) ?? noneOf('kind', given, known)
}

/** @throws CommandFailed where there is no such obligation, with one of each of two kinds as examples */
export async function resolveObligation({ views }: SeenInstallation, given: string) {
  const row = await views.obligation(given)
  if (row !== null) return row
  const [cycles, owed] = await Promise.all([views.cycles(), views.obligations({})])
  const followed = cycles.map((row) => (row.type === 'cycle' ? row.cycle.instrument : row.id))
  const examples = [...new Map(owed.map(({ id, state }) => [state.kind, id])).values()].slice(0, 2)
  const named = examples.length === 0 ? 'None is on record' : `An obligation is named as ${examples.join(', or as ')}; here ${followed.join(', ')} are followed`
  throw notFound('unknown-obligation', `There is no obligation ${given}. ${named}`, { obligation: given })
}

function found(what: string, given: string, known: readonly string[]): string {
  const whole = known.find((id) => same(id, given))
  if (whole !== undefined) return whole
  const [first, ...others] = known.filter((id) => same(nameWithin(id), given))
  if (first === undefined) return noneOf(what, given, known)
  if (others.length > 0) throw malformed(`There is more than one ${what} ${given}: write ${[first, ...others].join(' or ')}`, { [what]: given })
  return first
}

function noneOf(what: string, given: string, known: readonly string[]): never {
  throw notFound(`unknown-${what.toLowerCase()}`, `There is no ${what} ${given}. There are ${known.toSorted().join(', ')}`, { [what.toLowerCase()]: given })
}

const organizationIn = (id: string, given: string): { readonly organization?: string } => (same(id, given) ? { organization: organizationOf(id) } : {})

const same = (id: string, given: string): boolean => id.toLowerCase() === given.toLowerCase()
