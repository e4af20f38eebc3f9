import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import { citation } from '../../domain/provenance.ts'
import { Fact } from '../components/fact.tsx'
import { dayText } from '../components/said.tsx'
import { type PageWording, tell } from '../words.ts'

/** The document that a plan is from, and how long it runs. */
export const PlanFacts = ({ wording, plan }: { wording: PageWording; plan: PlanCycle }) => (
  <>
    <Fact label={tell(wording, 'planDocument')}>
      <bdi lang="en">{citation(plan.document)}</bdi>
    </Fact>
    <Fact label={tell(wording, 'planHorizon')}>{horizonText(wording, plan)}</Fact>
  </>
)

function horizonText(wording: PageWording, { horizon: { from, until } }: PlanCycle): string {
  const begins = dayText(wording, from)
  return until === null ? tell(wording, 'planFrom', { from: begins }) : tell(wording, 'planFromTo', { from: begins, until: dayText(wording, until) })
}
