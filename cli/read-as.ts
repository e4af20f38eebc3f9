import { readerNamed } from '../activities/identity.ts'
import type { Answers } from '../activities/queries.ts'
import { actorName, type NamedActor } from '../domain/actor-name.ts'
import { type Principal, principalIn, systemPrincipal } from '../domain/principal.ts'
import { malformed } from './failure.ts'
import type { Usual } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'

/** What every command that reads takes. */
export type Reading = Usual & { readonly as?: NamedActor }

/** An installation as one principal sees it: what they may not see is not there. */
export type SeenInstallation = AvailableInstallation & { readonly views: Answers }

/** Uses an installation as whoever `--as` names; without it, as those who operate it at its own machine. */
export const readAs = <T>(ports: CommandLinePorts, { data, as }: Reading, use: (installation: SeenInstallation) => Promise<T>): Promise<T> =>
  ports.read(data, async (installation) => use(seenBy(await readerOf(installation, as), installation)))

/**
 * As those see it who give a command: of the organization that they name, else as the operator. What the command itself may do is judged by the
 * organization that it concerns.
 */
export const seenByGiver = (installation: AvailableInstallation, as: NamedActor): SeenInstallation =>
  seenBy(as.organization === undefined ? operator : principalIn(as, as.organization, 'command-line'), installation)

const operator = systemPrincipal('operator', 'command-line')

const seenBy = (principal: Principal, installation: AvailableInstallation): SeenInstallation => ({ ...installation, views: installation.queries.as(principal) })

/** @throws CommandFailed where nobody is named so, or several could be meant */
async function readerOf({ identity }: AvailableInstallation, as: NamedActor | undefined): Promise<Principal> {
  if (as === undefined) return operator
  const found = await readerNamed(identity, as, 'command-line')
  if ('principal' in found) return found.principal
  const name = actorName(as)
  if (as.organization !== undefined) throw malformed(`There is no ${name} in an organization called ${as.organization}`, { as: `${as.organization}/${name}` })
  const [first, ...others] = found.organizations
  if (first === undefined) throw malformed(`There is no Member or unit ${as.id}: name a ministry by the code of its party, as ministry:FRA`, { as: name })
  throw malformed(`Say of which organization: ${[first, ...others].map((each) => `--as ${each}/${name}`).join(' or ')}`, { as: name })
}
