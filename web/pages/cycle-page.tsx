import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { Papers } from '../components/papers.tsx'
import { dayText } from '../components/said.tsx'
import { StageFilter } from '../components/stage-filter.tsx'
import { StandingMark } from '../components/standing-mark.tsx'
import { type Tally, TallyBar } from '../components/tally-bar.tsx'
import { tell } from '../words.ts'
import { cycleAddress, obligationAddress } from './addresses.ts'
import type { NextDate, StandingName } from './stage.ts'
import type { Visit } from './visit.ts'

export type StateRow = {
  readonly id: string
  readonly name: string
  readonly referral: boolean
  readonly standing: StandingName
  readonly next: NextDate | undefined
}

type CyclePageProps = {
  readonly visit: Visit
  readonly cycle: CycleRow
  readonly asOf: CalendarDate
  readonly tally: Tally
  /** In the order of the page's language. */
  readonly rows: readonly StateRow[]
  readonly chosen: StandingName | null
}

/** An adopted instrument, State by State. */
export const CyclePage = ({ visit, cycle, asOf, tally, rows, chosen }: CyclePageProps) => {
  const { wording, base } = visit
  const address = cycleAddress(base, cycle.id)
  const total = tally.reduce((sum, { count }) => sum + count, 0)
  const date = dayText(wording, cycle.cycle.trackedFrom)
  return (
    <Page {...visit} title={cycle.title[wording.language]} notices={<Notices visit={visit} synthetic={visit.rehearsal !== null || cycle.cycle.synthetic} />}>
      <h1>{cycle.title[wording.language]}</h1>
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
      {tally.some(({ name }) => name === 'untracked') ? (
        <p class="note">{tell(wording, 'untrackedNotice', { date })}</p>
      ) : (
        <p class="quiet">{tell(wording, 'trackedFromStart', { date })}</p>
      )}
      <section aria-labelledby="standing">
        <h2 id="standing">{tell(wording, 'standing')}</h2>
        <TallyBar wording={wording} tally={tally} counts="statesCount" hrefOf={(name) => `${address}?stage=${name}#list`} />
      </section>
      {visit.rehearsal === null && (
        <section aria-labelledby="papers">
          <h2 id="papers">{tell(wording, 'papersTitle')}</h2>
          <Papers wording={wording} base={base} id={cycle.id} cycle={cycle.cycle} />
        </section>
      )}
      <section aria-labelledby="list">
        <h2 id="list">{tell(wording, 'listTitle')}</h2>
        <StageFilter wording={wording} address={address} tally={tally} chosen={chosen} />
        <p class="quiet">{tell(wording, 'shown', { shown: rows.length, count: total })}</p>
        <ol class="states">
          {rows.map(({ id, name, referral, standing, next }) => (
            <li>
              <a href={obligationAddress(base, id)}>{referral ? `${name} (${tell(wording, 'otherObligations')})` : name}</a>
              <StandingMark wording={wording} name={standing} />
              <span class="when">
                <NextDateText wording={wording} next={next} />
              </span>
            </li>
          ))}
        </ol>
      </section>
    </Page>
  )
}
