import { obligationLines } from './instrument-lines.ts'
import { article, date } from './legal-words.ts'
import type { InstrumentFacts, InstrumentLetter } from './letter-facts.ts'
import type { FamilyParts } from './letter-parts.ts'
import { inset, type Phrase, say } from './phrase.ts'
import type { LetterMessage, Wording } from './wording.ts'

/** What a letter about adopted instruments says of them, and asks. */
export function instrumentParts(facts: InstrumentLetter, wording: Wording): FamilyParts {
  const { kind, obligations } = facts
  const words = countedWords(facts, wording)
  const spoken = (key: LetterMessage) => say(wording, key, words)
  return {
    salutation: spoken('salutation'),
    opening: [spoken(inKind[kind].opening), spoken(inKind[kind].ask)],
    obligations: obligations.map((obligation) => ({
      title: inset(obligation.instrument.title[wording.language]),
      lines: obligationLines(obligation, facts, wording),
    })),
    list: null,
    asked: asks(facts) ? [{ title: spoken('whatToSend'), items: askedItems(obligations, wording) }] : [],
    courtesy: spoken('courtesy'),
  }
}

export const instrumentSubject = (facts: InstrumentLetter, wording: Wording): Phrase => say(wording, inKind[facts.kind].subject, countedWords(facts, wording))

const inKind = {
  request: { subject: 'subjectRequest', opening: 'openingRequest', ask: 'askRequest' },
  reminder12: { subject: 'subjectReminder12', opening: 'openingReminder12', ask: 'askReminder12' },
  reminder18: { subject: 'subjectReminder18', opening: 'openingReminder18', ask: 'askReminder18' },
  acknowledgement: { subject: 'subjectAcknowledgement', opening: 'openingAcknowledgement', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReturn', opening: 'openingReturn', ask: 'askReturn' },
} as const

/** What the sentences of every kind may draw on. A letter about both duties speaks of submission, the wider of the two. */
function countedWords({ obligations, debtor }: InstrumentLetter, wording: Wording) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const lastDay = first.deadlines.at(-1)?.date
  return {
    count: obligations.length,
    duty: obligations.every(({ kind }) => kind === 'referral') ? 'referral' : 'submission',
    instrument: inset(first.instrument.title[wording.language]),
    state: inset(debtor.name[wording.language]),
    lastDate: lastDay === undefined ? '' : date(wording, lastDay),
  }
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: InstrumentLetter): boolean => kind !== 'acknowledgement' && kind !== 'return'

function askedItems(obligations: readonly InstrumentFacts[], wording: Wording): readonly Phrase[] {
  const referralOnly = obligations.every(({ kind }) => kind === 'referral')
  const points: readonly LetterMessage[] = referralOnly
    ? ['askedReferredAuthorities', 'askedReferralDate', 'askedReferralConsultations', 'askedReferralActions', 'askedCopies']
    : ['askedAuthorities', 'askedDate', 'askedProposals', 'askedAction', 'askedConsultation', 'askedCircumstances', 'askedCopies']
  return points.map((point) => say(wording, point, { article: inset(article(wording, '23(2)')) }))
}
