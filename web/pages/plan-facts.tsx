import type { PlanSummary } from '../../domain/plan/plan.ts'
import { citation } from '../../domain/provenance.ts'
import { Fact } from '../components/fact.tsx'
import { dayText } from '../components/message.tsx'
import { formatText, type PageCatalog } from '../page-catalog.ts'

/** The document that a plan is from, and how long it runs. */
export const PlanFacts = ({ catalog, plan }: { catalog: PageCatalog; plan: PlanSummary }) => (
  <>
    <Fact label={formatText(catalog, 'planDocument')}>
      <bdi lang="en">{citation(plan.document)}</bdi>
    </Fact>
    <Fact label={formatText(catalog, 'planHorizon')}>{horizonText(catalog, plan)}</Fact>
  </>
)

function horizonText(catalog: PageCatalog, { horizon: { from, until } }: PlanSummary): string {
  const begins = dayText(catalog, from)
  return until === null
    ? formatText(catalog, 'planFrom', { from: begins })
    : formatText(catalog, 'planFromTo', { from: begins, until: dayText(catalog, until) })
}
