import type { CalendarDate } from '../../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../../domain/ids.ts'
import { aboutOf } from '../../../domain/obligation/counting.ts'
import type { Limit } from '../../../domain/obligation/limit.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import { plan as planDecider } from '../../../domain/plan/plan.ts'
import { type Revised, type Revision, revise } from '../../../domain/plan/revise.ts'
import type { Source } from '../../../domain/provenance.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { stream } from '../../../domain/streams.ts'
import type { CommandMetadata } from '../../command.ts'
import { countedOf, countingFor } from '../../counting/counting-for.ts'
import { foldDecision, foldObligation, foldOrganization } from '../../fold.ts'
import { mergeAppends } from '../../merge-appends.ts'
import { openPlanOnRecord } from '../../plan/on-record.ts'
import { countedInRows, enteredOn, groundFor, noneClaimed } from '../../plan/open-plan.ts'
import { rowFrom } from '../../plan/row-input.ts'
import type { Append, StreamHistory } from '../../ports.ts'
import { requireRowWords } from '../../require-words.ts'
import { waitedFor } from '../../session/known-sessions.ts'
import { sourcesFrom } from '../../source-input.ts'
import type { ReadingContext } from '../../use-case-context.ts'
import type { Deciding, Decision } from '../command-definition.ts'
import { defineCommand } from '../define-command.ts'
import { type ChangeInput, type RevisePlan, revisePlanPayload } from './revision-payload.ts'

type Days = readonly Pick<Limit, 'limit' | 'dueOn'>[]

/** A revision as it is shown before it is confirmed: why, and what it changes for what is open. */
export type RevisionShown = Pick<Revised, 'revision' | 'changes' | 'untouched'> & {
  readonly plan: string
  readonly reason: string
  readonly source: readonly Source[]
  readonly moved: readonly { readonly obligation: string; readonly from: Days; readonly to: Days }[]
  readonly released: readonly { readonly obligation: string; readonly days: Days }[]
  readonly entered: readonly { readonly obligation: string; readonly days: Days }[]
}

/**
 * Revises a plan: its rows, and what is open under them, in one append. What was discharged stays as it was.
 *
 * Refused as `unknown-plan`, `plan-closed`, `unknown-row`, `unknown-obligation`, `unknown-session`, `session-cancelled`, `unknown-kind`, `wrong-party`,
 * `output-claimed-twice`, `nothing-revised`, `unknown-decision`, `unknown-document`.
 */
export const revisePlan = defineCommand({
  name: 'revise-plan',
  summary: {
    en: 'changes, drops or adds rows; what is open changes with them',
    fr: 'modifie, retire ou ajoute des lignes ; ce qui est ouvert change avec elles',
    es: 'cambia, suprime o añade filas; lo que está abierto cambia con ellas',
    ar: 'يعدّل بنوداً أو يحذفها أو يضيفها، فيتغير المفتوح معها',
  },
  scope: 'plan',
  payload: revisePlanPayload,
  mayBeGivenBy: { secretariat: 'any' },
  preview: true,
  about: ({ plan }) => {
    const organization = organizationOf(plan)
    return { id: plan, organization, party: null, streams: [stream.plan(plan), stream.organization(organization)] }
  },
  decide: decideRevision,
})

