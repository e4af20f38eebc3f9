import type { ConstitutionWords, OrganizationWords, Wording } from '../activities/letters/wording.ts'
import { type Language, languages } from '../domain/languages.ts'
import type { LocaleWords } from './locales.ts'
import type { OrganizationSeed } from './seeds/schema/organization.ts'
import type { Seeds } from './seeds/seeds.ts'

export type Wordings = Readonly<Record<Language, Wording>>

/** The words of letters and pages in every language, with those that each organization brings. */
export function wordingsOf(locales: Readonly<Record<Language, LocaleWords>>, { organizations }: Pick<Seeds, 'organizations'>): Wordings {
  const read = languages.map((language) => {
    const own = organizations.map(({ organization }) => [organization.code, wordsOf(organization, language)] as const)
    return [language, { ...locales[language], organizations: Object.fromEntries(own) }] as const
  })
  return Object.fromEntries(read) as Record<Language, Wording>
}

const wordsOf = ({ bodies, constitution }: OrganizationSeed, language: Language): OrganizationWords => ({
  bodies: Object.fromEntries(bodies.map(({ code, inSentences: { name, of } }) => [code, { name: name[language], of: of[language] }])),
  constitution: constitution === undefined ? null : constitutionIn(constitution, language),
})

const constitutionIn = ({ name, short, cited, informed, copies }: NonNullable<OrganizationSeed['constitution']>, language: Language): ConstitutionWords => ({
  name: name[language],
  short: short[language],
  // The rulebook cites in English.
  cited: { rulebook: cited.en, own: cited[language] },
  informed: informed[language],
  copies: copies ?? null,
})
