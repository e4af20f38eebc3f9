import type { CalendarDate } from '../calendar/calendar-date.ts'
import { isOwnedBy, obligationId, qualifyId } from '../ids.ts'
import type { Counting } from '../obligation/counting.ts'
import type { ObligationOpened } from '../obligation/events.ts'
import { Refusal } from '../refusal.ts'
import type { Kind } from '../rulebook/kind.ts'
import type { SessionDays } from '../session/session-days.ts'
import type { Followed, Plan, Row } from './declaration.ts'
import { openingUnder } from './opening-under.ts'

/** What a plan's rows are read against when they become obligations. */
export type Ground = {
  readonly cycle: string
  readonly plan: Pick<Plan, 'organization' | 'code' | 'reviewMonths' | 'horizon'>
  /** @throws Refusal `unknown-kind` */
  readonly kindOf: (code: string) => Kind
  readonly sessionOf: (id: string) => SessionDays
  readonly counting: Counting
  /** Codes of the Members on the day on which the plan opens. */
  readonly members: readonly string[]
  readonly units: readonly string[]
  readonly openedOn: CalendarDate
  readonly trackedFrom: CalendarDate
  readonly synthetic: boolean
}

export type Owed = { readonly id: string; readonly opening: ObligationOpened; readonly followed: Followed }

/**
 * Everything that a row asks, each party and each year an obligation of its own.
 *
 * @throws Refusal `unknown-kind`; `wrong-party` where neither a Member nor a unit of the organization is named, or the kind is not theirs to owe
 */
export const obligationsOf = (row: Pick<Row, 'id' | 'about' | 'printed' | 'source' | 'followed'>, ground: Ground): readonly Owed[] =>
  row.followed
    .flatMap((each) => eachYear(each, ground))
    .flatMap((followed) => partiesOf(followed, row, ground).map((party) => owed(followed, party, row, ground)))

function owed(followed: Followed, party: Party, row: Pick<Row, 'id' | 'about' | 'printed' | 'source'>, ground: Ground): Owed {
  const { parsed } = followed.timing
  const session = parsed.shape === 'session' ? ground.sessionOf(sessionId(ground.plan.organization, parsed.session)) : null
  const { code, owedBy } = party
  const { cycle, plan, counting, openedOn, trackedFrom, synthetic } = ground
  const kind = ground.kindOf(followed.kind)
  const opening = openingUnder({ cycle, plan, row, followed, kind, party: code, owedBy, session, counting, openedOn, trackedFrom, synthetic })
  const { organization, request, occurrence } = opening
  return { id: obligationId({ organization, request, kind: kind.code, party: code, occurrence }), opening, followed }
}

/** A session as plans name it, `<body>-<number>`, by its whole id. @throws Refusal `unknown-session` for one of another organization */
export function sessionId(organization: string, session: string): string {
  const id = qualifyId(organization, session)
  if (isOwnedBy(organization, id)) return id
  throw new Refusal('unknown-session', `${id} is no session of ${organization}`, { session: id })
}

/**
 * One event in each year of a range is an obligation a year, named by the year.
 *
 * Where no last year is printed, the plan's horizon ends the years. Where that is open too, the years reach to the one after the plan
 * opens, and each further one is opened as the year before it begins: see `nextYear`.
 */
const eachYear = (followed: Followed, { plan: { horizon }, openedOn }: Ground): readonly Followed[] => {
  const { parsed } = followed.timing
  if (parsed.shape !== 'every-year') return [followed]
  const isEndless = parsed.to === null && horizon.until === null
  const last = parsed.to ?? Math.max(parsed.from, horizon.until === null ? yearOf(openedOn) + 1 : yearOf(horizon.until))
  const recurs = isEndless ? { recurs: 'year' as const } : {}
  return Array.from({ length: last - parsed.from + 1 }, (_, index) => {
    const year = parsed.from + index
    return { ...followed, ...recurs, occurrence: String(year), timing: { ...followed.timing, parsed: { shape: 'year', year } } }
  })
}

const yearOf = (day: CalendarDate): number => Number(day.slice(0, 4))

type Party = { readonly code: string; readonly owedBy: ObligationOpened['owedBy'] }

function partiesOf({ party, kind }: Followed, row: Pick<Row, 'id'>, { kindOf, members, units, plan }: Ground): readonly Party[] {
  const { owedBy } = kindOf(kind)
  const found: readonly Party[] =
    party === 'members'
      ? members.map((code) => ({ code, owedBy: 'member' }))
      : members.includes(party)
        ? [{ code: party, owedBy: 'member' }]
        : units.includes(party)
          ? [{ code: party, owedBy: 'unit' }]
          : []
  const [first] = found
  if (first !== undefined && owedBy.includes(first.owedBy)) return found
  throw new Refusal('wrong-party', `Row ${row.id} of ${plan.code}: ${party} cannot owe an obligation of the kind ${kind}`, { row: row.id, party, kind })
}
