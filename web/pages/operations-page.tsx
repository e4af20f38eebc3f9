import { word } from '../../documents/catalogs/catalog.ts'
import { Fact } from '../components/fact.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { formatText } from '../page-catalog.ts'
import type { Operations } from '../ports.ts'
import type { PageContext } from './page-context.ts'

type OperationsPageProps = {
  readonly pageContext: PageContext
  readonly operations: Operations
  readonly version: string
  readonly letters: readonly { readonly outcome: string; readonly count: number }[]
}

export const OperationsPage = ({ pageContext, operations: { logPosition, viewsPosition }, version, letters }: OperationsPageProps) => {
  const { catalog } = pageContext
  return (
    <Page {...pageContext} title={formatText(catalog, 'operationsTitle')} notices={<Notices pageContext={pageContext} />}>
      <h1>{formatText(catalog, 'operationsTitle')}</h1>
      <dl class="facts">
        <Fact label={formatText(catalog, 'operationsLog')}>{logPosition}</Fact>
        <Fact label={formatText(catalog, 'operationsViews')}>{viewsPosition}</Fact>
        <Fact label={formatText(catalog, 'operationsBehind')}>{Math.max(logPosition - viewsPosition, 0)}</Fact>
        <Fact label={formatText(catalog, 'operationsVersion')}>{version}</Fact>
      </dl>
      <h2>{formatText(catalog, 'operationsLetters')}</h2>
      {letters.length === 0 ? (
        <p>{formatText(catalog, 'noLetters')}</p>
      ) : (
        <dl class="facts">
          {letters.map(({ outcome, count }) => (
            <Fact label={word(catalog, 'letterOutcomes', outcome)}>{count}</Fact>
          ))}
        </dl>
      )}
    </Page>
  )
}
