import type { Assets } from '../assets.ts'
import { Page } from '../components/page.tsx'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'

const words: Readonly<Record<401 | 404 | 500 | 503, readonly [PageMessage, PageMessage]>> = {
  401: ['signInTitle', 'signInText'],
  404: ['notFoundTitle', 'notFoundText'],
  500: ['faultTitle', 'faultText'],
  503: ['unavailableTitle', 'unavailableText'],
}

/** Needs no database: it is what people see when there is none. */
export const FailurePage = ({ catalog, assets, path, status, id }: { catalog: PageCatalog; assets: Assets; path: string; status: number; id: string }) => {
  const [title, text] = words[status === 401 || status === 500 || status === 503 ? status : 404]
  return (
    <Page catalog={catalog} assets={assets} path={path} title={formatText(catalog, title)}>
      <h1>{formatText(catalog, title)}</h1>
      <p>{formatText(catalog, text, { id })}</p>
      <p>
        <a href="/">{formatText(catalog, 'toCycles')}</a>
      </p>
    </Page>
  )
}
