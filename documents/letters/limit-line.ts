import { textIn } from '../../domain/languages.ts'
import { bodyIn, type Catalog } from '../catalogs/catalog.ts'
import { sessionOfBody } from '../catalogs/format-timing.ts'
import { date, periodIn, session as sessionTerm } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import type { LimitFacts, ObligationFacts, SessionName } from './obligation-facts.ts'
import { line } from './return-lines.ts'

/** One limit: its last day, how it was computed, and what is not certain of it. */
export function limitLine(limit: LimitFacts, obligation: ObligationFacts, { date: letterDate }: LetterFacts, catalog: Catalog): Line {
  const { computation, printed, rule, provisional } = limit
  const counted = computation.count !== null
  const source = printed === undefined ? undefined : placeable(printed.source)
  return line(limitLabel(limit, catalog), date(catalog, limit.date, true), [
    ...(limit.date < letterDate ? [formatMessage(catalog, 'passed')] : []),
    computed(computation, obligation.session, catalog),
    ...(source === undefined ? [] : [printedRemark(limit, source, catalog)]),
    ...(printed?.language === catalog.language ? [formatMessage(catalog, 'printedWording', { wording: placeable(printed.wording) })] : []),
    ...(computation.unconfirmed && printed === undefined ? [formatMessage(catalog, 'computedUnconfirmed')] : []),
    ...rule.source.map((cited) => formatMessage(catalog, 'dayRule', { source: placeable(cited, { language: 'en' }) })),
    ...(rule.productDefault ? [formatMessage(catalog, 'dayDefault')] : []),
    ...(computation.status === 'contradicted' && !counted ? [formatMessage(catalog, 'dayDoubt')] : []),
    ...(provisional ? [formatMessage(catalog, counted ? 'provisionalDate' : 'dayProvisional')] : []),
  ])
}

/** Its own name, or its period. */
export function limitLabel({ limit, name, computation: { count }, exceptional }: LimitFacts, catalog: Catalog): Message {
  if (name !== null) return placeable(textIn(name, catalog.language))
  const counted = count === null ? placeable(limit) : periodIn(catalog, count.period)
  return formatMessage(catalog, exceptional ? 'labelExceptionalLimit' : 'labelLimit', { months: counted })
}

/** How the day follows, for a clerk to compute again by hand. */
export function computed(computation: Omit<LimitFacts['computation'], 'unconfirmed'>, session: SessionName | undefined, catalog: Catalog): Message {
  const { from, countedFrom, days, count, dueOn } = computation
  if (count !== null && session !== undefined)
    return formatMessage(catalog, count.convention === 'anniversary' ? 'computedAnniversary' : 'computedDayBefore', {
      countedFrom: date(catalog, countedFrom),
      session: sessionTerm(catalog, session.number ?? session.id),
      ofBody: bodyIn(catalog, session)?.of ?? placeable(`(${session.body})`),
      months: periodIn(catalog, count.period),
      anniversary: date(catalog, count.nominalOn),
      dueOn: date(catalog, dueOn),
    })
  const day = date(catalog, countedFrom)
  if (from === 'opening') return formatMessage(catalog, 'computedOpening', { days, day })
  const before = { days: 0 - days, day }
  if (from === 'timing') return formatMessage(catalog, 'computedTiming', before)
  const event = from === 'session-opening' ? 'opening' : 'closing'
  return formatMessage(catalog, 'computedSession', { ...before, event, session: sessionOfBody(session, catalog) })
}

function printedRemark({ date: governing, computation }: LimitFacts, source: Message, catalog: Catalog): Message {
  if (governing === computation.dueOn) return formatMessage(catalog, 'printedSame', { source })
  return formatMessage(catalog, 'printedDiffers', { source, dueOn: date(catalog, computation.dueOn) })
}
