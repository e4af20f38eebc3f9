import { type Command, Option } from 'commander'
import type { ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Language, languages } from '../domain/languages.ts'
import { citation } from '../domain/provenance.ts'
import { standingOn } from '../domain/views/standing.ts'
import { answer } from './answer.ts'
import { givenPlan } from './given-ids.ts'
import { byItsCode, type Usual, usualCommand } from './options.ts'
import { planLines, type ShownPlan, type ShownRow } from './plan-in-words.ts'
import type { CommandLinePorts, HouseAtHand } from './ports.ts'

type Wishes = Usual & { readonly language: Language }

export const planCommand = (ports: CommandLinePorts): Command =>
  usualCommand('plan', 'the rows of a plan, as printed and in our words, and where what they ask for stands')
    .argument('<cycle>', byItsCode('<plan>'))
    .addOption(new Option('--language <language>', 'of our own wording').choices(languages).default('en'))
    .action((cycle: string, { data, json, language }: Wishes) =>
      ports.read(data, async (house) => {
        const shown = await planOf(house, cycle)
        await answer(ports, json, forPrograms(shown, language), () => planLines(shown, language))
      }),
    )

async function planOf(house: HouseAtHand, given: string): Promise<ShownPlan> {
  const { id, cycle, title } = await givenPlan(house, given)
  if (cycle.family !== 'plan') throw new TypeError(`${id} is no plan`)
  const [outline, rows, owed, asOf] = [
    await house.views.plan(id),
    await house.views.rows(id),
    await house.views.obligations({ cycle: id }),
    await house.today(cycle.organization),
  ]
  const byId = new Map(owed.map((each) => [each.id, each]))
  const shown = rows.map((row) => ({ ...row, owed: row.obligations.flatMap((each) => byId.get(each) ?? []) }))
  return { id, title, plan: cycle, outline, asOf, rows: shown }
}

const forPrograms = ({ id, title, plan, outline, asOf, rows }: ShownPlan, language: Language) => ({
  ...{ cycle: id, organization: plan.organization, title: title[language], status: plan.status, synthetic: plan.synthetic, asOf },
  ...{ trackedFrom: plan.trackedFrom, opensOn: plan.opensOn, horizon: plan.horizon, reviewMonths: plan.reviewMonths },
  ...{ document: citation(plan.document), decision: plan.decision, resources: outline?.resources ?? null },
  components: (outline?.components ?? []).map((component) => ({ ...component, title: component.title[language], resources: component.resources ?? null })),
  revisions: outline?.revisions ?? [],
  closed: outline?.closed ?? null,
  rows: rows.map((row) => rowFor(row, language, asOf)),
})

function rowFor({ id, owed, wording, obligations: _, source, ...row }: ShownRow, language: Language, asOf: CalendarDate) {
  return {
    row: id,
    ...row,
    wording: wording[language],
    source: source.map(citation),
    obligations: owed.map((each) => owedFor(each, language, asOf)),
  }
}

function owedFor({ id, state, debtorName }: ObligationRow, language: Language, asOf: CalendarDate) {
  return {
    ...{ id, kind: state.kind, title: state.family === 'entered' ? state.title[language] : null, debtor: state.debtor, name: debtorName[language] },
    status: state.status,
    deadlines: state.deadlines.map(({ stage, dueOn }) => ({ stage, date: dueOn })),
    standing: standingOn(state, asOf),
  }
}
