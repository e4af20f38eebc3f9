import type { Child } from 'hono/jsx'
import type { LetterRow, ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { Moment } from '../../domain/views/timeline.ts'
import { LetterList } from '../components/letter-list.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { dayText } from '../components/said.tsx'
import { Section } from '../components/section.tsx'
import { StandingMark } from '../components/standing-mark.tsx'
import { Timeline } from '../components/timeline.tsx'
import { tell } from '../words.ts'
import { cycleAddress, rowAnchor } from './addresses.ts'
import { datesAhead, standingName } from './stage.ts'
import type { Visit } from './visit.ts'

export type ObligationPageProps = {
  readonly visit: Visit
  readonly row: ObligationRow
  /** Of its cycle; `null` where the cycle does not show yet. */
  readonly title: InLanguages | null
  readonly asOf: CalendarDate
  readonly moments: readonly Moment[]
  readonly letters: readonly LetterRow[]
}

/** In characters: a title in the words of a document may be a whole sentence. */
const longHeading = 110

type FrameProps = ObligationPageProps & {
  readonly heading: string
  readonly pageTitle: string
  readonly lead: Child
  /** What a reader must know of the time before tracking began. */
  readonly caution: Child
  readonly facts: Child
  readonly dates: Child
  readonly reports: Child
  readonly synthetic: boolean
  readonly stageName: (stage: string) => string
}

/** What the pages of all obligations share: where it stands, what comes, and what happened. */
export const ObligationFrame = (props: FrameProps) => {
  const { visit, row, asOf, moments, letters, heading, pageTitle, lead, caution, facts, dates, reports, synthetic, stageName } = props
  const { wording, base } = visit
  const { state } = row
  const ahead = datesAhead(state, asOf)
  const cycle = cycleAddress(base, state.cycle)
  return (
    <Page {...visit} title={pageTitle} notices={<Notices visit={visit} synthetic={visit.rehearsal !== null || synthetic} />}>
      <p>
        {state.family === 'entered' ? (
          <a href={`${cycle}#${rowAnchor(state.row.id)}`}>{tell(wording, 'backToPlan')}</a>
        ) : (
          <a href={cycle}>{tell(wording, 'backToCycle')}</a>
        )}
      </p>
      <h1 class={heading.length > longHeading ? 'long' : undefined}>{heading}</h1>
      <p class="lead">{lead}</p>
      <p>
        <StandingMark wording={wording} name={standingName(state, asOf)} />
      </p>
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
      {caution}
      <dl class="facts">{facts}</dl>
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
        {dates}
      </Section>
      <Section name="reports" title={tell(wording, 'reportsTitle')}>
        {reports}
      </Section>
      <Section name="timeline" title={tell(wording, 'timelineTitle')}>
        <Timeline wording={wording} base={base} moments={moments} stageName={stageName} />
      </Section>
      <Section name="letters" title={tell(wording, 'lettersAbout')}>
        <LetterList wording={wording} base={base} letters={letters} />
      </Section>
    </Page>
  )
}
