import { type InLanguages, languageOf, textIn } from '../../domain/languages.ts'
import type { PageCatalog } from '../page-catalog.ts'

type Owned = { readonly catalog: PageCatalog; readonly organization: string; readonly texts: InLanguages }

const fallbackOf = ({ catalog, organization }: Omit<Owned, 'texts'>) => catalog.organizations[organization]?.fallback ?? catalog.language

/** An organization's words in the language of the page, else in its fallback. */
export const ownWords = (catalog: PageCatalog, organization: string, texts: InLanguages): string =>
  textIn(texts, catalog.language, fallbackOf({ catalog, organization }))

/** The same, marked with their language and direction where it is not the page's. */
export const OwnWords = ({ catalog, organization, texts }: Owned) => {
  const language = languageOf(texts, catalog.language, fallbackOf({ catalog, organization }))
  return language === catalog.language ? (
    texts[language]
  ) : (
    <bdi lang={language} dir={language === 'ar' ? 'rtl' : 'ltr'}>
      {texts[language]}
    </bdi>
  )
}
