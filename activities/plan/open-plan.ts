import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { rowRequest } from '../../domain/ids.ts'
import { aboutOf, type Counting } from '../../domain/obligation/counting.ts'
import { membersOn, type Organization } from '../../domain/organization/organization.ts'
import type { Plan, Row } from '../../domain/plan/declaration.ts'
import type { PlanOpened, RowRecorded } from '../../domain/plan/events.ts'
import { type Ground, type Owed, obligationsOf, sessionId } from '../../domain/plan/obligations-of.ts'
import { plan as planDecider } from '../../domain/plan/plan.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Session, sessionDays } from '../../domain/session/session.ts'
import { stream } from '../../domain/streams.ts'
import { type Counted, countingFor } from '../counting/counting-for.ts'
import { foldOrganization, foldPlan, foldSession } from '../fold.ts'
import { unusedElsewhere } from '../followed.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

export type PlanOpening = {
  /** `<organization>:<code>` */
  readonly cycle: string
  /** Steps before this day are not taken. */
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
  /** The decision on record that opens it. */
  readonly openedBy?: string
}

/**
 * All that the opening of a plan records, to go into one append, alone or beside the decision that opens it.
 *
 * @throws Refusal `unknown-plan`, `already-opened`, `unknown-organization`, `unknown-kind`, `wrong-party`, `output-claimed-twice`
 */
export async function openingOf(context: ReadingContext, plan: Plan, opening: PlanOpening): Promise<Required<Pick<Append, 'streams' | 'preconditions'>>> {
  const { cycle } = opening
  const sessions = sessionsIn(plan.organization, plan.rows)
  const { histories } = await context.log.read([stream.plan(cycle), stream.organization(plan.organization), ...sessions.map(stream.session)])
  const [own, members, ...held] = histories
  const organization = foldOrganization(members)
  if (organization.status === 'unknown')
    throw new Refusal('unknown-organization', `There is no organization ${plan.organization}`, { organization: plan.organization })

  const today = await context.clock.today(organization.zone)
  const states = new Map(sessions.map((id, index) => [id, foldSession(held[index])]))
  const counted = await countingFor(context, plan.organization, countedInRows(context, plan, plan.rows))
  const ground = groundFor(context, { ...opening, plan, openedOn: plan.opensOn }, organization, states, counted.counting)
  const rows = plan.rows.map((row) => ({ row, owed: obligationsOf(row, ground) }))
  const owed = rows.flatMap((each) => each.owed)
  const events = planDecider.decide({ type: 'OpenPlan', today, plan: cycle, opening: openedBy(plan, opening), rows: rows.map(recorded) }, foldPlan(own))
  const unused = await unusedElsewhere(context.log, cycle, 'plan')
  await noneClaimed(context, owed)
  return {
    streams: [
      { stream: stream.plan(cycle), atVersion: 0, events },
      ...held.filter((_, index) => owed.some(({ opening: { session } }) => session === sessions[index])).map((session) => countedFrom(session, cycle, today)),
      ...counted.counted(cycle, today),
      ...owed.map((each) => enteredOn(each, today)),
    ],
    preconditions: [...unused, ...(members === undefined ? [] : [{ stream: members.stream, version: members.version }]), ...counted.preconditions],
  }
}

/** The sessions that the timings of rows name, each once, by their ids. */
export const sessionsIn = (organization: string, rows: readonly Pick<Row, 'followed'>[]): readonly string[] => [
  ...new Set(
    rows.flatMap(({ followed }) => followed.flatMap(({ timing: { parsed } }) => (parsed.shape === 'session' ? [sessionId(organization, parsed.session)] : []))),
  ),
]

type Basis = Pick<Ground, 'cycle' | 'plan' | 'openedOn' | 'trackedFrom' | 'synthetic'>

/** What the kinds that rows ask are counted from. @throws Refusal `unknown-kind` */
export const countedInRows = (
  { reference }: Pick<ReadingContext, 'reference'>,
  { organization, code }: Pick<Plan, 'organization' | 'code'>,
  rows: readonly Pick<Row, 'id' | 'about' | 'followed'>[],
): readonly Counted[] =>
  rows.flatMap((row) =>
    row.followed.map(({ kind }) => ({ kind: reference.kindOf(organization, kind), about: aboutOf({ ...row, request: rowRequest(code, row.id) }) })),
  )

/** What rows are read against: the rulebook, the sessions as they are on record, and who was a Member on the day on which the plan opened. */
export const groundFor = (
  { reference }: Pick<ReadingContext, 'reference'>,
  basis: Basis,
  organization: Organization,
  sessions: ReadonlyMap<string, Session>,
  counting: Counting,
): Ground => ({
  ...basis,
  counting,
  kindOf: (code) => reference.kindOf(basis.plan.organization, code),
  sessionOf: (id) => sessionDays(id, sessions.get(id) ?? { status: 'unknown' }),
  members: membersOn(organization, basis.openedOn).map(({ member }) => member),
  units: organization.status === 'unknown' ? [] : Object.keys(organization.units),
})

function openedBy({ code: _, rows: __, ...plan }: Plan, { cycle: ___, ...opening }: PlanOpening): PlanOpened {
  return { ...plan, ...opening }
}

/** A row as it is recorded, with the ids of what it asks. */
export function recorded({ row: { followed: _, ...row }, owed }: { readonly row: Row; readonly owed: readonly Owed[] }): RowRecorded {
  return { ...row, obligations: owed.map(({ id }) => id) }
}

export const enteredOn = ({ id, opening }: Owed, today: CalendarDate): Append['streams'][number] => ({
  stream: stream.obligation(id),
  atVersion: 0,
  events: [{ type: 'ObligationOpened', occurredOn: today, data: opening }],
})

/** What is counted from a session moves with it, even from one that nobody announced yet. */
export const countedFrom = ({ stream: name, version }: StreamHistory, cycle: string, today: CalendarDate): Append['streams'][number] => ({
  stream: name,
  atVersion: version,
  events: [{ type: 'CycleCountedFromClosing', occurredOn: today, data: { cycle } }],
})

/** @throws Refusal `output-claimed-twice` where an obligation of this id is on record, or two rows make the same one */
export async function noneClaimed({ log }: Pick<ReadingContext, 'log'>, owed: readonly Owed[]): Promise<void> {
  const ids = owed.map(({ id }) => id)
  const { histories } = await log.read(ids.map(stream.obligation))
  const claimed = ids.find((id, index) => ids.indexOf(id) !== index || (histories[index]?.version ?? 0) > 0)
  if (claimed !== undefined)
    throw new Refusal('output-claimed-twice', `${claimed} is claimed already: give it to one row alone, or another occurrence`, { obligation: claimed })
}
