import type { PrintedDiscrepancy } from '../../../domain/explanation/discrepancy.ts'
import { asksForSum } from '../schema/discrepancy.ts'
import type { PlanSeed } from '../schema/plan.ts'
import type { OrganizationSeeds } from '../seeds.ts'
import { placesIn } from './places-in.ts'
import { sumDiffers } from './words.ts'

/** The plan whose rows a document holds. @param document its code */
export const planOf = (document: string, { plans }: Pick<OrganizationSeeds, 'plans'>): PlanSeed | undefined =>
  plans.find(({ plan }) => plan.document === document)?.plan

/** What the amounts printed for a plan's components add up to, in the unit printed: `40.2`. */
export const sumOfComponents = ({ components }: Pick<PlanSeed, 'components'>): string =>
  String(components.reduce((sum, { resources }) => sum + hundredths(resources?.amount ?? 0), 0) / 100)

/** Plans that state a total which their components do not give, but for those of whose sum a file speaks already. */
export const sumsThatDiffer = (seeds: OrganizationSeeds): readonly PrintedDiscrepancy[] =>
  seeds.plans.flatMap(({ plan }) => {
    const { code, document, components, resources: total } = plan
    const spokenOf = seeds.discrepancies.some((one) => one.document === document && asksForSum(one.computed))
    const sum = sumOfComponents(plan)
    if (total === undefined || spokenOf || Number(sum) === hundredths(total.amount) / 100) return []
    const places = placesIn(seeds.documents)
    const printed = [total, ...components.flatMap(({ resources }) => resources ?? [])]
    return {
      id: `${seeds.organization.code}-${code}-sum-of-components`,
      organization: seeds.organization.code,
      rows: [],
      what: sumDiffers({ document, sum, total: String(total.amount), unit: total.unit }),
      printed: printed.map((money) => ({ value: String(money.amount), wording: money.printed, places: places(money.source) })),
      computed: sum,
    }
  })

/** Whole hundredths: 15.6 and 17.2 and 7.4 are exactly 40.2, which binary fractions are not. */
const hundredths = (amount: number): number => Math.round(amount * 100)
