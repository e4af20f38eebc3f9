import { provision } from '../../activities/letters/legal-words.ts'
import { word } from '../../activities/letters/wording.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { isUntracked } from '../../domain/views/before-tracking.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Deadline } from '../components/deadline.tsx'
import { Fact } from '../components/fact.tsx'
import { Reports } from '../components/reports.tsx'
import { Day, dayText, Said, separator } from '../components/said.tsx'
import { SessionName } from '../components/session-name.tsx'
import { type PageWording, tell } from '../words.ts'
import { ObligationFrame, type ObligationPageProps } from './obligation-frame.tsx'

/** What an adopted instrument asks of one State. */
export const InstrumentPage = ({ state, ...props }: ObligationPageProps & { readonly state: InstrumentObligation }) => {
  const { visit, row, title } = props
  const { wording } = visit
  const name = row.debtorName[wording.language]
  return (
    <ObligationFrame
      {...props}
      heading={name}
      pageTitle={`${name}, ${state.instrument}`}
      lead={title?.[wording.language] ?? `${state.terms.name[wording.language]}, ${state.instrument}`}
      caution={<Caution wording={wording} state={state} />}
      facts={<Facts wording={wording} id={row.id} state={state} />}
      dates={state.deadlines.map((deadline) => <Deadline wording={wording} state={state} deadline={deadline} />)}
      reports={<Reports wording={wording} state={state} />}
      synthetic={false}
      stageName={(stage) => word(wording, 'stages', stage)}
    />
  )
}

type StateProps = { readonly wording: PageWording; readonly state: InstrumentObligation }

const Caution = ({ wording, state }: StateProps) => {
  const date = dayText(wording, state.trackedFrom)
  if (isUntracked(state)) return <p class="note">{tell(wording, 'notAFinding', { date })}</p>
  return state.planned.some(({ on }) => on < state.trackedFrom) ? <p class="note">{tell(wording, 'trackedSince', { date })}</p> : null
}

const Facts = ({ wording, id, state }: StateProps & { readonly id: string }) => {
  const { closing } = state
  return (
    <>
      <Fact label={tell(wording, 'obligation')}>{state.terms.name[wording.language]}</Fact>
      <Fact label={tell(wording, 'provision')}>
        <Said phrase={provision(wording, state.rule.provision)} />
      </Fact>
      <Fact label={tell(wording, 'adoptedOn')}>
        <Day wording={wording} day={state.adoptedOn} />
        {separator(wording)}
        <SessionName wording={wording} session={closing.session} />
      </Fact>
      <Fact label={tell(wording, 'countedFrom')}>
        {tell(wording, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(wording, closing.date) })}
        <DateStatusFlag wording={wording} status={closing.status} />
      </Fact>
      <Fact label={tell(wording, 'circumstances')}>{tell(wording, state.circumstancesStated ? 'circumstancesStated' : 'circumstancesNone')}</Fact>
      <Fact label={tell(wording, 'reference')}>
        <code>{id}</code>
      </Fact>
    </>
  )
}
