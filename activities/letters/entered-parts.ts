import type { FieldFacts } from './entered-facts.ts'
import { enteredLines } from './entered-lines.ts'
import { enteredList } from './entered-list.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { FamilyParts } from './letter-parts.ts'
import type { LetterText } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { shortTitle } from './short-title.ts'
import type { LetterMessage, Wording } from './wording.ts'

/** More than these are listed in short: a section for each would not be read. */
export const mostSections = 8

/** What a letter about rows of plans and decisions says of them, and asks. */
export function enteredParts(facts: EnteredLetter, wording: Wording): FamilyParts {
  const { kind, obligations, debtor } = facts
  const words = countedWords(facts, wording)
  const spoken = (key: LetterMessage) => say(wording, key, words)
  const listed = obligations.length > mostSections
  return {
    salutation: spoken(debtor.party === 'unit' ? 'salutationUnit' : 'salutation'),
    opening: [spoken(inKind[kind].opening), spoken(inKind[kind].ask)],
    obligations: listed ? [] : obligations.map((each) => ({ title: inset(each.title[wording.language]), lines: enteredLines(each, facts, wording) })),
    list: listed ? enteredList(facts, wording) : null,
    asked: asks(facts) ? askedBlocks(facts, wording) : [],
    courtesy: spoken(debtor.party === 'unit' ? 'courtesyUnit' : 'courtesy'),
  }
}

export const enteredSubject = (facts: EnteredLetter, wording: Wording): Phrase => say(wording, inKind[facts.kind].subject, countedWords(facts, wording))

const inKind = {
  request: { subject: 'subjectReportRequest', opening: 'openingReportRequest', ask: 'askReportRequest' },
  notice: { subject: 'subjectNotice', opening: 'openingNotice', ask: 'askNotice' },
  reminder: { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' },
  invitation: { subject: 'subjectInvitation', opening: 'openingInvitation', ask: 'askInvitation' },
  acknowledgement: { subject: 'subjectReportReceived', opening: 'openingReportReceived', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReportReturned', opening: 'openingReportReturned', ask: 'askReportReturned' },
} as const

/** What the sentences of every kind may draw on. */
function countedWords({ obligations, debtor }: EnteredLetter, wording: Wording) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  return {
    count: obligations.length,
    party: debtor.party,
    dated: obligations.every(({ days }) => days.length > 0) ? 'yes' : 'no',
    title: inset(shortTitle(first.title[wording.language])),
    debtor: inset(debtor.name[wording.language]),
  }
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: EnteredLetter): boolean => kind !== 'acknowledgement' && kind !== 'return'

/** The required points of the report, once for each kind of report that the letter is about. */
function askedBlocks({ obligations }: EnteredLetter, wording: Wording): LetterText['asked'] {
  const kinds = [...new Map(obligations.map(({ kind }) => [kind.code, kind])).values()]
  const items = (fields: readonly FieldFacts[]) => fields.filter(({ required }) => required).map(({ label }) => inset(label[wording.language]))
  return kinds.map(({ name, fields }) => ({
    title: kinds.length === 1 ? say(wording, 'whatToSend') : say(wording, 'askedOfKind', { kind: inset(name[wording.language]) }),
    items: items(fields),
  }))
}
