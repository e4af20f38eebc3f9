import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable, toPlainText } from '../catalogs/message.ts'
import type { DayFacts, EnteredFacts } from './entered-facts.ts'
import { computedDay } from './entered-lines.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { List, ListItem } from './letter-text.ts'

/** Many obligations in short, in the order of their first days: where each stands in its document, and its days. The rest stands in the record. */
export const enteredList = ({ obligations }: EnteredLetter, catalog: Catalog): List => ({
  heads: { item: formatMessage(catalog, 'listItem'), day: formatMessage(catalog, 'listDay') },
  items: obligations.toSorted(byFirstDay).map((each) => listed(each, catalog)),
  note: formatMessage(catalog, 'listNote'),
})

/** What has no day comes last; of one day, row 2 before row 10. */
const byFirstDay = (a: EnteredFacts, b: EnteredFacts): number => byPlace.compare(`${a.days[0]?.date ?? 'none'} ${a.id}`, `${b.days[0]?.date ?? 'none'} ${b.id}`)

const byPlace = new Intl.Collator('en', { numeric: true })

function listed(obligation: EnteredFacts, catalog: Catalog): ListItem {
  const { id, kind, title, row, timing, days } = obligation
  const sources = row.source.flatMap((source): Message => [' – ', ...placeable(source, { language: 'en' })])
  const printed =
    timing.printed === null ? [] : [formatMessage(catalog, 'listTiming', { timing: placeable(timing.printed, { language: row.printed.language }) })]
  return {
    title: placeable(textIn(title, catalog.language)),
    details: [[...placeable(textIn(kind.name, catalog.language)), ...sources], ...printed, placeable(id)],
    days: days.length === 0 ? [formatMessage(catalog, 'listNoDay')] : days.flatMap((day) => dayListed(day, obligation, catalog)),
  }
}

/** Where there are several days, each by its name; else how the one day was reckoned. */
function dayListed(day: DayFacts, obligation: EnteredFacts, catalog: Catalog): readonly Message[] {
  const dated: Message = day.provisional
    ? formatMessage(catalog, 'calendarProvisional', { summary: date(catalog, day.date, true) })
    : date(catalog, day.date, true)
  if (obligation.days.length === 1) return [dated, computedDay(day, obligation, catalog)]
  return [[...placeable(textIn(day.name, catalog.language)), toPlainText(formatMessage(catalog, 'colon')), ...dated]]
}
