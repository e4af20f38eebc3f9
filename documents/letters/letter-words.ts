import { textIn } from '../../domain/languages.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import { bodyIn, type Catalog, constitutionOf, type LetterMessage } from '../catalogs/catalog.ts'
import { date } from '../catalogs/legal-terms.ts'
import { type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { ObligationFacts } from './obligation-facts.ts'
import { shortTitle } from './short-title.ts'

type Sentences = { readonly subject: LetterMessage; readonly opening: LetterMessage; readonly ask: LetterMessage }

/** The sentences of each kind of letter. */
export const sentencesOf = ({ kind, obligations }: LetterFacts): Sentences => (isUnderProvision(obligations) ? underProvisions[kind] : inGeneral[kind])

const inGeneral: Readonly<Record<LetterKind, Sentences>> = {
  request: { subject: 'subjectReportRequest', opening: 'openingReportRequest', ask: 'askReportRequest' },
  notice: { subject: 'subjectNotice', opening: 'openingNotice', ask: 'askNotice' },
  reminder: { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' },
  reminder12: { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' },
  reminder18: { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' },
  invitation: { subject: 'subjectInvitation', opening: 'openingInvitation', ask: 'askInvitation' },
  acknowledgement: { subject: 'subjectReportReceived', opening: 'openingReportReceived', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReportReturned', opening: 'openingReportReturned', ask: 'askReportReturned' },
}

const underProvisions: Readonly<Record<LetterKind, Sentences>> = {
  ...inGeneral,
  request: { subject: 'subjectRequest', opening: 'openingRequest', ask: 'askRequest' },
  reminder12: { subject: 'subjectReminder12', opening: 'openingReminder12', ask: 'askReminder12' },
  reminder18: { subject: 'subjectReminder18', opening: 'openingReminder18', ask: 'askReminder18' },
  acknowledgement: { subject: 'subjectAcknowledgement', opening: 'openingAcknowledgement', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReturn', opening: 'openingReturn', ask: 'askReturn' },
}

const isUnderProvision = (obligations: readonly ObligationFacts[]): boolean => obligations.every(({ basis }) => basis.type === 'provision')

/** What the sentences may draw on. */
export function placeablesOf({ obligations, party }: LetterFacts, catalog: Catalog) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const name = placeable(textIn(party.name, catalog.language))
  const title = textIn(first.title, catalog.language)
  return {
    count: obligations.length,
    partyType: party.partyType,
    dated: obligations.every(({ limits }) => limits.length > 0) ? 'yes' : 'no',
    title: placeable(shortTitle(title)),
    party: name,
    ...(isUnderProvision(obligations) ? ofProvision(first, obligations, party, catalog) : {}),
    instrument: placeable(title),
    state: name,
  }
}

/** A letter about a kind and the kind that it opened speaks of the first, the wider of the two. */
function ofProvision(first: ObligationFacts, obligations: readonly ObligationFacts[], party: LetterFacts['party'], catalog: Catalog) {
  const { name: constitution, short: constitutionShort, informed } = constitutionOf(catalog, party.organization)
  const lastDay = first.limits.at(-1)?.date
  return {
    ...{ constitution, constitutionShort, informed, adoptedBy: adoptedBy(first, catalog), duty: kindOf(obligations) },
    lastDate: lastDay === undefined ? '' : date(catalog, lastDay),
  }
}

/** The body whose session adopted an instrument, at the beginning of a sentence. */
function adoptedBy({ session }: ObligationFacts, catalog: Catalog): Message | string {
  const name = session === undefined ? undefined : bodyIn(catalog, session)?.name
  return name === undefined ? placeable(session?.body ?? '') : name.charAt(0).toLocaleUpperCase(catalog.language) + name.slice(1)
}

/** Without those that another obligation of the same letter opens. */
export const widest = (obligations: readonly ObligationFacts[]): readonly ObligationFacts[] =>
  obligations.filter(({ kind }) => !obligations.some((other) => other.kind.code !== kind.code && other.kind.opens === kind.code))

/** The kind that all of it is of, by its code; the sentences have words for some, and otherwise speak as they do of most. */
function kindOf(obligations: readonly ObligationFacts[]): string {
  const kinds = new Set(widest(obligations).map(({ kind }) => kind.code))
  const [only = ''] = kinds
  return kinds.size === 1 ? only : ''
}
