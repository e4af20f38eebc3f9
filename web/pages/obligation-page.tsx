import type { Child } from 'hono/jsx'
import { provision } from '../../activities/letters/legal-words.ts'
import { word } from '../../activities/letters/wording.ts'
import type { LetterRow, ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { Moment } from '../../domain/views/timeline.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Deadline, SessionName } from '../components/deadline.tsx'
import { Fact } from '../components/fact.tsx'
import { LetterList } from '../components/letter-list.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { Reports } from '../components/reports.tsx'
import { Day, dayText, Said, separator } from '../components/said.tsx'
import { StandingMark } from '../components/standing-mark.tsx'
import { Timeline } from '../components/timeline.tsx'
import { tell } from '../words.ts'
import { datesAhead, isUntracked, standingName } from './stage.ts'
import type { Visit } from './visit.ts'

type ObligationPageProps = {
  readonly visit: Visit
  readonly row: ObligationRow
  readonly title: InLanguages | null
  readonly asOf: CalendarDate
  readonly moments: readonly Moment[]
  readonly letters: readonly LetterRow[]
}

export const ObligationPage = ({ visit, row, title, asOf, moments, letters }: ObligationPageProps) => {
  const { wording, base } = visit
  const { id, state, debtorName } = row
  const { closing, trackedFrom } = state
  const name = debtorName[wording.language]
  const date = dayText(wording, trackedFrom)
  const ahead = datesAhead(state, asOf)
  return (
    <Page {...visit} title={`${name}, ${state.instrument}`} notices={<Notices visit={visit} />}>
      <p>
        <a href={`${base}/cycles/${encodeURIComponent(state.cycle)}`}>{tell(wording, 'backToCycle')}</a>
      </p>
      <h1>{name}</h1>
      <p class="lead">{title?.[wording.language] ?? `${word(wording, 'obligationKinds', state.kind)}, ${state.instrument}`}</p>
      <p>
        <StandingMark wording={wording} name={standingName(state, asOf)} />
      </p>
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
      {isUntracked(state) ? (
        <p class="note">{tell(wording, 'notAFinding', { date })}</p>
      ) : (
        state.planned.some(({ on }) => on < trackedFrom) && <p class="note">{tell(wording, 'trackedSince', { date })}</p>
      )}
      <dl class="facts">
        <Fact label={tell(wording, 'obligation')}>{word(wording, 'obligationKinds', state.kind)}</Fact>
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
      </dl>
      <Section name="ahead" title={tell(wording, 'aheadTitle')}>
        {ahead.length === 0 ? (
          <p>{tell(wording, 'nothingAhead')}</p>
        ) : (
          <ul class="ahead">
            {ahead.map((next) => (
              <li>
                <NextDateText wording={wording} next={next} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section name="dates" title={tell(wording, 'deadlinesTitle')}>
        {state.deadlines.map((deadline) => (
          <Deadline wording={wording} state={state} deadline={deadline} />
        ))}
      </Section>
      <Section name="reports" title={tell(wording, 'reportsTitle')}>
        <Reports wording={wording} state={state} />
      </Section>
      <Section name="timeline" title={tell(wording, 'timelineTitle')}>
        <Timeline wording={wording} base={base} moments={moments} />
      </Section>
      <Section name="letters" title={tell(wording, 'lettersAbout')}>
        <LetterList wording={wording} base={base} letters={letters} />
      </Section>
    </Page>
  )
}

const Section = ({ name, title, children }: { name: string; title: string; children?: Child }) => (
  <section aria-labelledby={name}>
    <h2 id={name}>{title}</h2>
    {children}
  </section>
)
