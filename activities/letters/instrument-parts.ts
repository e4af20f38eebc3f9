import type { Askable } from '../../domain/report/questionnaire.ts'
import { obligationLines } from './instrument-lines.ts'
import { article, date } from './legal-words.ts'
import type { InstrumentFacts, InstrumentLetter } from './letter-facts.ts'
import type { FamilyParts } from './letter-parts.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { bodyIn, constitutionOf, type LetterMessage, type Wording } from './wording.ts'

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
    asked: asks(facts) ? [{ title: spoken('whatToSend'), items: askedItems(facts, wording) }] : [],
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

/** What the sentences of every kind may draw on. A letter about a kind and the kind that it opened speaks of the first, the wider of the two. */
function countedWords({ obligations, debtor }: InstrumentLetter, wording: Wording) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const lastDay = first.deadlines.at(-1)?.date
  const { name: constitution, short: constitutionShort, informed } = constitutionOf(wording, debtor.organization)
  return {
    ...{ constitution, constitutionShort, informed, adoptedBy: adoptedBy(first, wording) },
    count: obligations.length,
    duty: dutyOf(obligations),
    instrument: inset(first.instrument.title[wording.language]),
    state: inset(debtor.name[wording.language]),
    lastDate: lastDay === undefined ? '' : date(wording, lastDay),
  }
}

/** The body whose session adopted an instrument, at the beginning of a sentence. */
function adoptedBy({ deadlines }: InstrumentFacts, wording: Wording): Phrase | string {
  const closing = deadlines.at(0)?.reckoning.event
  const name = closing === undefined ? undefined : bodyIn(wording, closing)?.name
  return name === undefined ? inset(closing?.body ?? '') : name.charAt(0).toLocaleUpperCase(wording.language) + name.slice(1)
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: InstrumentLetter): boolean => kind !== 'acknowledgement' && kind !== 'return'

function askedItems({ obligations, debtor }: InstrumentLetter, wording: Wording): readonly Phrase[] {
  const { copies } = constitutionOf(wording, debtor.organization)
  const points = [...new Set(widest(obligations).flatMap(({ asked }) => asked))].map((point) => messageOf[point])
  const asked = points.filter((point) => copies !== null || point !== 'askedCopies')
  return asked.map((point) => say(wording, point, { article: inset(article(wording, copies ?? '')) }))
}

/** Without those that another obligation of the same letter opens. */
const widest = (obligations: readonly InstrumentFacts[]): readonly InstrumentFacts[] =>
  obligations.filter(({ kind }) => !obligations.some((other) => other.kind !== kind && other.opens === kind))

/** The kind that all of it is of, by its code; the sentences have words for some, and otherwise speak as they do of most. */
function dutyOf(obligations: readonly InstrumentFacts[]): string {
  const kinds = new Set(widest(obligations).map(({ kind }) => kind))
  const [only = ''] = kinds
  return kinds.size === 1 ? only : ''
}

const messageOf: Readonly<Record<Askable, LetterMessage>> = {
  competentAuthorities: 'askedAuthorities',
  submissionDate: 'askedDate',
  governmentProposals: 'askedProposals',
  authorityAction: 'askedAction',
  tripartiteConsultation: 'askedConsultation',
  exceptionalCircumstances: 'askedCircumstances',
  communicatedTo: 'askedCopies',
  'federal.referredAuthorities': 'askedReferredAuthorities',
  'federal.referralDate': 'askedReferralDate',
  'federal.interGovernmentalConsultations': 'askedReferralConsultations',
  'federal.actionsTaken': 'askedReferralActions',
}
