import { word } from '../../activities/letters/wording.ts'
import type { LetterRow } from '../../activities/views.ts'
import { Correspondents } from '../components/correspondents.tsx'
import { Fact } from '../components/fact.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { Day } from '../components/said.tsx'
import type { CapturedLetter } from '../ports.ts'
import { tell } from '../words.ts'
import { obligationAddress } from './addresses.ts'
import type { Visit } from './visit.ts'

export const LetterPage = ({ visit, row, captured }: { visit: Visit; row: LetterRow; captured: CapturedLetter | null }) => {
  const { wording, base } = visit
  const { id, letter } = row
  const kind = word(wording, 'letterKinds', letter.kind)
  return (
    <Page {...visit} title={kind} notices={<Notices visit={visit} />}>
      <p>
        <a href={`${base}/letters`}>{tell(wording, 'lettersTitle')}</a>
      </p>
      <h1>{kind}</h1>
      <dl class="facts">
        <Fact label={tell(wording, 'letterAboutObligations')}>
          {letter.obligations.map((obligation) => (
            <>
              <a href={obligationAddress(base, obligation)}>
                <code>{obligation}</code>
              </a>{' '}
            </>
          ))}
        </Fact>
        <Fact label={tell(wording, 'letterDate')}>
          <Day wording={wording} day={letter.sentOn ?? letter.issuedOn} />
        </Fact>
        <Fact label={tell(wording, 'letterOutcome')}>{word(wording, 'letterOutcomes', letter.outcome)}</Fact>
        {captured !== null && (
          <>
            <Fact label={tell(wording, 'letterFrom')}>
              <Correspondents wording={wording} all={[captured.from]} />
            </Fact>
            <Fact label={tell(wording, 'letterTo')}>
              <Correspondents wording={wording} all={captured.to} />
            </Fact>
            <Fact label={tell(wording, 'letterSubject')}>
              <bdi>{captured.subject}</bdi>
            </Fact>
            {captured.attachments.length > 0 && (
              <Fact label={tell(wording, 'letterAttachments')}>
                <bdi>{captured.attachments.join(', ')}</bdi>
              </Fact>
            )}
          </>
        )}
        <Fact label={tell(wording, 'messageId')}>
          <code>{letter.messageId}</code>
        </Fact>
      </dl>
      {captured === null ? (
        <p class="note">{tell(wording, 'letterNotCaptured')}</p>
      ) : (
        <>
          <h2>{tell(wording, 'letterAsSent')}</h2>
          {captured.html !== null && (
            <iframe class="letter" title={tell(wording, 'letterAsSent')} src={`${base}/letters/${encodeURIComponent(id)}/content`} sandbox="" />
          )}
          <details open={captured.html === null}>
            <summary>{tell(wording, 'letterText')}</summary>
            <pre dir="auto">{captured.text}</pre>
          </details>
        </>
      )}
    </Page>
  )
}
