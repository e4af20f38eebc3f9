import type { Command } from 'commander'
import type { ObligationFilter, ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { standingOn } from '../domain/views/standing.ts'
import { answer } from './answer.ts'
import { givenCycle, givenInstrument, givenState } from './given-ids.ts'
import { dayOption, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, HouseAtHand } from './ports.ts'
import { standingInWords } from './standing-in-words.ts'
import { table } from './table.ts'

type Wishes = Usual & { readonly cycle?: string; readonly member?: string; readonly instrument?: string; readonly asOf?: CalendarDate }

export const statusCommand = (ports: CommandLinePorts): Command =>
  usualCommand('status', 'where each obligation stands')
    .option('--cycle <cycle>', 'of one cycle: r202')
    .option('--member <state>', 'of one State: FRA')
    .option('--instrument <code>', 'on one instrument: R202')
    .option('--as-of <date>', 'as it was known on a day, and reckoned for it', dayOption)
    .action((wishes: Wishes) =>
      ports.read(wishes.data, async (house) => {
        const filter = await filterOf(house, wishes)
        const [first] = await house.views.cycles()
        const asOf = wishes.asOf ?? (await house.today(first?.cycle.organization ?? 'ilo'))
        const rows = await house.views.obligations(filter, wishes.asOf)
        await answer(ports, wishes.json, { asOf, obligations: rows.map((row) => obligationOn(row, asOf)) }, () => inWords(rows, asOf))
      }),
    )

async function filterOf(house: HouseAtHand, { cycle, member, instrument }: Wishes): Promise<ObligationFilter> {
  return {
    ...(cycle === undefined ? {} : { cycle: await givenCycle(house, cycle) }),
    ...(member === undefined ? {} : { member: await givenState(house, member) }),
    ...(instrument === undefined ? {} : { instrument: await givenInstrument(house, instrument) }),
  }
}

function obligationOn({ id, state, debtorName }: ObligationRow, asOf: CalendarDate) {
  const { cycle, instrument, kind, debtor, status, trackedFrom, circumstancesStated, deadlines } = state
  return {
    ...{ id, cycle, instrument, kind, debtor, name: debtorName.en, status, trackedFrom, circumstancesStated },
    deadlines: deadlines.map(({ stage, dueOn, printed, reckoning }) => ({ stage, date: dueOn, printed: printed?.date ?? null, computed: reckoning.dueOn })),
    standing: standingOn(state, asOf),
  }
}

function* inWords(rows: readonly ObligationRow[], asOf: CalendarDate): Generator<string> {
  if (rows.length === 0) {
    yield `No obligation is known as of ${asOf}.`
    return
  }
  const lines = rows.map(({ state, debtorName }) => {
    const standing = standingOn(state, asOf)
    const next = standing.next === null ? '' : `${standing.next.step} on ${standing.next.on}`
    return [debtorName.en, state.debtor, state.instrument, state.kind, standingInWords(standing), next]
  })
  yield* table([['State', '', 'On', 'Owes', `As of ${asOf}`, 'Next'], ...lines])
  yield `${rows.length} ${rows.length === 1 ? 'obligation' : 'obligations'}, ${rows.filter(({ state }) => state.status === 'discharged').length} discharged.`
}
