import type { Child } from 'hono/jsx'
import { languages } from '../../domain/languages.ts'
import { type Assets, assetPath } from '../assets.ts'
import type { PageCatalog } from '../page-catalog.ts'
import { formatText } from '../page-catalog.ts'

type PageProps = {
  readonly catalog: PageCatalog
  readonly assets: Assets
  readonly path: string
  readonly base?: string
  readonly title: string
  readonly notices?: Child
  readonly children?: Child
}

/** What stands around every page: one look, four languages, and the word that this is no official product. */
export const Page = ({ catalog, assets, path, base = '', title, notices, children }: PageProps) => (
  <html lang={catalog.language} dir={catalog.direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${formatText(catalog, 'product')}`}</title>
      <link rel="stylesheet" href={assetPath(assets.look)} />
      {assets.preload[catalog.direction === 'rtl' ? 'arabic' : 'latin'].map((font) => (
        <link rel="preload" as="font" type="font/woff2" href={assetPath(font)} crossorigin="anonymous" />
      ))}
    </head>
    <body>
      <a class="skip" href="#content">
        {formatText(catalog, 'skip')}
      </a>
      <header class="head">
        <div class="wide">
          <a class="name" href="/">
            {formatText(catalog, 'product')}
          </a>
          <nav aria-label={formatText(catalog, 'navigation')}>
            <a href="/">{formatText(catalog, 'navCycles')}</a>
            <a href={`${base}/letters`}>{formatText(catalog, 'navLetters')}</a>
            <a href="/operations">{formatText(catalog, 'navOperations')}</a>
          </nav>
        </div>
      </header>
      {notices}
      <main id="content" class="wide">
        {children}
      </main>
      <footer>
        <div class="wide">
          <nav aria-label={formatText(catalog, 'language')} class="languages">
            {languages.map((each) => (
              <a
                href={`${path}?lang=${each}`}
                lang={each}
                hreflang={each}
                dir={each === 'ar' ? 'rtl' : 'ltr'}
                aria-current={each === catalog.language ? 'true' : undefined}
              >
                {ownNames[each]}
              </a>
            ))}
          </nav>
          <p>{formatText(catalog, 'notOfficial')}</p>
          <p>{formatText(catalog, 'printedGoverns')}</p>
        </div>
      </footer>
    </body>
  </html>
)

/** Each language by its own name, whatever language the page is in. */
const ownNames = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' } as const
