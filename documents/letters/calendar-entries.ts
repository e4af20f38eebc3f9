import { textIn } from '../../domain/languages.ts'
import { type Catalog, wordsOfKind } from '../catalogs/catalog.ts'
import { formatOwnMessage } from '../catalogs/kind-words.ts'
import { provision } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable, toPlainText } from '../catalogs/message.ts'
import { computed, limitTerm } from './computed.ts'
import type { CalendarEntry, LetterFacts } from './letter-facts.ts'
import type { LimitFacts, ObligationFacts } from './obligation-facts.ts'
import { questionOf } from './obligation-lines.ts'
import { shortTitle } from './short-title.ts'

/**
 * The days that a letter puts into its reader's calendar: the last days of each obligation, or the day by which a report is to be completed.
 *
 * A reminder or an acknowledgement carries the days that an earlier letter gave, under the same uid: they replace them there.
 */
export const calendarEntries = (letter: LetterFacts, catalog: Catalog): readonly CalendarEntry[] =>
  letter.obligations.flatMap((obligation) => (letter.kind === 'return' ? returnEntries : limitEntries)(obligation, letter, catalog))

const limitEntries = (obligation: ObligationFacts, letter: LetterFacts, catalog: Catalog): readonly CalendarEntry[] =>
  obligation.limits.map((limit) => {
    const summary = limitSummary(limit, obligation, letter, catalog)
    return {
      uid: `${obligation.id}/${limit.limit}@follow-up`,
      date: limit.date,
      summary: marked(letter, catalog, limit.provisional ? formatMessage(catalog, 'calendarProvisional', { summary }) : summary),
      description: [
        ...obligation.basis.source.map((source) => provision(catalog, source)),
        computed(limit.computation, obligation, catalog),
        ...replyTo(letter, catalog),
      ]
        .map(toPlainText)
        .join('\n'),
    }
  })

function limitSummary(limit: LimitFacts, obligation: ObligationFacts, letter: LetterFacts, catalog: Catalog): Message {
  const named = namesOf(obligation, letter, catalog)
  if (letter.kind === 'acknowledgement') return formatMessage(catalog, 'calendarAcknowledgement', named)
  const dated = { ...named, limit: limit.name === null ? limitTerm(limit, catalog) : placeable(textIn(limit.name, catalog.language)) }
  const own = wordsOfKind(catalog, letter.party.organization, obligation.kind.code).calendar
  return own === undefined ? formatMessage(catalog, 'calendarLimit', dated) : formatOwnMessage(catalog, own, dated)
}

const namesOf = ({ basis, title }: ObligationFacts, { party }: LetterFacts, catalog: Catalog) => ({
  code: basis.code,
  title: placeable(shortTitle(textIn(title, catalog.language))),
  party: placeable(textIn(party.name, catalog.language)),
})

function returnEntries(obligation: ObligationFacts, letter: LetterFacts, catalog: Catalog): readonly CalendarEntry[] {
  const { id, missing = [], returnDue } = obligation
  if (returnDue === undefined) return []
  const summary = formatMessage(catalog, 'calendarReturn', namesOf(obligation, letter, catalog))
  const lacks = missing.map((field): Message => ['- ', ...questionOf(field, obligation, catalog)])
  return [
    {
      uid: `${id}/return@follow-up`,
      date: returnDue,
      summary: marked(letter, catalog, summary),
      description: [...lacks, ...replyTo(letter, catalog)].map(toPlainText).join('\n'),
    },
  ]
}

const replyTo = ({ reply, letterId }: LetterFacts, catalog: Catalog): readonly Message[] => [
  formatMessage(catalog, 'replyAddress', { address: reply.address, reference: letterId }),
]

const marked = ({ synthetic }: LetterFacts, catalog: Catalog, summary: Message): string =>
  toPlainText(synthetic ? formatMessage(catalog, 'syntheticSubject', { subject: summary }) : summary)
