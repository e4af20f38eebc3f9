import { textIn } from '../../domain/languages.ts'
import { type Catalog, word } from '../catalogs/catalog.ts'
import { provision } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable, toPlainText } from '../catalogs/message.ts'
import type { EnteredFacts } from './entered-facts.ts'
import { computedDay, questionOf } from './entered-lines.ts'
import { computed } from './instrument-lines.ts'
import type { CalendarEntry, DeadlineFacts, EnteredLetter, InstrumentFacts, InstrumentLetter, LetterFacts, ToldFacts } from './letter-facts.ts'
import { shortTitle } from './short-title.ts'

/**
 * The days that a letter puts into its reader's calendar: the last days of each obligation, or the day by which a report is to be completed.
 *
 * A reminder or an acknowledgement carries the days that an earlier letter gave, under the same uid: they replace them there.
 */
export function calendarEntries(facts: LetterFacts, catalog: Catalog): readonly CalendarEntry[] {
  if (facts.family === 'entered') return facts.obligations.flatMap((obligation) => enteredEntries(obligation, facts, catalog))
  return facts.obligations.flatMap((obligation) => instrumentEntries(obligation, facts, catalog))
}

function instrumentEntries(obligation: InstrumentFacts, facts: InstrumentLetter, catalog: Catalog): readonly CalendarEntry[] {
  if (facts.kind !== 'return') return deadlineEntries(obligation, facts, catalog)
  const summary = formatMessage(catalog, 'calendarReturn', { code: obligation.instrument.code, state: textIn(facts.party.name, catalog.language) })
  return returnEntries(obligation, summary, (field) => [word(catalog, 'questionnaire', field)], facts, catalog)
}

function enteredEntries(obligation: EnteredFacts, facts: EnteredLetter, catalog: Catalog): readonly CalendarEntry[] {
  const own = catalog.language
  const named = { title: placeable(shortTitle(textIn(obligation.title, own))), party: placeable(textIn(facts.party.name, own)) }
  if (facts.kind === 'return')
    return returnEntries(obligation, formatMessage(catalog, 'calendarReportReturned', named), (field) => questionOf(field, obligation, catalog), facts, catalog)
  return obligation.days.map((each) => {
    const summary =
      facts.kind === 'acknowledgement'
        ? formatMessage(catalog, 'calendarReportReceived', named)
        : formatMessage(catalog, 'calendarDay', { ...named, day: placeable(textIn(each.name, own)) })
    return {
      uid: `${obligation.id}/${each.limit}@follow-up`,
      date: each.date,
      summary: marked(facts, catalog, each.provisional ? formatMessage(catalog, 'calendarProvisional', { summary }) : summary),
      description: [...obligation.row.source.map((source) => placeable(source)), computedDay(each, obligation, catalog), ...replyTo(facts, catalog)]
        .map(toPlainText)
        .join('\n'),
    }
  })
}

function deadlineEntries(obligation: InstrumentFacts, facts: InstrumentLetter, catalog: Catalog): readonly CalendarEntry[] {
  const { id, instrument, kind, provision: cited, limits } = obligation
  const state = textIn(facts.party.name, catalog.language)
  return limits.map((deadline) => {
    const limit = word(catalog, 'limits', deadline.limit)
    const summary =
      facts.kind === 'acknowledgement'
        ? formatMessage(catalog, 'calendarReported', { code: instrument.code, state })
        : formatMessage(catalog, 'calendarDeadline', { code: instrument.code, state, limit, duty: kind })
    return {
      uid: `${id}/${deadline.limit}@follow-up`,
      date: deadline.date,
      summary: marked(facts, catalog, deadline.provisional ? formatMessage(catalog, 'calendarProvisional', { summary }) : summary),
      description: description(deadline, cited, facts, catalog),
    }
  })
}

const description = (deadline: DeadlineFacts, cited: string, facts: LetterFacts, catalog: Catalog): string =>
  [provision(catalog, cited), computed(deadline, catalog), ...replyTo(facts, catalog)].map(toPlainText).join('\n')

function returnEntries(
  { id, missing = [], returnDue }: ToldFacts,
  summary: Message,
  labelOf: (field: string) => Message,
  facts: LetterFacts,
  catalog: Catalog,
): readonly CalendarEntry[] {
  if (returnDue === undefined) return []
  const lacks = missing.map((field): Message => ['- ', ...labelOf(field)])
  return [
    {
      uid: `${id}/return@follow-up`,
      date: returnDue,
      summary: marked(facts, catalog, summary),
      description: [...lacks, ...replyTo(facts, catalog)].map(toPlainText).join('\n'),
    },
  ]
}

const replyTo = ({ reply, letterId }: LetterFacts, catalog: Catalog): readonly Message[] => [
  formatMessage(catalog, 'replyAddress', { address: reply.address, reference: letterId }),
]

const marked = ({ synthetic }: LetterFacts, catalog: Catalog, summary: Message): string =>
  toPlainText(synthetic ? formatMessage(catalog, 'syntheticSubject', { subject: summary }) : summary)
