import type { LetterRow } from '../../activities/views.ts'
import { word } from '../../documents/catalogs/catalog.ts'
import { Correspondents } from '../components/correspondents.tsx'
import { Fact } from '../components/fact.tsx'
import { Day } from '../components/message.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { formatText } from '../page-catalog.ts'
import type { CapturedLetter } from '../ports.ts'
import { obligationAddress } from './addresses.ts'
import type { PageContext } from './page-context.ts'

export const LetterPage = ({ pageContext, row, captured }: { pageContext: PageContext; row: LetterRow; captured: CapturedLetter | null }) => {
  const { catalog, base } = pageContext
  const { id, letter } = row
  const kind = word(catalog, 'letterKinds', letter.kind)
  return (
    <Page {...pageContext} title={kind} notices={<Notices pageContext={pageContext} />}>
      <p>
        <a href={`${base}/letters`}>{formatText(catalog, 'lettersTitle')}</a>
      </p>
      <h1>{kind}</h1>
      <dl class="facts">
        <Fact label={formatText(catalog, 'letterAboutObligations')}>
          {letter.obligations.map((obligation) => (
            <>
              <a href={obligationAddress(base, obligation)}>
                <code>{obligation}</code>
              </a>{' '}
            </>
          ))}
        </Fact>
        <Fact label={formatText(catalog, 'letterDate')}>
          <Day catalog={catalog} day={letter.sentOn ?? letter.issuedOn} />
        </Fact>
        <Fact label={formatText(catalog, 'letterOutcome')}>{word(catalog, 'letterOutcomes', letter.outcome)}</Fact>
        {captured !== null && (
          <>
            <Fact label={formatText(catalog, 'letterFrom')}>
              <Correspondents catalog={catalog} all={[captured.from]} />
            </Fact>
            <Fact label={formatText(catalog, 'letterTo')}>
              <Correspondents catalog={catalog} all={captured.to} />
            </Fact>
            <Fact label={formatText(catalog, 'letterSubject')}>
              <bdi>{captured.subject}</bdi>
            </Fact>
            {captured.attachments.length > 0 && (
              <Fact label={formatText(catalog, 'letterAttachments')}>
                <bdi>{captured.attachments.join(', ')}</bdi>
              </Fact>
            )}
          </>
        )}
        <Fact label={formatText(catalog, 'messageId')}>
          <code>{letter.messageId}</code>
        </Fact>
      </dl>
      {captured === null ? (
        <p class="note">{formatText(catalog, 'letterNotCaptured')}</p>
      ) : (
        <>
          <h2>{formatText(catalog, 'letterAsSent')}</h2>
          {captured.html !== null && (
            <iframe class="letter" title={formatText(catalog, 'letterAsSent')} src={`${base}/letters/${encodeURIComponent(id)}/content`} sandbox="" />
          )}
          <details open={captured.html === null}>
            <summary>{formatText(catalog, 'letterText')}</summary>
            <pre dir="auto">{captured.text}</pre>
          </details>
        </>
      )}
    </Page>
  )
}
