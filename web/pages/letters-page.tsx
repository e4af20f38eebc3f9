import type { LetterRow } from '../../activities/views.ts'
import { LetterList } from '../components/letter-list.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { formatText } from '../page-catalog.ts'
import type { PageContext } from './page-context.ts'

type LettersPageProps = {
  readonly pageContext: PageContext
  /** Of this page alone. */
  readonly letters: readonly LetterRow[]
  readonly page: number
  readonly pages: number
  readonly nameOf: (party: string) => string
}

export const LettersPage = ({ pageContext, letters, page, pages, nameOf }: LettersPageProps) => {
  const { catalog, base } = pageContext
  return (
    <Page {...pageContext} title={formatText(catalog, 'lettersTitle')} notices={<Notices pageContext={pageContext} />}>
      <h1>{formatText(catalog, 'lettersTitle')}</h1>
      <p class="lead">{formatText(catalog, 'lettersIntro')}</p>
      <LetterList catalog={catalog} base={base} letters={letters} nameOf={nameOf} />
      {pages > 1 && (
        <nav class="pages" aria-label={formatText(catalog, 'page', { page, pages })}>
          {page > 1 && <a href={`${base}/letters?page=${page - 1}`}>{formatText(catalog, 'previous')}</a>}
          <span>{formatText(catalog, 'page', { page, pages })}</span>
          {page < pages && <a href={`${base}/letters?page=${page + 1}`}>{formatText(catalog, 'next')}</a>}
        </nav>
      )}
    </Page>
  )
}
