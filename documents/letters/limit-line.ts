import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import { computed, limitTerm } from './computed.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import type { LimitFacts, ObligationFacts } from './obligation-facts.ts'
import { line } from './return-lines.ts'

/** One limit: its last day, how it was computed, and what is not certain of it. */
export function limitLine(limit: LimitFacts, obligation: ObligationFacts, { date: letterDate }: LetterFacts, catalog: Catalog): Line {
  const { computation, printed, rule, provisional } = limit
  const byProvision = computation.by === 'provision'
  const source = printed === undefined ? undefined : placeable(printed.source)
  return line(limitLabel(limit, catalog), date(catalog, limit.date, true), [
    ...(limit.date < letterDate ? [formatMessage(catalog, 'passed')] : []),
    computed(computation, obligation, catalog),
    ...(source === undefined ? [] : [printedRemark(limit, source, catalog)]),
    ...(printed?.language === catalog.language ? [formatMessage(catalog, 'printedWording', { wording: placeable(printed.wording) })] : []),
    ...(computation.unconfirmed && printed === undefined ? [formatMessage(catalog, 'computedUnconfirmed')] : []),
    ...rule.source.map((cited) => formatMessage(catalog, 'dayRule', { source: placeable(cited, { language: 'en' }) })),
    ...(rule.productDefault ? [formatMessage(catalog, 'dayDefault')] : []),
    ...(computation.status === 'contradicted' && !byProvision ? [formatMessage(catalog, 'dayDoubt')] : []),
    ...(provisional ? [formatMessage(catalog, byProvision ? 'provisionalDate' : 'dayProvisional')] : []),
  ])
}

/** Its own name, or its period. */
export function limitLabel(limit: LimitFacts, catalog: Catalog): Message {
  if (limit.name !== null) return placeable(textIn(limit.name, catalog.language))
  return formatMessage(catalog, limit.exceptional ? 'labelExceptionalLimit' : 'labelLimit', { months: limitTerm(limit, catalog) })
}

function printedRemark({ date: governing, computation }: LimitFacts, source: Message, catalog: Catalog): Message {
  if (governing === computation.dueOn) return formatMessage(catalog, 'printedSame', { source })
  return formatMessage(catalog, 'printedDiffers', { source, dueOn: date(catalog, computation.dueOn) })
}
