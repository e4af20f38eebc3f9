import type { PlanCycle } from '../../domain/cycle/cycle.ts'
import type { RowRecorded } from '../../domain/plan/events.ts'
import { rowAnchor } from '../pages/addresses.ts'
import type { PlanShown } from '../pages/cycle-views.ts'
import { type PageMessage, type PageWording, tell } from '../words.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Fact } from './fact.tsx'
import { OwedList } from './owed-list.tsx'
import { placesIn } from './places.ts'
import { Printed } from './printed.tsx'
import { PrintedTiming } from './printed-timing.tsx'
import { separator } from './said.tsx'

type PlanRowProps = { readonly wording: PageWording; readonly base: string; readonly plan: PlanCycle; readonly shown: PlanShown['rows'][number] }

/** A row as printed beside our own words, its timing, its links, and what is followed of it. */
export const PlanRow = ({ wording, base, plan, shown: { row, owed } }: PlanRowProps) => {
  const own = row.wording[wording.language]
  return (
    <article class="row" id={rowAnchor(row.id)}>
      <h3>
        {tell(wording, 'row')} <bdi>{row.id}</bdi>
        {row.idIsOurs && <span class="flag">{tell(wording, 'rowOurReference')}</span>}
        <DateStatusFlag wording={wording} status={row.status} />
      </h3>
      <div class="words">
        {own !== row.printed.text && <p>{own}</p>}
        <Printed printed={row.printed} />
      </div>
      <dl class="facts">
        <Fact label={tell(wording, 'rowTiming')}>
          <PrintedTiming wording={wording} organization={plan.organization} language={row.printed.language} timing={row.timing} />
        </Fact>
        {Object.entries(row.links).map(([name, link]) => (
          <Fact label={linkText(wording, name)}>
            <Link wording={wording} link={link} language={row.printed.language} />
          </Fact>
        ))}
        {row.followedUnder.length > 0 && (
          <Fact label={tell(wording, 'rowUnder')}>
            {row.followedUnder.map((each, index) => (
              <>
                {index > 0 && separator(wording)}
                <a href={`#${rowAnchor(each)}`}>
                  <bdi>{each}</bdi>
                </a>
              </>
            ))}
          </Fact>
        )}
        {row.nothingToFollow !== undefined && (
          <Fact label={tell(wording, 'rowNothing')}>
            <span lang="en" dir="auto">
              {row.nothingToFollow}
            </span>
          </Fact>
        )}
        {row.note !== undefined && (
          <Fact label={tell(wording, 'rowNote')}>
            <span lang="en" dir="auto">
              {row.note}
            </span>
          </Fact>
        )}
        <Fact label={tell(wording, 'source')}>
          <bdi lang="en">{placesIn(row.source, plan)}</bdi>
        </Fact>
      </dl>
      {owed.length > 0 && <OwedList wording={wording} base={base} owed={owed} />}
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
  r202: 'linkR202',
  rows: 'linkRows',
  cycle: 'linkCycle',
}

function linkText(wording: PageWording, name: string): string {
  const message = linkMessages[name]
  return message === undefined ? tell(wording, 'linkOther', { name }) : tell(wording, message)
}

type Links = RowRecorded['links'][string]

const Link = ({ wording, link: { codes, printed, note }, language }: { wording: PageWording; link: Links; language: string }) => (
  <>
    {codes.length > 0 && <bdi>{codes.join(separator(wording))}</bdi>}{' '}
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
