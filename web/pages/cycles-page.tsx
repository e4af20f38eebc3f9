import { session as sessionWords } from '../../activities/letters/legal-words.ts'
import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { dayText, Said } from '../components/said.tsx'
import { TallyBar } from '../components/tally-bar.tsx'
import { type PageWording, tell } from '../words.ts'
import { sessionNumber } from './session-number.ts'
import type { NextDate, StandingName } from './stage.ts'
import type { Visit } from './visit.ts'

/** A cycle as its card shows it. */
export type CycleCard = {
  readonly row: CycleRow
  /** Before the addresses of its house. */
  readonly base: string
  readonly rehearsal: boolean
  readonly asOf: CalendarDate
  /** `null` where no obligation is shown yet. */
  readonly closing: KnownObligation['closing'] | null
  readonly tally: readonly { readonly name: StandingName; readonly count: number }[]
  readonly next: NextDate | undefined
  readonly untracked: boolean
}

export const CyclesPage = ({ visit, cards }: { visit: Visit; cards: readonly CycleCard[] }) => {
  const { wording } = visit
  return (
    <Page {...visit} title={tell(wording, 'cyclesTitle')} notices={<Notices visit={visit} />}>
      <h1>{tell(wording, 'tagline')}</h1>
      <p class="lead">{tell(wording, 'cyclesIntro')}</p>
      {cards.length === 0 && <p>{tell(wording, 'noCycles')}</p>}
      <div class="cards">
        {cards.map((card) => (
          <Card wording={wording} card={card} />
        ))}
      </div>
    </Page>
  )
}

const Card = ({ wording, card }: { wording: PageWording; card: CycleCard }) => {
  const { row, base, rehearsal, asOf, tally, next, untracked, closing } = card
  const address = `${base}/cycles/${encodeURIComponent(row.id)}`
  return (
    <article class={rehearsal || row.cycle.synthetic ? 'card synthetic' : 'card'}>
      {(rehearsal || row.cycle.synthetic) && <p class="flag solid">{tell(wording, 'syntheticMark')}</p>}
      <h2>
        <a href={address}>{row.title[wording.language]}</a>
      </h2>
      <dl class="facts">
        <div>
          <dt>{tell(wording, 'sessionLabel')}</dt>
          <dd>
            <Said phrase={sessionWords(wording, sessionNumber(row.cycle.session))} />
          </dd>
        </div>
        {closing !== null && (
          <div>
            <dt>{tell(wording, 'countedFrom')}</dt>
            <dd>
              {tell(wording, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(wording, closing.date) })}
              <DateStatusFlag wording={wording} status={closing.status} />
            </dd>
          </div>
        )}
        <div>
          <dt>{tell(wording, 'nextDate')}</dt>
          <dd>
            <NextDateText wording={wording} next={next} />
          </dd>
        </div>
      </dl>
      <TallyBar wording={wording} tally={tally} hrefOf={(name) => `${address}?stage=${name}`} />
      {untracked && <p class="quiet">{tell(wording, 'untrackedNotice', { date: dayText(wording, row.cycle.trackedFrom) })}</p>}
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
    </article>
  )
}
