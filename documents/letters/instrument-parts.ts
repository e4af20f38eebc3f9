import { textIn } from '../../domain/languages.ts'
import type { Askable } from '../../domain/report/questionnaire.ts'
import { bodyIn, type Catalog, constitutionOf, type LetterMessage } from '../catalogs/catalog.ts'
import { article, date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import { obligationLines } from './instrument-lines.ts'
import type { InstrumentFacts, InstrumentLetter } from './letter-facts.ts'
import type { FamilyParts } from './letter-parts.ts'

/** What a letter about adopted instruments says of them, and asks. */
export function instrumentParts(facts: InstrumentLetter, catalog: Catalog): FamilyParts {
  const { kind, obligations } = facts
  const words = countedWords(facts, catalog)
  const spoken = (key: LetterMessage) => formatMessage(catalog, key, words)
  return {
    salutation: spoken('salutation'),
    opening: [spoken(inKind[kind].opening), spoken(inKind[kind].ask)],
    obligations: obligations.map((obligation) => ({
      title: placeable(textIn(obligation.instrument.title, catalog.language)),
      lines: obligationLines(obligation, facts, catalog),
    })),
    list: null,
    requested: asks(facts) ? [{ title: spoken('whatToSend'), items: askedItems(facts, catalog) }] : [],
    courtesy: spoken('courtesy'),
  }
}

export const instrumentSubject = (facts: InstrumentLetter, catalog: Catalog): Message =>
  formatMessage(catalog, inKind[facts.kind].subject, countedWords(facts, catalog))

const inKind = {
  request: { subject: 'subjectRequest', opening: 'openingRequest', ask: 'askRequest' },
  reminder12: { subject: 'subjectReminder12', opening: 'openingReminder12', ask: 'askReminder12' },
  reminder18: { subject: 'subjectReminder18', opening: 'openingReminder18', ask: 'askReminder18' },
  acknowledgement: { subject: 'subjectAcknowledgement', opening: 'openingAcknowledgement', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReturn', opening: 'openingReturn', ask: 'askReturn' },
} as const

/** What the sentences of every kind may draw on. A letter about a kind and the kind that it opened speaks of the first, the wider of the two. */
function countedWords({ obligations, party }: InstrumentLetter, catalog: Catalog) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const lastDay = first.limits.at(-1)?.date
  const { name: constitution, short: constitutionShort, informed } = constitutionOf(catalog, party.organization)
  return {
    ...{ constitution, constitutionShort, informed, adoptedBy: adoptedBy(first, catalog) },
    count: obligations.length,
    duty: dutyOf(obligations),
    instrument: placeable(textIn(first.instrument.title, catalog.language)),
    state: placeable(textIn(party.name, catalog.language)),
    lastDate: lastDay === undefined ? '' : date(catalog, lastDay),
  }
}

/** The body whose session adopted an instrument, at the beginning of a sentence. */
function adoptedBy({ limits }: InstrumentFacts, catalog: Catalog): Message | string {
  const closing = limits.at(0)?.computation.event
  const name = closing === undefined ? undefined : bodyIn(catalog, closing)?.name
  return name === undefined ? placeable(closing?.body ?? '') : name.charAt(0).toLocaleUpperCase(catalog.language) + name.slice(1)
}

/** An acknowledgement asks for nothing, and a return only for what is missing. */
const asks = ({ kind }: InstrumentLetter): boolean => kind !== 'acknowledgement' && kind !== 'return'

function askedItems({ obligations, party }: InstrumentLetter, catalog: Catalog): readonly Message[] {
  const { copies } = constitutionOf(catalog, party.organization)
  const points = [...new Set(widest(obligations).flatMap(({ requested }) => requested))].map((point) => messageOf[point])
  const requested = points.filter((point) => copies !== null || point !== 'askedCopies')
  return requested.map((point) => formatMessage(catalog, point, { article: placeable(article(catalog, copies ?? '')) }))
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
