import type { Catalog, ConstitutionTerms, OrganizationTerms } from '../../documents/catalogs/catalog.ts'
import { type KindWords, kindLabels } from '../../documents/catalogs/kind-words.ts'
import { type InLanguages, type Language, languages, textIn } from '../../domain/languages.ts'
import { type LetterKind, letterKinds } from '../../domain/letter/events.ts'
import type { KindSeed } from '../seeds/schema/kind.ts'
import type { OrganizationSeed } from '../seeds/schema/organization.ts'
import type { Seeds } from '../seeds/seeds.ts'
import type { LocaleWords } from './read-locales.ts'

export type Catalogs = Readonly<Record<Language, Catalog>>

/** The words of letters and pages in every language, with those that each organization brings. */
export function createCatalogs(locales: Readonly<Record<Language, LocaleWords>>, { organizations }: Pick<Seeds, 'organizations'>): Catalogs {
  const read = languages.map((language) => {
    const own = organizations.map(({ organization, kinds }) => [organization.code, wordsOf(organization, kinds, language)] as const)
    return [language, { ...locales[language], organizations: Object.fromEntries(own) }] as const
  })
  return Object.fromEntries(read) as Record<Language, Catalog>
}

const wordsOf = ({ bodies, eventTypes, constitution, fallback }: OrganizationSeed, kinds: readonly KindSeed[], language: Language): OrganizationTerms => ({
  fallback,
  bodies: Object.fromEntries(
    bodies.map(({ code, inSentences: { name, of } }) => [code, { name: textIn(name, language, fallback), of: textIn(of, language, fallback) }]),
  ),
  eventTypes: Object.fromEntries(eventTypes.map(({ code, name }) => [code, textIn(name, language, fallback)])),
  constitution: constitution === undefined ? null : constitutionIn(constitution, language, fallback),
  kinds: Object.fromEntries(kinds.map(({ code, words }) => [code, kindWordsIn(words, language, fallback)])),
})

function kindWordsIn({ labels, calendar, letters }: KindSeed['words'], language: Language, fallback: Language): KindWords {
  const said = (texts: InLanguages | undefined) => (texts === undefined ? undefined : textIn(texts, language, fallback))
  const sentences = (own: KindSeed['words']['letters'][LetterKind]) => {
    if (own === undefined || own === 'common') return own
    return { subject: textIn(own.subject, language, fallback), opening: textIn(own.opening, language, fallback), ask: said(own.ask) }
  }
  return {
    labels: Object.fromEntries(kindLabels.map((label) => [label, said(labels[label])])),
    calendar: said(calendar),
    letters: Object.fromEntries(letterKinds.map((letter) => [letter, sentences(letters[letter])])),
  }
}

const constitutionIn = (
  { name, short, cited, informed, copies }: NonNullable<OrganizationSeed['constitution']>,
  language: Language,
  fallback: Language,
): ConstitutionTerms => ({
  name: textIn(name, language, fallback),
  short: textIn(short, language, fallback),
  // The rulebook cites in English.
  cited: { rulebook: textIn(cited, 'en', fallback), own: textIn(cited, language, fallback) },
  informed: textIn(informed, language, fallback),
  copies: copies ?? null,
})
