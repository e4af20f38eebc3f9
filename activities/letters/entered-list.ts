import type { DayFacts, EnteredFacts } from './entered-facts.ts'
import { reckonedDay } from './entered-lines.ts'
import { date } from './legal-words.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { List, ListItem } from './letter-text.ts'
import { inset, type Phrase, plain, say } from './phrase.ts'
import type { Wording } from './wording.ts'

/** Many obligations in short, in the order of their first days: where each stands in its document, and its days. The rest stands in the record. */
export const enteredList = ({ obligations }: EnteredLetter, wording: Wording): List => ({
  heads: { item: say(wording, 'listItem'), day: say(wording, 'listDay') },
  items: obligations.toSorted(byFirstDay).map((each) => listed(each, wording)),
  note: say(wording, 'listNote'),
})

/** What has no day comes last; of one day, row 2 before row 10. */
const byFirstDay = (a: EnteredFacts, b: EnteredFacts): number => byPlace.compare(`${a.days[0]?.date ?? 'none'} ${a.id}`, `${b.days[0]?.date ?? 'none'} ${b.id}`)

const byPlace = new Intl.Collator('en', { numeric: true })

function listed(obligation: EnteredFacts, wording: Wording): ListItem {
  const { id, kind, title, row, timing, days } = obligation
  const sources = row.source.flatMap((source): Phrase => [' – ', ...inset(source, { language: 'en' })])
  const printed = timing.printed === null ? [] : [say(wording, 'listTiming', { timing: inset(timing.printed, { language: row.printed.language }) })]
  return {
    title: inset(title[wording.language]),
    details: [[...inset(kind.name[wording.language]), ...sources], ...printed, inset(id)],
    days: days.length === 0 ? [say(wording, 'listNoDay')] : days.flatMap((day) => dayListed(day, obligation, wording)),
  }
}

/** Where there are several days, each by its name; else how the one day was reckoned. */
function dayListed(day: DayFacts, obligation: EnteredFacts, wording: Wording): readonly Phrase[] {
  const dated: Phrase = day.provisional ? say(wording, 'calendarProvisional', { summary: date(wording, day.date, true) }) : date(wording, day.date, true)
  if (obligation.days.length === 1) return [dated, reckonedDay(day, obligation, wording)]
  return [[...inset(day.name[wording.language]), plain(say(wording, 'colon')), ...dated]]
}
