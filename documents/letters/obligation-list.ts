import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date, provision } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable, toPlainText } from '../catalogs/message.ts'
import { computed } from './computed.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { List, ListItem } from './letter-text.ts'
import { limitLabel } from './limit-line.ts'
import type { BasisFacts, LimitFacts, ObligationFacts } from './obligation-facts.ts'

/** Many obligations in short, in the order of their first days: where each stands in its document, and its days. The rest stands in the record. */
export const obligationList = ({ obligations }: LetterFacts, catalog: Catalog): List => ({
  heads: { item: formatMessage(catalog, 'listItem'), day: formatMessage(catalog, 'listDay') },
  items: obligations.toSorted(byFirstDay).map((each) => listed(each, catalog)),
  note: formatMessage(catalog, 'listNote'),
})

/** What has no day comes last; of one day, row 2 before row 10. */
const byFirstDay = (a: ObligationFacts, b: ObligationFacts): number =>
  byPlace.compare(`${a.limits[0]?.date ?? 'none'} ${a.id}`, `${b.limits[0]?.date ?? 'none'} ${b.id}`)

const byPlace = new Intl.Collator('en', { numeric: true })

function listed(obligation: ObligationFacts, catalog: Catalog): ListItem {
  const { id, kind, title, basis, limits } = obligation
  const sources = basis.source.flatMap((source): Message => [' – ', ...provision(catalog, source)])
  return {
    title: placeable(textIn(title, catalog.language)),
    details: [[...placeable(textIn(kind.name, catalog.language)), ...sources], ...printedTiming(basis, catalog), placeable(id)],
    days: limits.length === 0 ? [formatMessage(catalog, 'listNoDay')] : limits.flatMap((limit) => dayListed(limit, obligation, catalog)),
  }
}

const printedTiming = ({ printed }: BasisFacts, catalog: Catalog): readonly Message[] =>
  printed === null || printed.timing.printed === null
    ? []
    : [formatMessage(catalog, 'listTiming', { timing: placeable(printed.timing.printed, { language: printed.language }) })]

/** Where there are several days, each by its name; else how the one day was computed. */
function dayListed(limit: LimitFacts, { id, limits, session }: ObligationFacts, catalog: Catalog): readonly Message[] {
  const dated: Message = limit.provisional
    ? formatMessage(catalog, 'calendarProvisional', { summary: date(catalog, limit.date, true) })
    : date(catalog, limit.date, true)
  if (limits.length === 1) return [dated, computed(limit.computation, { id, session }, catalog)]
  return [[...limitLabel(limit, catalog), toPlainText(formatMessage(catalog, 'colon')), ...dated]]
}
