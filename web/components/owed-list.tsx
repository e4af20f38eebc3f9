import type { KnownObligation } from '../../domain/obligation/state.ts'
import { obligationAddress } from '../pages/addresses.ts'
import type { PlanShown } from '../pages/cycle-views.ts'
import { type PageWording, tell } from '../words.ts'
import { NextDateText } from './next-date.tsx'
import { separator } from './said.tsx'
import { StandingMark } from './standing-mark.tsx'

type Owed = PlanShown['rows'][number]['owed']
type OwedListProps = { readonly wording: PageWording; readonly base: string; readonly owed: Owed }

/** What is followed of a row: what one debtor owes by its title, what many owe under the title, debtor by debtor. */
export const OwedList = ({ wording, base, owed }: OwedListProps) => (
  <>
    <h4>{tell(wording, 'rowFollowed')}</h4>
    {[...groups(wording, owed)].map(([title, own]) =>
      own.length === 1 ? (
        <Lines
          wording={wording}
          base={base}
          owed={own}
          nameOf={() => title}
          detailOf={({ state, debtorName }) => [kindIn(wording, state), debtorName[wording.language]].join(separator(wording))}
        />
      ) : (
        <details>
          <summary>
            {title}{' '}
            <span class="quiet">{[kindIn(wording, own[0]?.state), tell(wording, 'obligationsCount', { count: own.length })].join(separator(wording))}</span>
          </summary>
          <Lines wording={wording} base={base} owed={inOrder(wording, own)} nameOf={({ debtorName }) => debtorName[wording.language]} />
        </details>
      ),
    )}
  </>
)

type LinesProps = OwedListProps & { readonly nameOf: (one: Owed[number]) => string; readonly detailOf?: (one: Owed[number]) => string }

const Lines = ({ wording, base, owed, nameOf, detailOf }: LinesProps) => (
  <ol class="states owed">
    {owed.map((one) => (
      <li>
        <span>
          <a href={obligationAddress(base, one.id)}>{nameOf(one)}</a>
          {detailOf !== undefined && <span class="quiet"> {detailOf(one)}</span>}
        </span>
        <StandingMark wording={wording} name={one.standing} />
        <span class="when">
          <NextDateText wording={wording} next={one.next} />
        </span>
      </li>
    ))}
  </ol>
)

function groups(wording: PageWording, owed: Owed): ReadonlyMap<string, Owed> {
  const found = new Map<string, Owed>()
  for (const one of owed) {
    const title = titleIn(wording, one.state, one.id)
    found.set(title, [...(found.get(title) ?? []), one])
  }
  return found
}

function titleIn({ language }: PageWording, state: KnownObligation, id: string): string {
  if (state.family === 'instrument') return id
  return state.occurrence === null ? state.title[language] : `${state.title[language]} (${state.occurrence})`
}

const kindIn = ({ language }: PageWording, state: KnownObligation | undefined): string => (state?.family === 'entered' ? state.kindName[language] : '')

const inOrder = ({ language }: PageWording, owed: Owed): Owed => {
  const { compare } = new Intl.Collator(language)
  return owed.toSorted((a, b) => compare(a.debtorName[language], b.debtorName[language]))
}
