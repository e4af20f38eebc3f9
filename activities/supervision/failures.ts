import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { obligationId, stream } from '../../domain/obligation/obligation-id.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { type Member, membersOn, type Organization } from '../../domain/organization/organization.ts'
import { type ComputedCriterion, computedCriterion, type SupervisionRules } from '../../domain/rulebook/supervision.ts'
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
  const { organization, instruments } = await adoptedBy(log, body)
  const members = only ?? membersOn(organization, day).map(({ member }) => member)
  const criterion = computedCriterion(rules)?.computed ?? null
  const known = new Set((await log.versions(stream.obligation(`${body}:`))).map((each) => each.stream))
  const read = await inChunks(
    log,
    members.flatMap((member) => [stream.supervision(`${body}:${member}`), ...owed(body, instruments, member, criterion).filter((name) => known.has(name))]),
  )

  const followed = new Set([...known].map((name) => name.split(':')[1]))
  return members.map((member): MemberSupervision => {
    const own = read.get(stream.supervision(`${body}:${member}`))
    const supervision = foldSupervision(own)
    const obligations = owed(body, instruments, member, criterion)
    const tracked = instruments.map(
      (each, index): TrackedInstrument => ({
        ...each,
        wasMember: membersOn(organization, each.adoptedOn).some((one) => one.member === member),
        followed: followed.has(each.instrument),
        obligation: ofInstrument(read.get(obligations[index] ?? '')),
      }),
    )
    return {
      member,
      membership: organization.status === 'unknown' ? null : (organization.members[member] ?? null),
      supervision,
      failure: criterion === null ? null : seriousFailureOn(criterion, tracked, supervision, day),
      histories: [own, ...obligations.map((name) => read.get(name))].filter((history) => history !== undefined && history.version > 0) as StreamHistory[],
    }
  })
}

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

/** The names of the streams of what a State owes for these instruments in the kind that the criterion counts, in their order; none without a criterion. */
const owed = (organization: string, instruments: readonly Adopted[], debtor: string, criterion: ComputedCriterion | null): readonly string[] =>
  criterion === null
    ? []
    : instruments.map(({ instrument: request }) => stream.obligation(obligationId({ organization, request, kind: criterion.obligation, debtor })))

function ofInstrument(history: StreamHistory | undefined): InstrumentObligation | null {
  const state = foldObligation(history)
  return state.status === 'unknown' || state.family !== 'instrument' ? null : state
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
