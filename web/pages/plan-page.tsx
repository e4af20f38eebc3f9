import { number } from '../../activities/letters/legal-words.ts'
import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Fact } from '../components/fact.tsx'
import { Notices } from '../components/notices.tsx'
import { Page } from '../components/page.tsx'
import { Papers } from '../components/papers.tsx'
import { placesIn } from '../components/places.ts'
import { PlanHistory } from '../components/plan-history.tsx'
import { PlanRow } from '../components/plan-row.tsx'
import { dayText, Said, separator } from '../components/said.tsx'
import { Section } from '../components/section.tsx'
import { sessionInFull } from '../components/session-name.tsx'
import { StageFilter } from '../components/stage-filter.tsx'
import { TallyBar } from '../components/tally-bar.tsx'
import { type PageWording, tell } from '../words.ts'
import { cycleAddress } from './addresses.ts'
import type { CycleShown, PlanShown } from './cycle-views.ts'
import { PlanFacts } from './plan-facts.tsx'
import type { Visit } from './visit.ts'

type PlanPageProps = CycleShown & PlanShown & { readonly visit: Visit; readonly plan: PlanCycle }

/** A plan, a strategy or a set of recommendations, row by row. */
export const PlanPage = ({ visit, cycle, plan, asOf, tally, chosen, outline, rows, obligations }: PlanPageProps) => {
  const { wording, base } = visit
  const address = cycleAddress(base, cycle.id)
  const title = cycle.title[wording.language]
  const components = outline?.components ?? []
  const known = new Set(components.map(({ id }) => id))
  const others = rows.filter(({ row: { component } }) => component === undefined || !known.has(component))
  const list = (some: PlanShown['rows']) => some.map((shown) => <PlanRow wording={wording} base={base} plan={plan} shown={shown} />)
  return (
    <Page {...visit} title={title} notices={<Notices visit={visit} synthetic={visit.rehearsal !== null || plan.synthetic} />}>
      <h1>{title}</h1>
      <p class="quiet">{tell(wording, 'asOf', { date: dayText(wording, asOf) })}</p>
      {tally.some(({ name }) => name === 'untracked') ? (
        <p class="note">{tell(wording, 'planUntracked', { date: dayText(wording, plan.trackedFrom) })}</p>
      ) : (
        <p class="quiet">{tell(wording, 'trackedFromStart', { date: dayText(wording, plan.trackedFrom) })}</p>
      )}
      <dl class="facts">
        <PlanFacts wording={wording} plan={plan} />
        <Decision wording={wording} plan={plan} />
        {outline?.resources !== undefined && <Fact label={tell(wording, 'planResources')}>{moneyText(wording, outline.resources)}</Fact>}
        <Fact label={tell(wording, 'planReview')}>{tell(wording, 'planReviewEvery', { months: plan.reviewMonths })}</Fact>
      </dl>
      {outline !== null && <PlanHistory wording={wording} outline={outline} />}
      <Section name="standing" title={tell(wording, 'planStanding')}>
        <TallyBar wording={wording} tally={tally} counts="obligationsCount" hrefOf={(name) => `${address}?stage=${name}#list`} />
      </Section>
      {visit.rehearsal === null && (
        <Section name="papers" title={tell(wording, 'papersTitle')}>
          <Papers wording={wording} base={base} id={cycle.id} cycle={plan} />
        </Section>
      )}
      <Section name="list" title={tell(wording, 'planRows')}>
        <StageFilter wording={wording} address={address} tally={tally} chosen={chosen} />
        <p class="quiet">
          {[
            tell(wording, 'rowsCount', { count: rows.length }),
            tell(wording, 'planShown', { shown: rows.reduce((sum, { owed }) => sum + owed.length, 0), count: obligations.length }),
          ].join('; ')}
        </p>
      </Section>
      {components.map(({ id, title: heading, resources }) => {
        const own = rows.filter(({ row }) => row.component === id)
        return own.length === 0 && chosen !== null ? null : (
          <Section name={`component-${id}`} title={`${id}. ${heading[wording.language]}`}>
            {resources !== undefined && (
              <p class="quiet">
                {tell(wording, 'planResources')}: {moneyText(wording, resources)}
              </p>
            )}
            {list(own)}
          </Section>
        )
      })}
      {components.length === 0
        ? list(others)
        : others.length > 0 && (
            <Section name="other-rows" title={tell(wording, 'planOtherRows')}>
              {list(others)}
            </Section>
          )}
    </Page>
  )
}

const Decision = ({ wording, plan }: { wording: PageWording; plan: PlanCycle }) => {
  const { decision } = plan
  return (
    <Fact label={tell(wording, 'planDecision')}>
      {decision.session !== null && (
        <>
          <Said phrase={sessionInFull(wording, decision.session)} />
          {separator(wording)}
        </>
      )}
      <bdi lang="en">{placesIn(decision.source, plan)}</bdi>
      {decision.standing === 'draft' && <span class="flag">{tell(wording, 'planDraft')}</span>}
      <DateStatusFlag wording={wording} status={decision.status} />
      <blockquote class="printed" dir="auto">
        <p>{decision.printed}</p>
      </blockquote>
    </Fact>
  )
}

/** As our figure, and in the words of the document. */
const moneyText = (wording: PageWording, { amount, unit, printed }: { readonly amount: number; readonly unit: string; readonly printed: string }) => (
  <>
    <bdi>{`${number(wording, String(amount))} ${unit}`}</bdi> <q dir="auto">{printed}</q>
  </>
)
