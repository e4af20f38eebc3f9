import type { CycleRow } from '../../activities/views.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownCycle } from '../../domain/cycle/cycle.ts'
import type { Closing } from '../../domain/obligation/limit.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Fact } from '../components/fact.tsx'
import { dayText } from '../components/message.tsx'
import { NextDateText } from '../components/next-date.tsx'
import { Notices } from '../components/notices.tsx'
import { OwnWords } from '../components/own-words.tsx'
import { Page } from '../components/page.tsx'
import { SessionName } from '../components/session-name.tsx'
import { type Tally, TallyBar } from '../components/tally-bar.tsx'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { cycleAddress } from './addresses.ts'
import type { PageContext } from './page-context.ts'
import { PlanFacts } from './plan-facts.tsx'
import type { NextDate } from './status-of-instrument.ts'

/** A cycle as its card shows it. */
export type CycleCard = {
  readonly row: CycleRow
  /** Before the addresses of its installation. */
  readonly base: string
  readonly rehearsal: boolean
  readonly asOf: CalendarDate
  /** `null` where no obligation is shown yet, and of a plan. */
  readonly closing: Closing | null
  readonly tally: Tally
  readonly next: NextDate | undefined
  readonly untracked: boolean
}

export const CyclesPage = ({ pageContext, cards }: { pageContext: PageContext; cards: readonly CycleCard[] }) => {
  const { catalog } = pageContext
  return (
    <Page {...pageContext} title={formatText(catalog, 'cyclesTitle')} notices={<Notices pageContext={pageContext} />}>
      <h1>{formatText(catalog, 'tagline')}</h1>
      <p class="lead">{formatText(catalog, 'cyclesIntro')}</p>
      {cards.length === 0 && <p>{formatText(catalog, 'noCycles')}</p>}
      <div class="cards">
        {cards.map((card) => (
          <Card catalog={catalog} card={card} />
        ))}
      </div>
    </Page>
  )
}

const Card = ({ catalog, card }: { catalog: PageCatalog; card: CycleCard }) => {
  const { row, base, rehearsal, asOf, tally, next, untracked, closing } = card
  const address = cycleAddress(base, row.id)
  const isPlan = row.type === 'plan'
  return (
    <article class={rehearsal || row.cycle.synthetic ? 'card synthetic' : 'card'}>
      {(rehearsal || row.cycle.synthetic) && <p class="flag solid">{formatText(catalog, 'syntheticMark')}</p>}
      <h2>
        <a href={address}>
          <OwnWords catalog={catalog} organization={row.cycle.organization} texts={row.title} />
        </a>
      </h2>
      <dl class="facts">
        {row.type === 'plan' ? <PlanCardFacts catalog={catalog} plan={row.cycle} /> : <InstrumentFacts catalog={catalog} cycle={row.cycle} closing={closing} />}
        <Fact label={formatText(catalog, 'nextDate')}>
          <NextDateText catalog={catalog} next={next} />
        </Fact>
      </dl>
      <TallyBar
        catalog={catalog}
        tally={tally}
        counts={isPlan ? 'obligationsCount' : 'statesCount'}
        hrefOf={(name) => `${address}?stage=${name}${isPlan ? '#list' : ''}`}
      />
      {untracked && <p class="quiet">{formatText(catalog, isPlan ? 'planUntracked' : 'untrackedNotice', { date: dayText(catalog, row.cycle.trackedFrom) })}</p>}
      <p class="quiet">{formatText(catalog, 'asOf', { date: dayText(catalog, asOf) })}</p>
    </article>
  )
}

type InstrumentFactsProps = { readonly catalog: PageCatalog; readonly cycle: KnownCycle; readonly closing: CycleCard['closing'] }

const InstrumentFacts = ({ catalog, cycle, closing }: InstrumentFactsProps) => (
  <>
    <Fact label={formatText(catalog, 'sessionLabel')}>
      <SessionName catalog={catalog} session={cycle.session} />
    </Fact>
    {closing !== null && (
      <Fact label={formatText(catalog, 'countedFrom')}>
        {formatText(catalog, closing.provisional ? 'closingProvisional' : 'closedOn', { date: dayText(catalog, closing.date) })}
        <DateStatusFlag catalog={catalog} status={closing.status} />
      </Fact>
    )}
  </>
)

const PlanCardFacts = ({ catalog, plan }: { catalog: PageCatalog; plan: PlanSummary }) => (
  <>
    <PlanFacts catalog={catalog} plan={plan} />
    <Fact label={formatText(catalog, 'planRows')}>{formatText(catalog, 'rowsCount', { count: plan.rows.length })}</Fact>
  </>
)