async function decideRevision({
  context,
  metadata,
  payload,
  about: { organization },
  histories,
  today: todayAtSeat,
}: Deciding<RevisePlan>): Promise<Decision<RevisionShown>> {
  const { plan: cycle } = payload
  const [own, members] = histories
  const plan = openPlanOnRecord(cycle, own)
  const revision = await revisionFrom(context, metadata, organization, payload)
  const ids = plan.rows.flatMap((row) => row.obligations)
  const owed = (await context.log.read(ids.map(stream.obligation))).histories
  const timings = revision.changes.flatMap((change) =>
    change.change === 'timing' ? [change.timing.parsed] : change.change === 'added' ? change.row.followed.map(({ timing }) => timing.parsed) : [],
  )
  const sessions = await waitedFor(context, organization, timings)
  const today = await todayAtSeat()
  const { reviewMonths, horizon, synthetic } = plan
  const basis = {
    cycle,
    plan: { organization, code: cycle.slice(organization.length + 1), reviewMonths, horizon },
    openedOn: today,
    trackedFrom: today,
    synthetic,
  }
  const obligations = new Map(ids.map((id, index) => [id, foldObligation(owed[index])]))
  const added = revision.changes.flatMap((change) => (change.change === 'added' ? [change.row] : []))
  const again = [...obligations.values()].flatMap((state) =>
    state.status === 'unknown' || state.basis.type !== 'row' ? [] : [{ kind: context.reference.kindOf(organization, state.kind), about: aboutOf(state) }],
  )
  const counted = await countingFor(context, organization, [...countedOf([...obligations.values()]), ...again, ...countedInRows(context, basis.plan, added)])
  const ground = groundFor(context, basis, foldOrganization(members), sessions.states, counted.counting)
  const revised = revise(revision, { id: cycle, plan, obligations }, ground)
  const { reason, source } = revision
  const { changes, rows } = revised
  const events = planDecider.decide({ type: 'RevisePlan', today, plan: cycle, reason, source, changes, rows }, plan)
  await noneClaimed(context, revised.entered)
  return {
    shown: shownOf(cycle, revision, revised),
    streams: mergeAppends([
      { stream: stream.plan(cycle), atVersion: own?.version ?? 0, events },
      ...sessions.counted(cycle, timings, today),
      ...counted.counted(cycle, today),
      ...changesOf(revision, revised, new Map(ids.map((id, index) => [id, owed[index]])), today),
      ...revised.entered.map((each) => enteredOn(each, today)),
    ]),
    preconditions: [
      ...(members === undefined || revised.entered.length === 0 ? [] : [{ stream: members.stream, version: members.version }]),
      ...counted.preconditions,
    ],
  }
}

async function revisionFrom(
  context: ReadingContext,
  metadata: CommandMetadata,
  organization: string,
  { reason, decision, source, changes }: RevisePlan,
): Promise<Revision> {
  const sources = (given: RevisePlan['source']) => sourcesFrom(context, organization, given, metadata)
  const inEachLanguage = (change: Revision['changes'][number]) => {
    if (change.change === 'added') requireRowWords(context, organization, change.row)
    return change
  }
  const decided = decision === undefined ? [] : await sourceOfDecision(context, decision)
  return {
    reason,
    source: [...decided, ...(decided.length > 0 && source === undefined ? [] : sources(source))],
    changes: changes.map((each) => inEachLanguage(changeFrom(each, sources))),
  }
}

async function sourceOfDecision({ log }: ReadingContext, id: string): Promise<readonly Source[]> {
  const { histories } = await log.read([stream.decision(id)])
  const state = foldDecision(histories[0])
  if (state.status !== 'taken') throw new Refusal('unknown-decision', `There is no decision ${id} on record: record it first`, { decision: id })
  return [{ title: `Decision ${id}`, place: `paragraph ${state.paragraph}` }, ...state.source]
}

function changeFrom(given: ChangeInput, sources: (given: RevisePlan['source']) => Source[]): Revision['changes'][number] {
  if (given.change === 'dropped') return given
  if (given.change === 'added') return { change: 'added', row: rowFrom(given.row, sources) }
  const { source: _, note, ...timing } = given.timing
  return { ...given, timing: { ...timing, ...(note === undefined ? {} : { note }) } }
}

function changesOf(
  { reason, source }: Revision,
  { moved, released }: Revised,
  histories: ReadonlyMap<string, StreamHistory | undefined>,
  today: CalendarDate,
): Append['streams'] {
  const at = (id: string) => ({ stream: stream.obligation(id), atVersion: histories.get(id)?.version ?? 0, state: foldObligation(histories.get(id)) })
  return [
    ...moved.map(({ id, session, scheduled, timing, to }) => {
      const { state, ...own } = at(id)
      return { ...own, events: obligation.decide({ type: 'MoveLimits', today, session, limits: to, scheduled, timing, reason, source }, state) }
    }),
    ...released.map(({ id }) => {
      const { state, ...own } = at(id)
      return { ...own, events: obligation.decide({ type: 'Release', today, reason, source }, state) }
    }),
  ]
}

function shownOf(plan: string, { reason, source }: Revision, { revision, changes, untouched, moved, released, entered }: Revised): RevisionShown {
  const days = (all: Days): Days => all.map(({ limit, dueOn }) => ({ limit, dueOn }))
  return {
    ...{ plan, revision, reason, source, changes, untouched },
    moved: moved.map(({ id, from, to }) => ({ obligation: id, from: days(from), to: days(to) })),
    released: released.map(({ id, days: before }) => ({ obligation: id, days: days(before) })),
    entered: entered.map(({ id, opening }) => ({ obligation: id, days: days(opening.limits) })),
  }
}
