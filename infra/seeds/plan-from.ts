import { ownedId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/declaration.ts'
import { declaredRow } from '../../domain/plan/declared-row.ts'
import type { PlanSeed } from './schema/plan.ts'
import type { OrganizationSeeds } from './seeds.ts'

/** A plan of the seeds as the domain reads it. The registered document is what its rows are cited from. */
export function planFrom({ organization, documents }: OrganizationSeeds, { plan, rows }: OrganizationSeeds['plans'][number]): Plan {
  const { code, title, decision, opens, horizon, components, resources, review } = plan
  const document = documents.find((each) => each.code === plan.document)
  const own = organization.code
  const { session, paragraph, printed, decisionStatus, status, source } = decision
  return {
    ...{ organization: own, code, title, opensOn: opens.date, reviewMonths: review.everyMonths },
    document: { title: document?.title ?? plan.document, ...(document?.href === undefined ? {} : { href: document.href }) },
    decision: { session: session === null ? null : ownedId(own, session), paragraph, printed, decisionStatus, status, source },
    horizon: { from: horizon.from, until: horizon.until },
    components: components.map(({ id, title: name, resources: estimated }) => ({
      id,
      title: name,
      ...(estimated === undefined ? {} : { resources: money(estimated) }),
    })),
    ...(resources === undefined ? {} : { resources: money(resources) }),
    rows: rows.map(declaredRow),
  }
}

const money = ({ amount, unit, printed, source }: NonNullable<PlanSeed['resources']>) => ({ amount, unit, printed, source })
