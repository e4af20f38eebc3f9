import type { LetterRow, ObligationRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { TimelineEntry } from '../../domain/history/timeline.ts'
import type { InLanguages } from '../../domain/languages.ts'
import { rowOf } from '../../domain/obligation/basis.ts'
import { byDueDay } from '../../domain/obligation/limit.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { type WaitingLimit, waitingLimits } from '../../domain/obligation/waiting-limits.ts'
import { LetterList } from '../components/letter-list.tsx'
import { LimitArticle, limitName } from '../components/limit-article.tsx'
import { dayText } from '../components/message.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { ObligationFacts } from '../components/obligation-facts.tsx'
import { ownWords } from '../components/own-words.tsx'
import { Page } from '../components/page.tsx'
import { ReportList } from '../components/report-list.tsx'
import { Section } from '../components/section.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { Timeline } from '../components/timeline.tsx'
import { formatText, type PageCatalog } from '../page-catalog.ts'
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

/** One obligation: what asks it, where it stands, what comes, and what happened. */
export const ObligationPage = ({ pageContext, row, title, asOf, timelineEntries, letters }: ObligationPageProps) => {
  const { catalog, base } = pageContext
  const { id, state } = row
  const party = ownWords(catalog, state.organization, row.partyName)
  const { heading, pageTitle, lead } = headOf(state, party, title === null ? undefined : ownWords(catalog, state.organization, title), catalog)
  const inRow = rowOf(state)
  const ahead = datesAhead(state, asOf)
  const cycle = cycleAddress(base, state.cycle)
  return (
    <Page {...pageContext} title={pageTitle} notices={<Notices pageContext={pageContext} synthetic={pageContext.rehearsal !== null || state.synthetic} />}>
      <p>
        {inRow !== null ? (
          <a href={`${cycle}#${rowAnchor(inRow.id)}`}>{formatText(catalog, 'backToPlan')}</a>
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
      <Caution catalog={catalog} state={state} asOf={asOf} />
      <dl class="facts">
        <ObligationFacts catalog={catalog} id={id} state={state} party={party} />
      </dl>
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
        <Limits catalog={catalog} id={id} state={state} />
      </Section>
      <Section name="reports" title={formatText(catalog, 'reportsTitle')}>
        <ReportList catalog={catalog} state={state} />
      </Section>
      <Section name="timeline" title={formatText(catalog, 'timelineTitle')}>
        <Timeline catalog={catalog} base={base} timelineEntries={timelineEntries} limitName={(limit) => limitName(catalog, state, limit)} />
      </Section>
      <Section name="letters" title={formatText(catalog, 'lettersAbout')}>
        <LetterList catalog={catalog} base={base} letters={letters} />
      </Section>
    </Page>
  )
}

type StateProps = { readonly catalog: PageCatalog; readonly state: KnownObligation }

/** Where a cycle is about one thing, its title says what is owed, and the page is named after the party; else after what is owed. */
function headOf(state: KnownObligation, party: string, cycleTitle: string | undefined, catalog: PageCatalog) {
  const title = ownWords(catalog, state.organization, state.title)
  if (title === cycleTitle) return { heading: party, pageTitle: `${party}, ${state.request}`, lead: title }
  return { heading: title, pageTitle: title, lead: cycleTitle ?? state.cycle }
}

/** What a reader must know of the time before tracking began. */
const Caution = ({ catalog, state, asOf }: StateProps & { readonly asOf: CalendarDate }) => {
  const date = dayText(catalog, state.trackedFrom)
  if (statusName(state, asOf) === 'untracked') return <p class="note">{formatText(catalog, 'notAFinding', { date })}</p>
  const missed = state.scheduled.some(({ on }) => on < state.trackedFrom)
  return missed ? <p class="note">{formatText(catalog, 'trackedSince', { date })}</p> : null
}

const Limits = ({ catalog, id, state }: StateProps & { readonly id: string }) => (
  <>
    {state.limits.length === 0 && waitingLimits(state).length === 0 && <p>{formatText(catalog, 'noDays')}</p>}
    {waitingLimits(state).map((waiting) => (
      <p>{waitingText(catalog, state.organization, waiting)}</p>
    ))}
    {state.limits.toSorted(byDueDay).map((limit) => (
      <LimitArticle catalog={catalog} id={id} state={state} limit={limit} />
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
    {state.corrections.length > 0 && (
      <>
        <h3>{formatText(catalog, 'correctedTitle')}</h3>
        <ul>
          {state.corrections.map(({ on, fact, reason }) => (
            <li>
              {dayText(catalog, on)}: {formatText(catalog, 'eventBasisCorrected', { fact })} <bdi lang="en">{reason}</bdi>
            </li>
          ))}
        </ul>
      </>
    )}
  </>
)

/** A limit without a day, and what it waits for. */
function waitingText(catalog: PageCatalog, organization: string, { name, event, calendars }: WaitingLimit): string {
  const limit = ownWords(catalog, organization, name)
  if (event === null) return formatText(catalog, 'waitsForDays', { limit })
  const { type, about } = event
  const named = { limit, event: catalog.organizations[organization]?.eventTypes[type] ?? type, about }
  return formatText(catalog, calendars.length === 0 ? 'waitsForEvent' : 'waitsForEventAndDays', named)
}
