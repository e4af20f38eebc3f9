import { textIn } from '../../domain/languages.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import { bodyIn, type Catalog, type LetterMessage, wordsOfKind } from '../catalogs/catalog.ts'
import { formatOwnMessage, type OwnSentences } from '../catalogs/kind-words.ts'
import { date } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { ObligationFacts, SessionName } from './obligation-facts.ts'
import { shortTitle } from './short-title.ts'

/** A letter's subject without the mark of a rehearsal, its first paragraph, and what it asks for. */
export type Sentences = { readonly subject: Message; readonly opening: Message; readonly ask: Message }

/** In the own words of its kind where all of it is of one kind that has some, and they can be said; else in those of all kinds. */
export function sentencesOf(facts: LetterFacts, catalog: Catalog): Sentences {
  const values = placeablesOf(facts, catalog)
  const common = commonSentences[facts.kind]
  const own = ownSentences(facts, catalog)
  const say = (message: string | undefined, otherwise: LetterMessage): Message =>
    message === undefined ? formatMessage(catalog, otherwise, values) : formatOwnMessage(catalog, message, values)
  return { subject: say(own?.subject, common.subject), opening: say(own?.opening, common.opening), ask: say(own?.ask, common.ask) }
}

type Common = { readonly [part in keyof Sentences]: LetterMessage }

const reminder: Common = { subject: 'subjectReminder', opening: 'openingReminder', ask: 'askReminder' }

const commonSentences: Readonly<Record<LetterKind, Common>> = {
  request: { subject: 'subjectRequest', opening: 'openingRequest', ask: 'askRequest' },
  notice: { subject: 'subjectNotice', opening: 'openingNotice', ask: 'askNotice' },
  reminder,
  reminder12: reminder,
  reminder18: reminder,
  invitation: { subject: 'subjectInvitation', opening: 'openingInvitation', ask: 'askInvitation' },
  acknowledgement: { subject: 'subjectAcknowledgement', opening: 'openingAcknowledgement', ask: 'askAcknowledgement' },
  return: { subject: 'subjectReturn', opening: 'openingReturn', ask: 'askReturn' },
}

/** A letter about a kind and the kind that it opened speaks of the first, the wider of the two. */
function ownSentences({ kind: letter, obligations, party }: LetterFacts, catalog: Catalog): OwnSentences | undefined {
  const [kind, ...others] = new Set(widest(obligations).map(({ kind: { code } }) => code))
  const own = kind === undefined || others.length > 0 ? undefined : wordsOfKind(catalog, party.organization, kind).letters[letter]
  return own === 'common' ? undefined : own
}

/** Without those that another obligation of the same letter opens. */
export const widest = (obligations: readonly ObligationFacts[]): readonly ObligationFacts[] =>
  obligations.filter(({ kind }) => !obligations.some((other) => other.kind.code !== kind.code && other.kind.opens === kind.code))

/** What the sentences may draw on: see `sentenceArguments` and `provisionArguments`. */
function placeablesOf({ obligations, party }: LetterFacts, catalog: Catalog) {
  const [first] = obligations
  if (first === undefined) throw new RangeError('A letter names at least one obligation')
  const lastDay = first.limits.at(-1)?.date
  return {
    count: obligations.length,
    partyType: party.partyType,
    dated: obligations.every(({ limits }) => limits.length > 0) ? 'yes' : 'no',
    title: placeable(shortTitle(textIn(first.title, catalog.language))),
    party: placeable(textIn(party.name, catalog.language)),
    ...(lastDay === undefined ? {} : { lastDay: date(catalog, lastDay) }),
    ...underConstitution(first, party.organization, catalog),
  }
}

/** What the treaty and the body are called, where the organization has one and a session adopted it. */
function underConstitution({ session }: ObligationFacts, organization: string, catalog: Catalog) {
  const { name: constitution, short: constitutionShort, informed } = catalog.organizations[organization]?.constitution ?? {}
  return {
    ...(constitution === undefined || constitutionShort === undefined || informed === undefined ? {} : { constitution, constitutionShort, informed }),
    ...(session === undefined ? {} : { adoptedBy: adoptedBy(session, catalog) }),
  }
}

/** The body whose session adopted an instrument, at the beginning of a sentence. */
function adoptedBy(session: SessionName, catalog: Catalog): Message | string {
  const name = bodyIn(catalog, session)?.name
  return name === undefined ? placeable(session.body) : name.charAt(0).toLocaleUpperCase(catalog.language) + name.slice(1)
}
