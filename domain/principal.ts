import type { Actor } from './actor.ts'
import type { NamedActor, Role } from './actor-name.ts'

/** By which way a principal asks. */
export type Via = 'command-line' | 'http' | 'scenario' | 'system'

/**
 * Who asks, through every command and every query.
 *
 * The secretariat, a reviewer and an auditor are of one organization; a ministry is of one party of one organization. The system acts for all:
 * only its `organization` is `null`.
 */
export type Principal = {
  /** An opaque id, never a name. */
  readonly subject: string
  readonly role: Role
  readonly organization: string | null
  /** Whom a ministry speaks for; `null` for all others. */
  readonly party: string | null
  readonly via: Via
}

/** A part of the system itself, or whoever operates it at its own machine. */
export const systemPrincipal = (part: string, via: Via = 'system'): Principal => ({ subject: part, role: 'system', organization: null, party: null, via })

/** As a face names it, within the organization that it says or else the one that is concerned. */
export const principalIn = ({ role, id, organization }: NamedActor, concerned: string, via: Via): Principal => ({
  subject: id,
  role,
  organization: role === 'system' ? null : (organization ?? concerned),
  party: role === 'ministry' ? id : null,
  via,
})

/** What stands on the record of who acted: a role and an opaque id. */
export const actorOf = ({ role, subject }: Principal): Actor => ({ role, id: subject })

/** Whether what an organization owns exists for a principal at all. */
export const isWithin = ({ organization }: Principal, owner: string): boolean => organization === null || organization === owner
