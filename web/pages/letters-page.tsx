import type { LetterRow } from '../../activities/views.ts'
import { LetterList } from '../components/letter-list.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { tell } from '../words.ts'
import type { Visit } from './visit.ts'

type LettersPageProps = {
  readonly visit: Visit
  /** Of this page alone. */
  readonly letters: readonly LetterRow[]
  readonly page: number
  readonly pages: number
  readonly nameOf: (debtor: string) => string
}

export const LettersPage = ({ visit, letters, page, pages, nameOf }: LettersPageProps) => {
  const { wording, base } = visit
  return (
    <Page {...visit} title={tell(wording, 'lettersTitle')} notices={<Notices visit={visit} />}>
      <h1>{tell(wording, 'lettersTitle')}</h1>
      <p class="lead">{tell(wording, 'lettersIntro')}</p>
      <LetterList wording={wording} base={base} letters={letters} nameOf={nameOf} />
      {pages > 1 && (
        <nav class="pages" aria-label={tell(wording, 'page', { page, pages })}>
          {page > 1 && <a href={`${base}/letters?page=${page - 1}`}>{tell(wording, 'previous')}</a>}
          <span>{tell(wording, 'page', { page, pages })}</span>
          {page < pages && <a href={`${base}/letters?page=${page + 1}`}>{tell(wording, 'next')}</a>}
        </nav>
      )}
    </Page>
  )
}
