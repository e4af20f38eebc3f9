import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { obligationId, parseObligationId } from '../../domain/ids.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { type Member, membersOn, type Organization } from '../../domain/organization/organization.ts'
import { computedCriterion, type SupervisionRules } from '../../domain/rulebook/supervision.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { type SeriousFailure, seriousFailureOn, type TrackedInstrument } from '../../domain/supervision/serious-failure.ts'
import type { Supervision } from '../../domain/supervision/state.ts'
import { foldInstrument, foldObligation, foldOrganization, foldSupervision } from '../fold.ts'
import type { EventLog, StreamHistory } from '../ports.ts'

/** One State as the record shows it to those who supervise. */
export type MemberSupervision = {
  readonly member: string
  /** `null` where the State was never a Member. */
  readonly membership: Member | null
  readonly supervision: Supervision
  /** `null` where no criterion of the organization is computed. */
  readonly failure: SeriousFailure | null
  /** What it rests on: the State's own stream, and its obligations. */
  readonly histories: readonly StreamHistory[]
}

/**
 * How each State stands under supervision, as of a day and by all that is on record.
 *
 * @param only these States; without a list, all that were Members on the day
 */
export async function supervisionOn(
  log: EventLog,
  rules: SupervisionRules,
  day: CalendarDate,
  only?: readonly string[],
): Promise<readonly MemberSupervision[]> {
  const { organization: body } = rules
  const criterion = computedCriterion(rules)?.computed ?? null
  const { organization, instruments } = await adoptedBy(log, body)
  const members = only ?? membersOn(organization, day).map(({ member }) => member)
  const owed = (member: string): readonly string[] => (criterion === null ? [] : owedBy(member, body, instruments, criterion.obligation))

  const known = new Set((await log.versions(stream.obligation(`${body}:`))).map((each) => each.stream))
  const names = members.flatMap((member) => [stream.supervision(`${body}:${member}`), ...owed(member).filter((name) => known.has(name))])
  const read = await inChunks(log, names)
  const followed = followedIn(known, criterion?.obligation ?? '')
  return members.map((member): MemberSupervision => {
    const own = read.get(stream.supervision(`${body}:${member}`))
    const supervision = foldSupervision(own)
    const tracked = owed(member).map((name, index): TrackedInstrument[] => {
      const each = instruments[index]
      if (each === undefined) return []
      const wasMember = membersOn(organization, each.adoptedOn).some((one) => one.member === member)
      return [{ ...each, wasMember, followed: followed.has(each.instrument), obligation: ofInstrument(read.get(name)) }]
    })
    return {
      member,
      membership: organization.status === 'unknown' ? null : (organization.members[member] ?? null),
      supervision,
      failure: criterion === null ? null : seriousFailureOn(criterion, tracked.flat(), supervision, day),
      histories: [own, ...owed(member).map((name) => read.get(name))].flatMap((history) => (history === undefined || history.version === 0 ? [] : [history])),
    }
  })
}

/** The instruments for which anybody owes an obligation of this kind. */
const followedIn = (obligations: ReadonlySet<string>, kind: string): ReadonlySet<string> =>
  new Set(
    [...obligations].flatMap((name) => {
      const { request, kind: itsKind } = parseObligationId(parseStreamName(name).id)
      return itsKind === kind ? [request] : []
    }),
  )

type Adopted = Pick<TrackedInstrument, 'instrument' | 'session' | 'adoptedOn'>

async function adoptedBy(log: EventLog, body: string): Promise<{ readonly organization: Organization; readonly instruments: readonly Adopted[] }> {
  const names = (await log.versions(stream.instrument(`${body}:`))).map((each) => each.stream)
  const { histories } = await log.read([stream.organization(body), ...names])
  const [own, ...adopted] = histories
  const instruments = adopted.map(foldInstrument).flatMap((each): readonly Adopted[] => {
    return each.status === 'unknown' ? [] : [{ instrument: each.code, session: each.session, adoptedOn: each.adoptedOn }]
  })
  return { organization: foldOrganization(own), instruments }
}

/** The names of the streams of what a State owes for these instruments, in their order. */
const owedBy = (party: string, organization: string, instruments: readonly Adopted[], kind: string): readonly string[] =>
  instruments.map(({ instrument: request }) => stream.obligation(obligationId({ organization, request, kind, party })))

function ofInstrument(history: StreamHistory | undefined): KnownObligation | null {
  const state = foldObligation(history)
  return state.status === 'unknown' ? null : state
}

const streamsAtOnce = 500

async function inChunks(log: EventLog, names: readonly string[]): Promise<ReadonlyMap<string, StreamHistory>> {
  const found = new Map<string, StreamHistory>()
  for (let from = 0; from < names.length; from += streamsAtOnce) {
    const { histories } = await log.read(names.slice(from, from + streamsAtOnce))
    for (const history of histories) found.set(history.stream, history)
  }
  return found
}
