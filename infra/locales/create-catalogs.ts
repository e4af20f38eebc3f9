import type { Catalog, ConstitutionTerms, OrganizationTerms } from '../../documents/catalogs/catalog.ts'
import { type Language, languages, textIn } from '../../domain/languages.ts'
import type { OrganizationSeed } from '../seeds/schema/organization.ts'
import type { Seeds } from '../seeds/seeds.ts'
import type { LocaleWords } from './read-locales.ts'

export type Catalogs = Readonly<Record<Language, Catalog>>

/** The words of letters and pages in every language, with those that each organization brings. */
export function createCatalogs(locales: Readonly<Record<Language, LocaleWords>>, { organizations }: Pick<Seeds, 'organizations'>): Catalogs {
  const read = languages.map((language) => {
    const own = organizations.map(({ organization }) => [organization.code, wordsOf(organization, language)] as const)
    return [language, { ...locales[language], organizations: Object.fromEntries(own) }] as const
  })
  return Object.fromEntries(read) as Record<Language, Catalog>
}

const wordsOf = ({ bodies, eventTypes, constitution, fallback }: OrganizationSeed, language: Language): OrganizationTerms => ({
  fallback,
  bodies: Object.fromEntries(
    bodies.map(({ code, inSentences: { name, of } }) => [code, { name: textIn(name, language, fallback), of: textIn(of, language, fallback) }]),
  ),
  eventTypes: Object.fromEntries(eventTypes.map(({ code, name }) => [code, textIn(name, language, fallback)])),
  constitution: constitution === undefined ? null : constitutionIn(constitution, language, fallback),
})

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
