import type { Command } from 'commander'
import { debtorsKnown } from '../activities/supervision/debtors-known.ts'
import type { ObligationFilter, ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { correspondent } from '../domain/obligation/obligation-id.ts'
import type { KnownObligation } from '../domain/obligation/state.ts'
import { type SupervisedStanding, supervisedStandingOn } from '../domain/views/supervised-standing.ts'
import { answer } from './answer.ts'
import { givenCycle, givenDebtor, givenInstrument, givenKind } from './given-ids.ts'
import { dayOption, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, HouseAtHand } from './ports.ts'
import { standingInWords } from './standing-in-words.ts'
import { ladderInWords } from './supervision-answers.ts'
import { table } from './table.ts'

type Wishes = Usual & {
  readonly cycle?: string
  readonly member?: string
  readonly instrument?: string
  readonly kind?: string
  readonly asOf?: CalendarDate
}

export const statusCommand = (ports: CommandLinePorts): Command =>
  usualCommand('status', 'where each obligation stands')
    .option('--cycle <cycle>', 'of one cycle, by its code')
    .option('--member <debtor>', 'of one State, by its three letters, or unit, by its code: FRA')
    .option('--instrument <code>', 'on one instrument: R202')
    .option('--kind <kind>', 'of one kind: submission, output')
    .option('--as-of <date>', 'as it was known on a day, and reckoned for it', dayOption)
    .action((wishes: Wishes) =>
      ports.read(wishes.data, async (house) => {
        const rows = await house.views.obligations(await filterOf(house, wishes), wishes.asOf)
        const { asOf, dayOf } = await daysFor(house, wishes, rows)
        const standingOf = await standingsFor(house, rows, dayOf)
        await answer(ports, wishes.json, { asOf, obligations: rows.map((row) => obligationOn(row, standingOf(row))) }, () =>
          inWords(rows, asOf, dayOf, standingOf),
        )
      }),
    )

async function filterOf(house: HouseAtHand, { cycle, member, instrument, kind }: Wishes): Promise<ObligationFilter> {
  return {
    ...(cycle === undefined ? {} : { cycle: await givenCycle(house, cycle) }),
    ...(instrument === undefined ? {} : await givenInstrument(house, instrument)),
    ...(member === undefined ? {} : await givenDebtor(house, member)),
    ...(kind === undefined ? {} : { kind: await givenKind(house, kind) }),
  }
}

/** Each obligation is reckoned for the day asked, or for today at its own seat; `asOf` is the earliest of these days. */
async function daysFor(house: HouseAtHand, { asOf }: Wishes, rows: readonly ObligationRow[]) {
  const shown = rows.map(({ state }) => state.organization)
  const organizations = new Set(shown.length > 0 ? shown : (await house.views.cycles()).map(({ cycle }) => cycle.organization))
  const today = new Map<string, CalendarDate>()
  for (const organization of organizations) today.set(organization, asOf ?? (await house.today(organization)))
  const earliest = [...today.values()].toSorted()[0] ?? asOf ?? (await house.house.clock.today('UTC'))
  return { asOf: earliest, dayOf: ({ state }: ObligationRow): CalendarDate => today.get(state.organization) ?? earliest }
}

type StandingOf = (row: ObligationRow) => SupervisedStanding

/** Each in its four dimensions, by what bodies said of its debtor. */
async function standingsFor({ house }: HouseAtHand, rows: readonly ObligationRow[], dayOf: (row: ObligationRow) => CalendarDate): Promise<StandingOf> {
  const known = await debtorsKnown(
    house.log,
    rows.map(({ state }) => state),
  )
  const nothing = { supervision: { status: 'unknown' }, withdrawalEffectiveOn: null } as const
  return (row) => supervisedStandingOn(row.state, dayOf(row), known.get(correspondent(row.state.organization, row.state.debtor)) ?? nothing)
}

function obligationOn({ id, state, debtorName }: ObligationRow, standing: SupervisedStanding) {
  const { cycle, kind, debtor, status, trackedFrom, circumstancesStated } = state
  return {
    ...{ id, cycle, instrument: state.family === 'instrument' ? state.instrument : null },
    ...(state.family === 'entered' ? { request: state.request, row: state.row.id, title: state.title.en, occurrence: state.occurrence } : {}),
    ...{ kind, debtor, name: debtorName.en, status, trackedFrom, circumstancesStated },
    deadlines: deadlinesOf(state),
    standing,
  }
}

const deadlinesOf = (state: KnownObligation) =>
  state.family === 'instrument'
    ? state.deadlines.map(({ stage, dueOn, printed, reckoning }) => ({ stage, date: dueOn, printed: printed?.date ?? null, computed: reckoning.dueOn }))
    : state.deadlines.map(({ stage, dueOn, provisional }) => ({ stage, date: dueOn, provisional }))

function* inWords(rows: readonly ObligationRow[], asOf: CalendarDate, dayOf: (row: ObligationRow) => CalendarDate, standingOf: StandingOf): Generator<string> {
  if (rows.length === 0) {
    yield `No obligation is known as of ${asOf}.`
    return
  }
  const lines = rows.map((row) => {
    const { state, debtorName } = row
    const { next, ...standing } = standingOf(row)
    const step = next === null ? '' : `${next.step} on ${next.on}`
    return [debtorName.en, state.debtor, subjectOf(state), state.kind, [standingInWords(state, dayOf(row)), ...besideInWords(standing)].join('; '), step]
  })
  yield* table([['Owed by', '', 'On', 'Owes', `As of ${asOf}`, 'Next'], ...lines])
  yield `${rows.length} ${rows.length === 1 ? 'obligation' : 'obligations'}, ${rows.filter(({ state }) => state.status === 'discharged').length} discharged.`
}

/** What a body said, and that the debtor left; the Office's own reminders show among the letters. */
const besideInWords = ({ supervision, leftOn }: Pick<SupervisedStanding, 'supervision' | 'leftOn'>): readonly string[] => [
  ...(supervision.rung === 'none' || supervision.rung === 'reminded' ? [] : [ladderInWords(supervision)]),
  ...(leftOn === null ? [] : [`no Member since ${leftOn}`]),
]

/** The instrument, or the row of a plan with the occurrence. */
const subjectOf = (state: KnownObligation): string =>
  state.family === 'instrument' ? state.instrument : [state.request, ...(state.occurrence === null ? [] : [state.occurrence])].join(' ')
