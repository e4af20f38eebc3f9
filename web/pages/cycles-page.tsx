import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { InstrumentCycle, PlanCycle } from '../../domain/cycle/cycle.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Fact } from '../components/fact.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { dayText } from '../components/said.tsx'
import { SessionName } from '../components/session-name.tsx'
import { type Tally, TallyBar } from '../components/tally-bar.tsx'
import { type PageWording, tell } from '../words.ts'
import { cycleAddress } from './addresses.ts'
import { PlanFacts } from './plan-facts.tsx'
import type { NextDate } from './stage.ts'
import type { Visit } from './visit.ts'

/** A cycle as its card shows it. */
export type CycleCard = {
  readonly row: CycleRow
  /** Before the addresses of its house. */
  readonly base: string
  readonly rehearsal: boolean
  readonly asOf: CalendarDate
  /** `null` where no obligation is shown yet, and of a plan. */
  readonly closing: InstrumentObligation['closing'] | null
  readonly tally: Tally
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
  const address = cycleAddress(base, row.id)
  const isPlan = row.cycle.family === 'plan'
  return (
    <article class={rehearsal || row.cycle.synthetic ? 'card synthetic' : 'card'}>
      {(rehearsal || row.cycle.synthetic) && <p class="flag solid">{tell(wording, 'syntheticMark')}</p>}
      <h2>
        <a href={address}>{row.title[wording.language]}</a>
      </h2>
      <dl class="facts">
        {row.cycle.family === 'plan' ? (
          <PlanCardFacts wording={wording} plan={row.cycle} />
        ) : (
          <InstrumentFacts wording={wording} cycle={row.cycle} closing={closing} />
        )}
        <Fact label={tell(wording, 'nextDate')}>
          <NextDateText wording={wording} next={next} />
        </Fact>
      </dl>
      <TallyBar
        wording={wording}
        tally={tally}
        counts={isPlan ? 'obligationsCount' : 'statesCount'}
        hrefOf={(name) => `${address}?stage=${name}${isPlan ? '#list' : ''}`}
      />
      {untracked && <p class="quiet">{tell(wording, isPlan ? 'planUntracked' : 'untrackedNotice', { date: dayText(wording, row.cycle.trackedFrom) })}</p>}
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
    </article>
  )
}

type InstrumentFactsProps = { readonly wording: PageWording; readonly cycle: InstrumentCycle; readonly closing: CycleCard['closing'] }

const InstrumentFacts = ({ wording, cycle, closing }: InstrumentFactsProps) => (
  <>
    <Fact label={tell(wording, 'sessionLabel')}>
      <SessionName wording={wording} session={cycle.session} />
    </Fact>
    {closing !== null && (
      <Fact label={tell(wording, 'countedFrom')}>
        {tell(wording, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(wording, closing.date) })}
        <DateStatusFlag wording={wording} status={closing.status} />
      </Fact>
    )}
  </>
)

const PlanCardFacts = ({ wording, plan }: { wording: PageWording; plan: PlanCycle }) => (
  <>
    <PlanFacts wording={wording} plan={plan} />
    <Fact label={tell(wording, 'planRows')}>{tell(wording, 'rowsCount', { count: plan.rows.length })}</Fact>
  </>
)
