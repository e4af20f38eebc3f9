import { type Command, Option } from 'commander'
import type { ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Language, languages, textIn } from '../domain/languages.ts'
import { citation } from '../domain/provenance.ts'
import { statusOn } from '../domain/status/status-on.ts'
import { planLines, type ShownPlan, type ShownRow } from './format-plan.ts'
import { byItsCode, type Usual, usualCommand } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Usual & { readonly language: Language }

export const planCommand = (ports: CommandLinePorts): Command =>
  usualCommand('plan', 'the rows of a plan, as printed and in our words, and where what they ask for stands')
    .argument('<cycle>', byItsCode('<plan>'))
    .addOption(new Option('--language <language>', 'of our own wording').choices(languages).default('en'))
    .action((cycle: string, { data, json, language }: CommandOptions) =>
      ports.read(data, async (installation) => {
        const shown = await planOf(installation, cycle)
        await answer(ports, json, forPrograms(shown, language), () => planLines(shown, language))
      }),
    )

async function planOf(installation: AvailableInstallation, given: string): Promise<ShownPlan> {
  const { id, cycle, title } = await resolvePlan(installation, given)
  if (cycle.family !== 'plan') throw new TypeError(`${id} is no plan`)
  const [outline, rows, owed, asOf] = [
    await installation.views.plan(id),
    await installation.views.rows(id),
    await installation.views.obligations({ cycle: id }),
    await installation.today(cycle.organization),
  ]
  const byId = new Map(owed.map((each) => [each.id, each]))
  const shown = rows.map((row) => ({ ...row, owed: row.obligations.flatMap((each) => byId.get(each) ?? []) }))
  return { id, title, plan: cycle, outline, asOf, rows: shown }
}

const forPrograms = ({ id, title, plan, outline, asOf, rows }: ShownPlan, language: Language) => ({
  ...{ cycle: id, organization: plan.organization, title: textIn(title, language), status: plan.status, synthetic: plan.synthetic, asOf },
  ...{ trackedFrom: plan.trackedFrom, opensOn: plan.opensOn, horizon: plan.horizon, reviewMonths: plan.reviewMonths },
  ...{ document: citation(plan.document), decision: plan.decision, resources: outline?.resources ?? null },
  components: (outline?.components ?? []).map((component) => ({
    ...component,
    title: textIn(component.title, language),
    resources: component.resources ?? null,
  })),
  revisions: outline?.revisions ?? [],
  closed: outline?.closed ?? null,
  rows: rows.map((row) => rowFor(row, language, asOf)),
})

function rowFor({ id, owed, wording, obligations: _, source, ...row }: ShownRow, language: Language, asOf: CalendarDate) {
  return {
    row: id,
    ...row,
    wording: textIn(wording, language),
    source: source.map(citation),
    obligations: owed.map((each) => owedFor(each, language, asOf)),
  }
}

function owedFor({ id, state, partyName }: ObligationRow, language: Language, asOf: CalendarDate) {
  return {
    ...{
      id,
      kind: state.kind,
      title: state.family === 'entered' ? textIn(state.title, language) : null,
      party: state.party,
      name: textIn(partyName, language),
    },
    status: state.status,
    limits: state.limits.map(({ limit, dueOn }) => ({ limit, date: dueOn })),
    dimensions: statusOn(state, asOf),
  }
}
