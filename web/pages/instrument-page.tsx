import { word } from '../../documents/catalogs/catalog.ts'
import { provision } from '../../documents/catalogs/legal-terms.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { isUntracked } from '../../domain/status/before-tracking.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Limit } from '../components/deadline.tsx'
import { Fact } from '../components/fact.tsx'
import { Day, dayText, MessageText, separator } from '../components/message.tsx'
import { OwnWords, ownWords } from '../components/own-words.tsx'
import { Reports } from '../components/reports.tsx'
import { SessionName } from '../components/session-name.tsx'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { ObligationFrame, type ObligationPageProps } from './obligation-frame.tsx'

/** What an adopted instrument asks of one State. */
export const InstrumentPage = ({ state, ...props }: ObligationPageProps & { readonly state: InstrumentObligation }) => {
  const { pageContext, row, title } = props
  const { catalog } = pageContext
  const name = ownWords(catalog, state.organization, row.partyName)
  return (
    <ObligationFrame
      {...props}
      heading={name}
      pageTitle={`${name}, ${state.instrument}`}
      lead={ownWords(catalog, state.organization, title ?? state.kindSnapshot.name) + (title === null ? `, ${state.instrument}` : '')}
      caution={<Caution catalog={catalog} state={state} />}
      facts={<Facts catalog={catalog} id={row.id} state={state} />}
      dates={state.limits.map((deadline) => <Limit catalog={catalog} state={state} deadline={deadline} />)}
      reports={<Reports catalog={catalog} state={state} />}
      synthetic={false}
      limitName={(limit) => word(catalog, 'limits', limit)}
    />
  )
}

type StateProps = { readonly catalog: PageCatalog; readonly state: InstrumentObligation }

const Caution = ({ catalog, state }: StateProps) => {
  const date = dayText(catalog, state.trackedFrom)
  if (isUntracked(state)) return <p class="note">{formatText(catalog, 'notAFinding', { date })}</p>
  return state.scheduled.some(({ on }) => on < state.trackedFrom) ? <p class="note">{formatText(catalog, 'trackedSince', { date })}</p> : null
}

const Facts = ({ catalog, id, state }: StateProps & { readonly id: string }) => {
  const { closing } = state
  return (
    <>
      <Fact label={formatText(catalog, 'obligation')}>
        <OwnWords catalog={catalog} organization={state.organization} texts={state.kindSnapshot.name} />
      </Fact>
      <Fact label={formatText(catalog, 'provision')}>
        <MessageText phrase={provision(catalog, state.rule.provision)} />
      </Fact>
      <Fact label={formatText(catalog, 'adoptedOn')}>
        <Day catalog={catalog} day={state.adoptedOn} />
        {separator(catalog)}
        <SessionName catalog={catalog} session={closing.session} />
      </Fact>
      <Fact label={formatText(catalog, 'countedFrom')}>
        {formatText(catalog, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(catalog, closing.date) })}
        <DateStatusFlag catalog={catalog} status={closing.status} />
      </Fact>
      <Fact label={formatText(catalog, 'circumstances')}>{formatText(catalog, state.circumstancesStated ? 'circumstancesStated' : 'circumstancesNone')}</Fact>
      <Fact label={formatText(catalog, 'reference')}>
        <code>{id}</code>
      </Fact>
    </>
  )
}
