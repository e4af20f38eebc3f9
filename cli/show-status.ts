import type { ObligationFilter, ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { partyId } from '../domain/ids.ts'
import { textIn } from '../domain/languages.ts'
import { instrumentOf, rowOf } from '../domain/obligation/basis.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import { type SupervisedStatus, supervisedStatusOn } from '../domain/status/supervised-status.ts'
import { formatStatus } from './format-status.ts'
import { formatSupervisionStage } from './format-supervision.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs, type SeenInstallation } from './read-as.ts'
import { resolveCycle, resolveInstrument, resolveKind, resolveParty } from './resolve-ids.ts'
import { table } from './table.ts'
import { answer, type Output } from './write-output.ts'

export type StatusOptions = Reading & {
  readonly cycle?: string
  readonly member?: string
  readonly instrument?: string
  readonly kind?: string
  readonly asOf?: CalendarDate
}

/** Where each obligation stands that the options ask for. */
export const showStatus = (ports: CommandLinePorts, options: StatusOptions): Promise<void> =>
  readAs(ports, options, async (installation) => {
    const rows = await installation.views.obligations(await filterOf(installation, options), options.asOf)
    const { asOf, dayOf } = await daysFor(installation, options, rows)
    const statusOf = await statusesFor(installation, rows, dayOf)
    await answer(ports, options.json, { asOf, obligations: rows.map((row) => obligationOn(row, statusOf(row))) }, () => inWords(rows, asOf, dayOf, statusOf))
  })

async function filterOf(installation: SeenInstallation, { cycle, member, instrument, kind }: StatusOptions): Promise<ObligationFilter> {
  return {
    ...(cycle === undefined ? {} : { cycle: await resolveCycle(installation, cycle) }),
    ...(instrument === undefined ? {} : await resolveInstrument(installation, instrument)),
    ...(member === undefined ? {} : await resolveParty(installation, member)),
    ...(kind === undefined ? {} : { kind: await resolveKind(installation, kind) }),
  }
}

/** Each obligation is computed for the day asked, or for today at its own seat; `asOf` is the earliest of these days. */
async function daysFor(installation: SeenInstallation, { asOf }: StatusOptions, rows: readonly ObligationRow[]) {
  const shown = rows.map(({ state }) => state.organization)
  const organizations = new Set(shown.length > 0 ? shown : (await installation.views.cycles()).map(({ cycle }) => cycle.organization))
  const today = new Map<string, CalendarDate>()
  for (const organization of organizations) today.set(organization, asOf ?? (await installation.today(organization)))
  const earliest = [...today.values()].toSorted()[0] ?? asOf ?? (await installation.today())
  return { asOf: earliest, dayOf: ({ state }: ObligationRow): CalendarDate => today.get(state.organization) ?? earliest }
}

type StatusOf = (row: ObligationRow) => SupervisedStatus

/** Each in its four dimensions, by what bodies said of its party. */
async function statusesFor({ views }: SeenInstallation, rows: readonly ObligationRow[], dayOf: (row: ObligationRow) => CalendarDate): Promise<StatusOf> {
  const known = await views.partiesOf(rows.map(({ state }) => state))
  const nothing = { supervision: { status: 'unknown' }, withdrawalEffectiveOn: null } as const
  return (row) => supervisedStatusOn(row.state, dayOf(row), known.get(partyId(row.state.organization, row.state.party)) ?? nothing)
}

function obligationOn({ id, state, partyName }: ObligationRow, dimensions: SupervisedStatus) {
  const { cycle, kind, party, status, trackedFrom, circumstancesStated } = state
  return {
    ...{ id, cycle, instrument: instrumentOf(state), request: state.request, row: rowOf(state)?.id ?? null, title: textIn(state.title, 'en') },
    occurrence: state.occurrence,
    ...{ kind, party, name: textIn(partyName, 'en'), status, trackedFrom, circumstancesStated },
    limits: limitsOf(state),
    dimensions,
  }
}

const limitsOf = ({ limits }: KnownObligation) =>
  limits.map(({ limit, dueOn, provisional, exceptional, printed, computation }) => ({
    ...{ limit, dueOn, provisional, exceptional },
    ...{ printed: printed?.date ?? null, computed: computation.dueOn },
  }))

function* inWords(rows: readonly ObligationRow[], asOf: CalendarDate, dayOf: (row: ObligationRow) => CalendarDate, statusOf: StatusOf): Output {
  if (rows.length === 0) {
    yield `No obligation is known as of ${asOf}.`
    return
  }
  const lines = rows.map((row) => {
    const { state, partyName } = row
    const { next, ...status } = statusOf(row)
    const step = next === null ? '' : `${next.step} on ${next.on}`
    return [textIn(partyName, 'en'), state.party, subjectOf(state), state.kind, [formatStatus(state, dayOf(row)), ...besideInWords(status)].join('; '), step]
  })
  yield table([['Owed by', '', 'On', 'Owes', `As of ${asOf}`, 'Next'], ...lines])
  yield `${rows.length} ${rows.length === 1 ? 'obligation' : 'obligations'}, ${rows.filter(({ state }) => state.status === 'discharged').length} discharged.`
}

/** What a body said, and that the party left; the Office's own reminders show among the letters. */
const besideInWords = ({ supervision, leftOn }: Pick<SupervisedStatus, 'supervision' | 'leftOn'>): readonly string[] => [
  ...(supervision.stage === 'none' || supervision.stage === 'reminded' ? [] : [formatSupervisionStage(supervision)]),
  ...(leftOn === null ? [] : [`no Member since ${leftOn}`]),
]

/** The instrument, or the row of a plan with the occurrence. */
const subjectOf = ({ request, occurrence }: KnownObligation): string => [request, ...(occurrence === null ? [] : [occurrence])].join(' ')
