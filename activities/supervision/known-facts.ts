import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { SupervisionRules } from '../../domain/rulebook/supervision.ts'
import { stream } from '../../domain/streams.ts'
import { foldInstrument, foldOrganization, foldSession } from '../fold.ts'
import type { Append, EventLog } from '../ports.ts'

type Body = SupervisionRules['bodies'][number]

/** @throws Refusal `unknown-body` */
export function bodyNamed({ organization, bodies }: SupervisionRules, code: string): Body {
  const found = bodies.find((body) => body.code === code)
  if (found !== undefined) return found
  const known = bodies.map((body) => body.code).join(', ')
  throw new Refusal('unknown-body', `${code} is no body that supervises the Members of ${organization}: ${known} do`, { body: code })
}

/** @throws Refusal `unknown-kind` where it is none of the body's comments */
export function requireKind({ code, comments }: Body, kind: string): void {
  if (comments.some((comment) => comment.kind === kind)) return
  const known = comments.map((comment) => comment.kind).join(', ') || 'none'
  throw new Refusal('unknown-kind', `${code} makes no comment called ${kind}; its comments: ${known}`, { kind, body: code })
}

/** @throws Refusal `unknown-criterion` */
export function requireCriteria({ organization, criteria }: SupervisionRules, codes: readonly string[]): void {
  const unknown = codes.find((code) => criteria.every((criterion) => criterion.code !== code))
  if (unknown !== undefined) throw new Refusal('unknown-criterion', `${organization} declares no criterion ${unknown}`, { criterion: unknown })
}

export type Named = {
  readonly organization: string
  /** Whom it concerns, where it must be a Member on the day. */
  readonly member?: string
  readonly on: CalendarDate
  readonly session?: string
  /** The body whose session it must be. */
  readonly sessionOf?: string
  readonly instruments?: readonly string[]
}

/**
 * Requires that what is named is on record.
 *
 * @returns the streams that say so, each at the version that was read: they must not move before what is decided is appended
 * @throws Refusal `unknown-organization`, `not-a-member`, `unknown-session`, `session-cancelled`, `unknown-instrument`
 */
export async function requireKnown(
  log: Pick<EventLog, 'read'>,
  { organization, member, on, session, sessionOf, instruments = [] }: Named,
): Promise<NonNullable<Append['preconditions']>> {
  const names = [stream.organization(organization), ...instruments.map((code) => stream.instrument(ownedId(organization, code)))]
  const { histories } = await log.read(session === undefined ? names : [...names, stream.session(session)])
  const [own, ...rest] = histories
  const members = foldOrganization(own)
  if (members.status === 'unknown') throw new Refusal('unknown-organization', `There is no organization ${organization}`, { organization })
  if (member !== undefined && !membersOn(members, on).some((each) => each.member === member))
    throw new Refusal('not-a-member', `${member} was no Member of ${organization} on ${on}`, { member, organization, on })
  for (const [index, code] of instruments.entries())
    if (foldInstrument(rest[index]).status === 'unknown')
      throw new Refusal('unknown-instrument', `There is no instrument ${code} of ${organization}`, { instrument: code })
  if (session !== undefined) requireSession(foldSession(rest.at(-1)), { organization, session, sessionOf: sessionOf ?? null })
  return histories.map(({ stream: name, version }) => ({ stream: name, version }))
}

function requireSession(
  held: ReturnType<typeof foldSession>,
  { organization, session, sessionOf }: { readonly organization: string; readonly session: string; readonly sessionOf: string | null },
): void {
  if (held.status === 'unknown' || held.organization !== organization)
    throw new Refusal('unknown-session', `There is no session ${session} of ${organization}`, { session })
  if (sessionOf !== null && held.body !== sessionOf)
    throw new Refusal('unknown-session', `${session} is no session of ${sessionOf}`, { session, body: sessionOf })
  if (held.status === 'cancelled') throw new Refusal('session-cancelled', `${session} was cancelled`, { session })
}
