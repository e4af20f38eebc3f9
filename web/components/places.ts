import type { PlanSummary } from '../../domain/plan/plan.ts'
import { citation, type Source } from '../../domain/provenance.ts'

/** Sources as cited on the page of a plan, whose own document stands at the head: of that the place is enough. */
export const placesIn = (sources: readonly Source[], { document }: PlanSummary): string =>
  sources.map((source) => (source.title === document.title ? (source.place ?? source.title) : citation(source))).join('; ')
