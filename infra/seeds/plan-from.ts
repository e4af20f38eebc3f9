import type { Followed, Plan, Row } from '../../domain/plan/declaration.ts'
import type { Kind } from '../../domain/rulebook/kind.ts'
import type { EnteredKindSeed } from './schema/kind.ts'
import type { PlanSeed } from './schema/plan.ts'
import type { FollowedSeed, RowSeed } from './schema/row.ts'
import type { OrganizationSeeds } from './seeds.ts'

/** A plan of the seeds as the domain reads it. The registered document is what its rows are cited from. */
export function planFrom({ organization, documents }: OrganizationSeeds, { plan, rows }: OrganizationSeeds['plans'][number]): Plan {
  const { code, title, decision, opens, horizon, components, resources, review } = plan
  const document = documents.find((each) => each.code === plan.document)
  const own = organization.code
  const { session, paragraph, printed, standing, status, source } = decision
  return {
    ...{ organization: own, code, title, opensOn: opens.date, reviewMonths: review.everyMonths },
    document: { title: document?.title ?? plan.document, ...(document?.href === undefined ? {} : { href: document.href }) },
    decision: { session: session === null ? null : `${own}:${session}`, paragraph, printed, standing, status, source },
    horizon: { from: horizon.from, until: horizon.until },
    components: components.map(({ id, title: name, resources: estimated }) => ({
      id,
      title: name,
      ...(estimated === undefined ? {} : { resources: money(estimated) }),
    })),
    ...(resources === undefined ? {} : { resources: money(resources) }),
    rows: rows.map(rowFrom),
  }
}

const money = ({ amount, unit, printed, source }: NonNullable<PlanSeed['resources']>) => ({ amount, unit, printed, source })

/** A row of the seeds as the domain reads it. Where no Arabic wording of ours stands, the words as printed do, if they are Arabic. */
export function rowFrom(row: RowSeed): Row {
  const { id, idIsOurs, component, printed, wording, timing, links, followed, followedUnder, nothingToFollow, status, note, source } = row
  const inFour = { ...wording, ar: wording.ar ?? (printed.language === 'ar' ? printed.text : wording.en) }
  return {
    ...{ id, idIsOurs, printed, wording: inFour, followedUnder, status, source },
    ...(component === undefined ? {} : { component }),
    timing: {
      ...{ printed: timing.printed, parsed: timing.parsed, reversed: timing.reversed, status: timing.status },
      ...(timing.note === undefined ? {} : { note: timing.note }),
    },
    links: Object.fromEntries(
      Object.entries(links).map(([name, { codes, printed: stored, note: said }]) => [
        name,
        { codes, ...(stored === undefined ? {} : { printed: stored }), ...(said === undefined ? {} : { note: said }) },
      ]),
    ),
    ...(nothingToFollow === undefined ? {} : { nothingToFollow }),
    ...(note === undefined ? {} : { note }),
    followed: followed.map((each) => followedFrom(each, inFour, timing)),
  }
}

function followedFrom(
  { kind, debtor, responsible, occurrence, title, timing, target, done }: FollowedSeed,
  wording: Row['wording'],
  own: RowSeed['timing'],
): Followed {
  const { printed, parsed, status } = timing ?? own
  return {
    ...{ kind, debtor, responsible, occurrence, title: title ?? wording, timing: { printed, parsed, status } },
    ...(target === undefined ? {} : { target }),
    ...(done === undefined ? {} : { done }),
  }
}

/** A kind of the seeds as the domain reads it. */
export const kindFrom = ({ family: _, ...kind }: EnteredKindSeed): Kind => kind
