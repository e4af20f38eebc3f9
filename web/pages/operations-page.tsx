import { word } from '../../activities/letters/wording.ts'
import { Fact } from '../components/fact.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import type { Operations } from '../ports.ts'
import { tell } from '../words.ts'
import type { Visit } from './visit.ts'

type OperationsPageProps = {
  readonly visit: Visit
  readonly operations: Operations
  readonly version: string
  readonly letters: readonly { readonly outcome: string; readonly count: number }[]
}

export const OperationsPage = ({ visit, operations: { logPosition, viewsPosition }, version, letters }: OperationsPageProps) => {
  const { wording } = visit
  return (
    <Page {...visit} title={tell(wording, 'operationsTitle')} notices={<Notices visit={visit} />}>
      <h1>{tell(wording, 'operationsTitle')}</h1>
      <dl class="facts">
        <Fact label={tell(wording, 'operationsLog')}>{logPosition}</Fact>
        <Fact label={tell(wording, 'operationsViews')}>{viewsPosition}</Fact>
        <Fact label={tell(wording, 'operationsBehind')}>{Math.max(logPosition - viewsPosition, 0)}</Fact>
        <Fact label={tell(wording, 'operationsVersion')}>{version}</Fact>
      </dl>
      <h2>{tell(wording, 'operationsLetters')}</h2>
      {letters.length === 0 ? (
        <p>{tell(wording, 'noLetters')}</p>
      ) : (
        <dl class="facts">
          {letters.map(({ outcome, count }) => (
            <Fact label={word(wording, 'letterOutcomes', outcome)}>{count}</Fact>
          ))}
        </dl>
      )}
    </Page>
  )
}
