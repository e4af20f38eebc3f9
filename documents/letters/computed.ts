import type { Computation } from '../../domain/calendar/computation.ts'
import { organizationOf } from '../../domain/ids.ts'
import { type Limit, plainDays } from '../../domain/obligation/limit.ts'
import { bodyIn, type Catalog } from '../catalogs/catalog.ts'
import { sessionOfBody } from '../catalogs/format-timing.ts'
import { date, periodIn, session as sessionTerm } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LimitFacts, SessionName } from './obligation-facts.ts'

type Computed = Omit<LimitFacts['computation'], 'unconfirmed'>

/** How the day follows, for a clerk to compute again by hand. */
export function computed(
  computation: Computed,
  { id, session }: { readonly id: string; readonly session?: SessionName | undefined },
  catalog: Catalog,
): Message {
  const { by, from, countedFrom, counts, dueOn } = computation
  const [count] = counts
  if (by === 'provision' && count !== undefined && session !== undefined) return underProvision(count, dueOn, session, catalog)
  const days = plainDays(computation)
  const day = date(catalog, countedFrom)
  if (typeof from === 'object' || days === null || isTurned(from, days)) return counted(computation, organizationOf(id), session, catalog)
  if (from === 'opening') return formatMessage(catalog, 'computedOpening', { days, day })
  const before = { days: 0 - days, day }
  if (from === 'timing') return formatMessage(catalog, 'computedTiming', before)
  const event = from === 'session-opening' ? 'opening' : 'closing'
  return formatMessage(catalog, 'computedSession', { ...before, event, session: sessionOfBody(session, catalog) })
}

/** What a limit without a name of its own is called: its period. */
export function limitTerm(
  { limit, computation: { counts } }: { readonly limit: string; readonly computation: Pick<Limit['computation'], 'counts'> },
  catalog: Catalog,
): Message {
  const [count] = counts
  return count === undefined ? placeable(limit) : periodIn(catalog, count.period)
}

function underProvision(count: Computation, dueOn: Computation['dueOn'], session: SessionName, catalog: Catalog): Message {
  return formatMessage(catalog, count.convention === 'anniversary' ? 'computedAnniversary' : 'computedDayBefore', {
    countedFrom: date(catalog, count.countedFrom),
    session: sessionTerm(catalog, session.number ?? session.id),
    ofBody: bodyIn(catalog, session)?.of ?? placeable(`(${session.body})`),
    months: periodIn(catalog, count.period),
    anniversary: date(catalog, count.nominalOn),
    dueOn: date(catalog, dueOn),
  })
}

/** Whether days run the other way than the sentence for this origin has them. */
const isTurned = (from: Exclude<Computed['from'], object>, days: number): boolean => (from === 'opening' ? days < 0 : days > 0)

const origins = { timing: 'timing', opening: 'opening', 'session-opening': 'sessionOpening', 'session-closing': 'sessionClosing' } as const

function counted({ from, countedFrom, counts }: Computed, organization: string, session: SessionName | undefined, catalog: Catalog): Message {
  const day = date(catalog, countedFrom)
  const type = typeof from === 'object' ? from.event : null
  const event = placeable(type === null ? '' : (catalog.organizations[organization]?.eventTypes[type] ?? type))
  const [first, ...others] = counts
  if (first === undefined) return formatMessage(catalog, 'computedEventDay', { event, day })
  const periods = others.reduce(
    (before, { period }) => formatMessage(catalog, 'periodsAnd', { first: before, second: periodIn(catalog, period) }),
    periodIn(catalog, first.period),
  )
  const origin = typeof from === 'object' ? 'event' : origins[from]
  const values = { direction: first.direction ?? 'forward', periods, origin, day, event, session: sessionOfBody(session, catalog) }
  const [moved] = counts.at(-1)?.adjustments ?? []
  if (moved === undefined) return formatMessage(catalog, 'computedPeriods', values)
  const closed = { from: date(catalog, moved.from), to: date(catalog, moved.to), move: moved.move }
  return [...formatMessage(catalog, 'computedPeriods', values), ' ', ...formatMessage(catalog, 'closedDay', closed)]
}
