import { number } from '../../documents/catalogs/legal-terms.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import { DateStatusFlag } from '../components/date-status.tsx'
import { Fact } from '../components/fact.tsx'
import { dayText, MessageText, separator } from '../components/message.tsx'
import { Notices } from '../components/notices.tsx'
import { OwnWords, ownWords } from '../components/own-words.tsx'
import { Page } from '../components/page.tsx'
import { Papers } from '../components/papers.tsx'
import { placesIn } from '../components/places.ts'
import { PlanHistory } from '../components/plan-history.tsx'
import { PlanRow } from '../components/plan-row.tsx'
import { Section } from '../components/section.tsx'
import { sessionInFull } from '../components/session-name.tsx'
import { StatusFilter } from '../components/status-filter.tsx'
import { TallyBar } from '../components/tally-bar.tsx'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { cycleAddress } from './addresses.ts'
import type { CycleShown, PlanShown } from './cycle-views.ts'
import type { PageContext } from './page-context.ts'
import { PlanFacts } from './plan-facts.tsx'

type PlanPageProps = CycleShown & PlanShown & { readonly pageContext: PageContext; readonly plan: PlanSummary }

/** A plan, a strategy or a set of recommendations, row by row. */
export const PlanPage = ({ pageContext, cycle, plan, asOf, tally, chosen, outline, rows, obligations }: PlanPageProps) => {
  const { catalog, base } = pageContext
  const address = cycleAddress(base, cycle.id)
  const title = ownWords(catalog, cycle.cycle.organization, cycle.title)
  const components = outline?.components ?? []
  const known = new Set(components.map(({ id }) => id))
  const others = rows.filter(({ row: { component } }) => component === undefined || !known.has(component))
  const list = (some: PlanShown['rows']) => some.map((shown) => <PlanRow catalog={catalog} base={base} plan={plan} shown={shown} />)
  return (
    <Page {...pageContext} title={title} notices={<Notices pageContext={pageContext} synthetic={pageContext.rehearsal !== null || plan.synthetic} />}>
      <h1>
        <OwnWords catalog={catalog} organization={plan.organization} texts={cycle.title} />
      </h1>
      <p class="quiet">{formatText(catalog, 'asOf', { date: dayText(catalog, asOf) })}</p>
      {tally.some(({ name }) => name === 'untracked') ? (
        <p class="note">{formatText(catalog, 'planUntracked', { date: dayText(catalog, plan.trackedFrom) })}</p>
      ) : (
        <p class="quiet">{formatText(catalog, 'trackedFromStart', { date: dayText(catalog, plan.trackedFrom) })}</p>
      )}
      <dl class="facts">
        <PlanFacts catalog={catalog} plan={plan} />
        <Decision catalog={catalog} plan={plan} />
        {outline?.resources !== undefined && <Fact label={formatText(catalog, 'planResources')}>{moneyText(catalog, outline.resources)}</Fact>}
        <Fact label={formatText(catalog, 'planReview')}>{formatText(catalog, 'planReviewEvery', { months: plan.reviewMonths })}</Fact>
      </dl>
      {outline !== null && <PlanHistory catalog={catalog} outline={outline} />}
      <Section name="standing" title={formatText(catalog, 'planStanding')}>
        <TallyBar catalog={catalog} tally={tally} counts="obligationsCount" hrefOf={(name) => `${address}?stage=${name}#list`} />
      </Section>
      {pageContext.rehearsal === null && (
        <Section name="papers" title={formatText(catalog, 'papersTitle')}>
          <Papers catalog={catalog} base={base} row={cycle} />
        </Section>
      )}
      <Section name="list" title={formatText(catalog, 'planRows')}>
        <StatusFilter catalog={catalog} address={address} tally={tally} chosen={chosen} />
        <p class="quiet">
          {[
            formatText(catalog, 'rowsCount', { count: rows.length }),
            formatText(catalog, 'planShown', { shown: rows.reduce((sum, { owed }) => sum + owed.length, 0), count: obligations.length }),
          ].join('; ')}
        </p>
      </Section>
      {components.map(({ id, title: heading, resources }) => {
        const own = rows.filter(({ row }) => row.component === id)
        return own.length === 0 && chosen !== null ? null : (
          <Section name={`component-${id}`} title={`${id}. ${ownWords(catalog, plan.organization, heading)}`}>
            {resources !== undefined && (
              <p class="quiet">
                {formatText(catalog, 'planResources')}: {moneyText(catalog, resources)}
              </p>
            )}
            {list(own)}
          </Section>
        )
      })}
      {components.length === 0
        ? list(others)
        : others.length > 0 && (
            <Section name="other-rows" title={formatText(catalog, 'planOtherRows')}>
              {list(others)}
            </Section>
          )}
    </Page>
  )
}

const Decision = ({ catalog, plan }: { catalog: PageCatalog; plan: PlanSummary }) => {
  const { decision } = plan
  return (
    <Fact label={formatText(catalog, 'planDecision')}>
      {decision.session !== null && (
        <>
          <MessageText phrase={sessionInFull(catalog, decision.session)} />
          {separator(catalog)}
        </>
      )}
      <bdi lang="en">{placesIn(decision.source, plan)}</bdi>
      {decision.decisionStatus === 'draft' && <span class="flag">{formatText(catalog, 'planDraft')}</span>}
      <DateStatusFlag catalog={catalog} status={decision.status} />
      <blockquote class="printed" dir="auto">
        <p>{decision.printed}</p>
      </blockquote>
    </Fact>
  )
}

/** As our figure, and in the words of the document. */
const moneyText = (catalog: PageCatalog, { amount, unit, printed }: { readonly amount: number; readonly unit: string; readonly printed: string }) => (
  <>
    <bdi>{`${number(catalog, String(amount))} ${unit}`}</bdi> <q dir="auto">{printed}</q>
  </>
)
