import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { dayText } from '../components/message.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { OwnWords, ownWords } from '../components/own-words.tsx'
import { Page } from '../components/page.tsx'
import { Papers } from '../components/papers.tsx'
import { StatusFilter } from '../components/status-filter.tsx'
import { StatusMark } from '../components/status-mark.tsx'
import { type Tally, TallyBar } from '../components/tally-bar.tsx'
import { formatText } from '../page-catalog.ts'
import { cycleAddress, obligationAddress } from './addresses.ts'
import type { PageContext } from './page-context.ts'
import type { NextDate, StatusName } from './status-of-instrument.ts'

export type StateRow = {
  readonly id: string
  readonly name: string
  /** The kind of what a report opened, by its name; `null` for what opened with the cycle. */
  readonly opened: string | null
  readonly status: StatusName
  readonly next: NextDate | undefined
}

type CyclePageProps = {
  readonly pageContext: PageContext
  readonly cycle: CycleRow
  readonly asOf: CalendarDate
  readonly tally: Tally
  /** In the order of the page's language. */
  readonly rows: readonly StateRow[]
  readonly chosen: StatusName | null
}

/** An adopted instrument, State by State. */
export const CyclePage = ({ pageContext, cycle, asOf, tally, rows, chosen }: CyclePageProps) => {
  const { catalog, base } = pageContext
  const address = cycleAddress(base, cycle.id)
  const total = tally.reduce((sum, { count }) => sum + count, 0)
  const date = dayText(catalog, cycle.cycle.trackedFrom)
  return (
    <Page
      {...pageContext}
      title={ownWords(catalog, cycle.cycle.organization, cycle.title)}
      notices={<Notices pageContext={pageContext} synthetic={pageContext.rehearsal !== null || cycle.cycle.synthetic} />}
    >
      <h1>
        <OwnWords catalog={catalog} organization={cycle.cycle.organization} texts={cycle.title} />
      </h1>
      <p class="quiet">{formatText(catalog, 'asOf', { date: dayText(catalog, asOf) })}</p>
      {tally.some(({ name }) => name === 'untracked') ? (
        <p class="note">{formatText(catalog, 'untrackedNotice', { date })}</p>
      ) : (
        <p class="quiet">{formatText(catalog, 'trackedFromStart', { date })}</p>
      )}
      <section aria-labelledby="standing">
        <h2 id="standing">{formatText(catalog, 'standing')}</h2>
        <TallyBar catalog={catalog} tally={tally} counts="statesCount" hrefOf={(name) => `${address}?stage=${name}#list`} />
      </section>
      {pageContext.rehearsal === null && (
        <section aria-labelledby="papers">
          <h2 id="papers">{formatText(catalog, 'papersTitle')}</h2>
          <Papers catalog={catalog} base={base} row={cycle} />
        </section>
      )}
      <section aria-labelledby="list">
        <h2 id="list">{formatText(catalog, 'listTitle')}</h2>
        <StatusFilter catalog={catalog} address={address} tally={tally} chosen={chosen} />
        <p class="quiet">{formatText(catalog, 'shown', { shown: rows.length, count: total })}</p>
        <ol class="states">
          {rows.map(({ id, name, opened, status, next }) => (
            <li>
              <a href={obligationAddress(base, id)}>{opened === null ? name : `${name} (${opened})`}</a>
              <StatusMark catalog={catalog} name={status} />
              <span class="when">
                <NextDateText catalog={catalog} next={next} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}
