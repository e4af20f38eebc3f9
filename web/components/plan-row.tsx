import type { RowRecorded } from '../../domain/plan/events.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { rowAnchor } from '../pages/addresses.ts'
import type { PlanShown } from '../pages/cycle-views.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Fact } from './fact.tsx'
import { separator } from './message.tsx'
import { OwedList } from './obligation-list.tsx'
import { OwnWords, ownWords } from './own-words.tsx'
import { placesIn } from './places.ts'
import { Printed } from './printed.tsx'
import { PrintedTiming } from './printed-timing.tsx'

type PlanRowProps = { readonly catalog: PageCatalog; readonly base: string; readonly plan: PlanSummary; readonly shown: PlanShown['rows'][number] }

/** A row as printed beside our own words, its timing, its links, and what is followed of it. */
export const PlanRow = ({ catalog, base, plan, shown: { row, owed } }: PlanRowProps) => {
  const own = ownWords(catalog, plan.organization, row.wording)
  return (
    <article class="row" id={rowAnchor(row.id)}>
      <h3>
        {formatText(catalog, 'row')} <bdi>{row.id}</bdi>
        {row.idIsOurs && <span class="flag">{formatText(catalog, 'rowOurReference')}</span>}
        <DateStatusFlag catalog={catalog} status={row.status} />
      </h3>
      <div class="words">
        {own !== row.printed.text && (
          <p>
            <OwnWords catalog={catalog} organization={plan.organization} texts={row.wording} />
          </p>
        )}
        <Printed printed={row.printed} />
      </div>
      <dl class="facts">
        <Fact label={formatText(catalog, 'rowTiming')}>
          <PrintedTiming catalog={catalog} organization={plan.organization} language={row.printed.language} timing={row.timing} />
        </Fact>
        {Object.entries(row.links).map(([name, link]) => (
          <Fact label={linkText(catalog, name)}>
            <Link catalog={catalog} link={link} language={row.printed.language} />
          </Fact>
        ))}
        {row.followedUnder.length > 0 && (
          <Fact label={formatText(catalog, 'rowUnder')}>
            {row.followedUnder.map((each, index) => (
              <>
                {index > 0 && separator(catalog)}
                <a href={`#${rowAnchor(each)}`}>
                  <bdi>{each}</bdi>
                </a>
              </>
            ))}
          </Fact>
        )}
        {row.nothingToFollow !== undefined && (
          <Fact label={formatText(catalog, 'rowNothing')}>
            <span lang="en" dir="auto">
              {row.nothingToFollow}
            </span>
          </Fact>
        )}
        {row.note !== undefined && (
          <Fact label={formatText(catalog, 'rowNote')}>
            <span lang="en" dir="auto">
              {row.note}
            </span>
          </Fact>
        )}
        <Fact label={formatText(catalog, 'source')}>
          <bdi lang="en">{placesIn(row.source, plan)}</bdi>
        </Fact>
      </dl>
      {owed.length > 0 && <OwedList catalog={catalog} base={base} owed={owed} />}
    </article>
  )
}

const linkMessages: Readonly<Record<string, PageMessage>> = {
  serves: 'linkServes',
  framework: 'linkFramework',
  points: 'linkPoints',
  programme: 'linkProgramme',
  programmes: 'linkProgramme',
  sdg: 'linkSdg',
  instrument: 'linkInstrument',
  rows: 'linkRows',
  cycle: 'linkCycle',
}

function linkText(catalog: PageCatalog, name: string): string {
  const message = linkMessages[name]
  return message === undefined ? formatText(catalog, 'linkOther', { name }) : formatText(catalog, message)
}

type Links = RowRecorded['links'][string]

const Link = ({ catalog, link: { codes, printed, note }, language }: { catalog: PageCatalog; link: Links; language: string }) => (
  <>
    {codes.length > 0 && <bdi>{codes.join(separator(catalog))}</bdi>}{' '}
    {printed !== undefined && (
      <q lang={language} dir="auto">
        {printed}
      </q>
    )}
    {note !== undefined && (
      <p class="quiet" lang="en" dir="auto">
        {note}
      </p>
    )}
  </>
)
