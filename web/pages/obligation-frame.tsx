import type { Child } from 'hono/jsx'
import type { LetterRow, ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { TimelineEntry } from '../../domain/history/timeline.ts'
import type { InLanguages } from '../../domain/languages.ts'
import { LetterList } from '../components/letter-list.tsx'
import { dayText } from '../components/message.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { Section } from '../components/section.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatText } from '../page-catalog.ts'
import { cycleAddress, rowAnchor } from './addresses.ts'
import type { PageContext } from './page-context.ts'
import { datesAhead, statusName } from './status-of-instrument.ts'

export type ObligationPageProps = {
  readonly pageContext: PageContext
  readonly row: ObligationRow
  /** Of its cycle; `null` where the cycle does not show yet. */
  readonly title: InLanguages | null
  readonly asOf: CalendarDate
  readonly timelineEntries: readonly TimelineEntry[]
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
  readonly limitName: (limit: string) => string
}

/** What the pages of all obligations share: where it stands, what comes, and what happened. */
export const ObligationFrame = (props: FrameProps) => {
  const { pageContext, row, asOf, timelineEntries, letters, heading, pageTitle, lead, caution, facts, dates, reports, synthetic, limitName } = props
  const { catalog, base } = pageContext
  const { state } = row
  const ahead = datesAhead(state, asOf)
  const cycle = cycleAddress(base, state.cycle)
  return (
    <Page {...pageContext} title={pageTitle} notices={<Notices pageContext={pageContext} synthetic={pageContext.rehearsal !== null || synthetic} />}>
      <p>
        {state.family === 'entered' ? (
          <a href={`${cycle}#${rowAnchor(state.row.id)}`}>{formatText(catalog, 'backToPlan')}</a>
        ) : (
          <a href={cycle}>{formatText(catalog, 'backToCycle')}</a>
        )}
      </p>
      <h1 class={heading.length > longHeading ? 'long' : undefined}>{heading}</h1>
      <p class="lead">{lead}</p>
      <p>
        <StatusMark catalog={catalog} name={statusName(state, asOf)} />
      </p>
      <p class="quiet">{formatText(catalog, 'asOf', { date: dayText(catalog, asOf) })}</p>
      {caution}
      <dl class="facts">{facts}</dl>
      <Section name="ahead" title={formatText(catalog, 'aheadTitle')}>
        {ahead.length === 0 ? (
          <p>{formatText(catalog, 'nothingAhead')}</p>
        ) : (
          <ul class="ahead">
            {ahead.map((next) => (
              <li>
                <NextDateText catalog={catalog} next={next} />
              </li>
            ))}
          </ul>
        )}
      </Section>
      <Section name="dates" title={formatText(catalog, 'deadlinesTitle')}>
        {dates}
      </Section>
      <Section name="reports" title={formatText(catalog, 'reportsTitle')}>
        {reports}
      </Section>
      <Section name="timeline" title={formatText(catalog, 'timelineTitle')}>
        <Timeline catalog={catalog} base={base} timelineEntries={timelineEntries} limitName={limitName} />
      </Section>
      <Section name="letters" title={formatText(catalog, 'lettersAbout')}>
        <LetterList catalog={catalog} base={base} letters={letters} />
      </Section>
    </Page>
  )
}
