import { number } from '../../activities/letters/legal-words.ts'
import { say } from '../../activities/letters/phrase.ts'
import type { EnteredObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { Answers } from '../components/answers.tsx'
import { DueDayArticle } from '../components/due-day.tsx'
import { Fact } from '../components/fact.tsx'
import { Printed } from '../components/printed.tsx'
import { PrintedTiming } from '../components/printed-timing.tsx'
import { dayText, Said } from '../components/said.tsx'
import { type PageMessage, type PageWording, tell } from '../words.ts'
import { ObligationFrame, type ObligationPageProps } from './obligation-frame.tsx'
import { standingName } from './stage.ts'

/** What a row of a document or a decision asks of one State or unit. */
export const EnteredPage = ({ state, ...props }: ObligationPageProps & { readonly state: EnteredObligation }) => {
  const { visit, row, title, asOf } = props
  const { wording } = visit
  const heading = state.title[wording.language]
  const date = dayText(wording, state.trackedFrom)
  return (
    <ObligationFrame
      {...props}
      heading={heading}
      pageTitle={heading}
      lead={title?.[wording.language] ?? state.cycle}
      caution={standingName(state, asOf) === 'untracked' ? <p class="note">{tell(wording, 'planNotAFinding', { date })}</p> : null}
      facts={<Facts wording={wording} id={row.id} state={state} debtor={row.debtorName[wording.language]} />}
      dates={<Days wording={wording} state={state} />}
      reports={<Answers wording={wording} state={state} />}
      synthetic={state.synthetic}
      stageName={(stage) => state.due.find((rule) => rule.stage === stage)?.name[wording.language] ?? stage}
    />
  )
}

type StateProps = { readonly wording: PageWording; readonly state: EnteredObligation }

const ends: Readonly<Record<EnteredObligation['discharge']['by'], PageMessage>> = {
  'complete-report': 'endsByReport',
  target: 'endsByTarget',
}

const Facts = ({ wording, id, state, debtor }: StateProps & { readonly id: string; readonly debtor: string }) => {
  const { organization, row, kindName, responsible, target, discharge } = state
  return (
    <>
      <Fact label={tell(wording, 'kind')}>{kindName[wording.language]}</Fact>
      <Fact label={tell(wording, 'owedBy')}>{debtor}</Fact>
      {responsible !== undefined && (
        <Fact label={tell(wording, 'responsible')}>
          <bdi lang="en">{responsible}</bdi>
        </Fact>
      )}
      <Fact label={tell(wording, 'row')}>
        <bdi>{row.id}</bdi>
      </Fact>
      <Fact label={tell(wording, 'source')}>
        <bdi lang="en">{row.source.map(citation).join('; ')}</bdi>
      </Fact>
      <Fact label={tell(wording, 'wording')}>
        <Printed printed={row.printed} />
      </Fact>
      <Fact label={tell(wording, 'rowTiming')}>
        <PrintedTiming wording={wording} organization={organization} language={row.printed.language} timing={row.timing} />
      </Fact>
      {target !== null && (
        <Fact label={tell(wording, 'target')}>
          <Said phrase={say(wording, 'target', { value: number(wording, String(target.atLeast)), unit: target.unit[wording.language] })} />
        </Fact>
      )}
      <Fact label={tell(wording, 'ends')}>{tell(wording, ends[discharge.by])}</Fact>
      <Fact label={tell(wording, 'reference')}>
        <code>{id}</code>
      </Fact>
    </>
  )
}

const Days = ({ wording, state }: StateProps) => (
  <>
    {state.deadlines.length === 0 && <p>{tell(wording, 'noDays')}</p>}
    {state.deadlines
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      .map((day) => (
        <DueDayArticle wording={wording} state={state} day={day} />
      ))}
    {state.moved.length > 0 && (
      <>
        <h3>{tell(wording, 'daysMoved')}</h3>
        <ul>
          {state.moved.map((reason) => (
            <li lang="en" dir="auto">
              {reason}
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)
