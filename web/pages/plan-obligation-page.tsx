import { number } from '../../documents/catalogs/legal-terms.ts'
import { formatMessage } from '../../documents/catalogs/message.ts'
import { textOr } from '../../domain/languages.ts'
import type { EnteredObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { DueDayArticle } from '../components/due-day.tsx'
import { Fact } from '../components/fact.tsx'
import { dayText, MessageText } from '../components/message.tsx'
import { OwnWords, ownWords } from '../components/own-words.tsx'
import { Printed } from '../components/printed.tsx'
import { PrintedTiming } from '../components/printed-timing.tsx'
import { Answers } from '../components/report-list.tsx'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { ObligationFrame, type ObligationPageProps } from './obligation-frame.tsx'
import { statusName } from './status-of-instrument.ts'

/** What a row of a document or a decision asks of one State or unit. */
export const EnteredPage = ({ state, ...props }: ObligationPageProps & { readonly state: EnteredObligation }) => {
  const { pageContext, row, title, asOf } = props
  const { catalog } = pageContext
  const heading = ownWords(catalog, state.organization, state.title)
  const date = dayText(catalog, state.trackedFrom)
  return (
    <ObligationFrame
      {...props}
      heading={heading}
      pageTitle={heading}
      lead={title === null ? state.cycle : ownWords(catalog, state.organization, title)}
      caution={statusName(state, asOf) === 'untracked' ? <p class="note">{formatText(catalog, 'planNotAFinding', { date })}</p> : null}
      facts={<Facts catalog={catalog} id={row.id} state={state} party={ownWords(catalog, state.organization, row.partyName)} />}
      dates={<Days catalog={catalog} state={state} />}
      reports={<Answers catalog={catalog} state={state} />}
      synthetic={state.synthetic}
      limitName={(limit) => textOr(state.due.find((rule) => rule.limit === limit)?.name, catalog.language, limit)}
    />
  )
}

type StateProps = { readonly catalog: PageCatalog; readonly state: EnteredObligation }

const ends: Readonly<Record<EnteredObligation['discharge']['by'], PageMessage>> = {
  'complete-report': 'endsByReport',
  target: 'endsByTarget',
}

const Facts = ({ catalog, id, state, party }: StateProps & { readonly id: string; readonly party: string }) => {
  const { organization, row, kindName, responsible, target, discharge } = state
  return (
    <>
      <Fact label={formatText(catalog, 'kind')}>
        <OwnWords catalog={catalog} organization={organization} texts={kindName} />
      </Fact>
      <Fact label={formatText(catalog, 'owedBy')}>{party}</Fact>
      {responsible !== undefined && (
        <Fact label={formatText(catalog, 'responsible')}>
          <bdi lang="en">{responsible}</bdi>
        </Fact>
      )}
      <Fact label={formatText(catalog, 'row')}>
        <bdi>{row.id}</bdi>
      </Fact>
      <Fact label={formatText(catalog, 'source')}>
        <bdi lang="en">{row.source.map(citation).join('; ')}</bdi>
      </Fact>
      <Fact label={formatText(catalog, 'wording')}>
        <Printed printed={row.printed} />
      </Fact>
      <Fact label={formatText(catalog, 'rowTiming')}>
        <PrintedTiming catalog={catalog} organization={organization} language={row.printed.language} timing={row.timing} />
      </Fact>
      {target !== null && (
        <Fact label={formatText(catalog, 'target')}>
          <MessageText
            phrase={formatMessage(catalog, 'target', { value: number(catalog, String(target.atLeast)), unit: ownWords(catalog, organization, target.unit) })}
          />
        </Fact>
      )}
      <Fact label={formatText(catalog, 'ends')}>{formatText(catalog, ends[discharge.by])}</Fact>
      <Fact label={formatText(catalog, 'reference')}>
        <code>{id}</code>
      </Fact>
    </>
  )
}

const Days = ({ catalog, state }: StateProps) => (
  <>
    {state.limits.length === 0 && <p>{formatText(catalog, 'noDays')}</p>}
    {state.limits
      .toSorted((a, b) => (a.dueOn < b.dueOn ? -1 : 1))
      .map((day) => (
        <DueDayArticle catalog={catalog} state={state} day={day} />
      ))}
    {state.moved.length > 0 && (
      <>
        <h3>{formatText(catalog, 'daysMoved')}</h3>
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
