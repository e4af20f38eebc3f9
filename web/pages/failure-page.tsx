import type { Assets } from '../assets.ts'
import { Page } from '../components/page.tsx'
import { type PageMessage, type PageWording, tell } from '../words.ts'

const words: Readonly<Record<401 | 404 | 500 | 503, readonly [PageMessage, PageMessage]>> = {
  401: ['signInTitle', 'signInText'],
  404: ['notFoundTitle', 'notFoundText'],
  500: ['faultTitle', 'faultText'],
  503: ['unavailableTitle', 'unavailableText'],
}

/** Needs no database: it is what people see when there is none. */
export const FailurePage = ({ wording, assets, path, status, id }: { wording: PageWording; assets: Assets; path: string; status: number; id: string }) => {
  const [title, text] = words[status === 401 || status === 500 || status === 503 ? status : 404]
  return (
    <Page wording={wording} assets={assets} path={path} title={tell(wording, title)}>
      <h1>{tell(wording, title)}</h1>
      <p>{tell(wording, text, { id })}</p>
      <p>
        <a href="/">{tell(wording, 'toCycles')}</a>
      </p>
    </Page>
  )
}
