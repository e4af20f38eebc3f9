import type { ObligationRow } from '../activities/views.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Language, textIn } from '../domain/languages.ts'
import { citation } from '../domain/provenance.ts'
import { statusOn } from '../domain/status/status-on.ts'
import { planLines, type ShownPlan, type ShownRow } from './format-plan.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs, type SeenInstallation } from './read-as.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

export type PlanOptions = Reading & { readonly language: Language }

/** A plan row by row, with what is asked for under each. */
export const showPlan = (ports: CommandLinePorts, cycle: string, options: PlanOptions): Promise<void> =>
  readAs(ports, options, async (installation) => {
    const { json, language } = options
    const shown = await planOf(installation, cycle)
    await answer(ports, json, forPrograms(shown, language), () => planLines(shown, language))
  })

async function planOf(installation: SeenInstallation, given: string): Promise<ShownPlan> {
  const { id, cycle, title } = await resolvePlan(installation, given)
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
    ...{ id, kind: state.kind, title: textIn(state.title, language), party: state.party, name: textIn(partyName, language) },
    status: state.status,
    limits: state.limits.map(({ limit, dueOn }) => ({ limit, dueOn })),
    dimensions: statusOn(state, asOf),
  }
}
