import type { Child } from 'hono/jsx'
import { languages } from '../../domain/languages.ts'
import { type Assets, assetPath } from '../assets.ts'
import type { PageWording } from '../words.ts'
import { tell } from '../words.ts'

type PageProps = {
  readonly wording: PageWording
  readonly assets: Assets
  readonly path: string
  readonly base?: string
  readonly title: string
  readonly notices?: Child
  readonly children?: Child
}

/** What stands around every page: one look, four languages, and the word that this is no official product. */
export const Page = ({ wording, assets, path, base = '', title, notices, children }: PageProps) => (
  <html lang={wording.language} dir={wording.direction}>
    <head>
      <meta charset="utf-8" />
      <meta name="viewport" content="width=device-width, initial-scale=1" />
      <title>{`${title} · ${tell(wording, 'product')}`}</title>
      <link rel="stylesheet" href={assetPath(assets.look)} />
      {assets.preload[wording.direction === 'rtl' ? 'arabic' : 'latin'].map((font) => (
        <link rel="preload" as="font" type="font/woff2" href={assetPath(font)} crossorigin="anonymous" />
      ))}
    </head>
    <body>
      <a class="skip" href="#content">
        {tell(wording, 'skip')}
      </a>
      <header class="head">
        <div class="wide">
          <a class="name" href="/">
            {tell(wording, 'product')}
          </a>
          <nav aria-label={tell(wording, 'navigation')}>
            <a href="/">{tell(wording, 'navCycles')}</a>
            <a href={`${base}/letters`}>{tell(wording, 'navLetters')}</a>
            <a href="/operations">{tell(wording, 'navOperations')}</a>
          </nav>
        </div>
      </header>
      {notices}
      <main id="content" class="wide">
        {children}
      </main>
      <footer>
        <div class="wide">
          <nav aria-label={tell(wording, 'language')} class="languages">
            {languages.map((each) => (
              <a
                href={`${path}?lang=${each}`}
                lang={each}
                hreflang={each}
                dir={each === 'ar' ? 'rtl' : 'ltr'}
                aria-current={each === wording.language ? 'true' : undefined}
              >
                {ownNames[each]}
              </a>
            ))}
          </nav>
          <p>{tell(wording, 'notOfficial')}</p>
          <p>{tell(wording, 'printedGoverns')}</p>
        </div>
      </footer>
    </body>
  </html>
)

/** Each language by its own name, whatever language the page is in. */
const ownNames = { en: 'English', fr: 'Français', es: 'Español', ar: 'العربية' } as const
