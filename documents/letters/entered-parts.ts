import { textIn } from '../../domain/languages.ts'
import type { Catalog, LetterMessage } from '../catalogs/catalog.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { FieldFacts } from './entered-facts.ts'
import { enteredLines } from './entered-lines.ts'
import { enteredList } from './entered-list.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { FamilyParts } from './letter-parts.ts'
import type { LetterText } from './letter-text.ts'
import { shortTitle } from './short-title.ts'

/** More than these are listed in short: a section for each would not be read. */
export const mostSections = 8

/** What a letter about rows of plans and decisions says of them, and asks. */
export function enteredParts(facts: EnteredLetter, catalog: Catalog): FamilyParts {
  const { kind, obligations, party } = facts
  const words = countedWords(facts, catalog)
  const spoken = (key: LetterMessage) => formatMessage(catalog, key, words)
  const listed = obligations.length > mostSections
  return {
    salutation: spoken(party.partyType === 'unit' ? 'salutationUnit' : 'salutation'),
    opening: [spoken(inKind[kind].opening), spoken(inKind[kind].ask)],
    obligations: listed
      ? []
      : obligations.map((each) => ({ title: placeable(textIn(each.title, catalog.language)), lines: enteredLines(each, facts, catalog) })),
    list: listed ? enteredList(facts, catalog) : null,
    requested: asks(facts) ? askedBlocks(facts, catalog) : [],
    courtesy: spoken(party.partyType === 'unit' ? 'courtesyUnit' : 'courtesy'),
  }
}

export const enteredSubject = (facts: EnteredLetter, catalog: Catalog): Message =>
  formatMessage(catalog, inKind[facts.kind].subject, countedWords(facts, catalog))

const inKind = {
  request: { subject: 'subjectReportRequest', opening: 'openingReportRequest', ask: 'askReportRequest' },
  notice: { subject: 'subjectNotice', opening: 'openingNotice', ask: 'askNotice' },
  reminder: { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' },
  invitation: { subject: 'subjectInvitation', opening: 'openingInvitation', ask: 'askInvitation' },
  acknowledgement: { subject: 'subjectReportReceived', opening: 'openingReportReceived', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReportReturned', opening: 'openingReportReturned', ask: 'askReportReturned' },
} as const

/** What the sentences of every kind may draw on. */
function countedWords({ obligations, party }: EnteredLetter, catalog: Catalog) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  return {
    count: obligations.length,
    partyType: party.partyType,
    dated: obligations.every(({ days }) => days.length > 0) ? 'yes' : 'no',
    title: placeable(shortTitle(textIn(first.title, catalog.language))),
    party: placeable(textIn(party.name, catalog.language)),
  }
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: EnteredLetter): boolean => kind !== 'acknowledgement' && kind !== 'return'

/** The required points of the report, once for each kind of report that the letter is about. */
function askedBlocks({ obligations }: EnteredLetter, catalog: Catalog): LetterText['requested'] {
  const kinds = [...new Map(obligations.map(({ kind }) => [kind.code, kind])).values()]
  const items = (fields: readonly FieldFacts[]) => fields.filter(({ required }) => required).map(({ label }) => placeable(textIn(label, catalog.language)))
  return kinds.map(({ name, fields }) => ({
    title:
      kinds.length === 1 ? formatMessage(catalog, 'whatToSend') : formatMessage(catalog, 'askedOfKind', { kind: placeable(textIn(name, catalog.language)) }),
    items: items(fields),
  }))
}
