import type { KnownObligation } from '../../domain/obligation/state.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { obligationAddress } from '../pages/addresses.ts'
import type { PlanShown } from '../pages/cycle-views.ts'
import { separator } from './message.tsx'
import { NextDateText } from './next-date.tsx'
import { ownWords } from './own-words.tsx'
import { StatusMark } from './status-mark.tsx'

type Owed = PlanShown['rows'][number]['owed']
type OwedListProps = { readonly catalog: PageCatalog; readonly base: string; readonly owed: Owed }

/** What is followed of a row: what one party owes by its title, what many owe under the title, party by party. */
export const OwedList = ({ catalog, base, owed }: OwedListProps) => (
  <>
    <h4>{formatText(catalog, 'rowFollowed')}</h4>
    {[...groups(catalog, owed)].map(([title, own]) =>
      own.length === 1 ? (
        <Lines
          catalog={catalog}
          base={base}
          owed={own}
          nameOf={() => title}
          detailOf={({ state, partyName }) => [kindIn(catalog, state), ownWords(catalog, state.organization, partyName)].join(separator(catalog))}
        />
      ) : (
        <details>
          <summary>
            {title}{' '}
            <span class="quiet">
              {[kindIn(catalog, own[0]?.state), formatText(catalog, 'obligationsCount', { count: own.length })].join(separator(catalog))}
            </span>
          </summary>
          <Lines
            catalog={catalog}
            base={base}
            owed={inOrder(catalog, own)}
            nameOf={({ state, partyName }) => ownWords(catalog, state.organization, partyName)}
          />
        </details>
      ),
    )}
  </>
)

type LinesProps = OwedListProps & { readonly nameOf: (one: Owed[number]) => string; readonly detailOf?: (one: Owed[number]) => string }

const Lines = ({ catalog, base, owed, nameOf, detailOf }: LinesProps) => (
  <ol class="states owed">
    {owed.map((one) => (
      <li>
        <span>
          <a href={obligationAddress(base, one.id)}>{nameOf(one)}</a>
          {detailOf !== undefined && <span class="quiet"> {detailOf(one)}</span>}
        </span>
        <StatusMark catalog={catalog} name={one.status} />
        <span class="when">
          <NextDateText catalog={catalog} next={one.next} />
        </span>
      </li>
    ))}
  </ol>
)

function groups(catalog: PageCatalog, owed: Owed): ReadonlyMap<string, Owed> {
  const found = new Map<string, Owed>()
  for (const one of owed) {
    const title = titleIn(catalog, one.state)
    found.set(title, [...(found.get(title) ?? []), one])
  }
  return found
}

function titleIn(catalog: PageCatalog, state: KnownObligation): string {
  const title = ownWords(catalog, state.organization, state.title)
  return state.occurrence === null ? title : `${title} (${state.occurrence})`
}

const kindIn = (catalog: PageCatalog, state: KnownObligation | undefined): string =>
  state === undefined ? '' : ownWords(catalog, state.organization, state.kindSnapshot.name)

const inOrder = (catalog: PageCatalog, owed: Owed): Owed => {
  const { compare } = new Intl.Collator(catalog.language)
  const name = ({ state, partyName }: Owed[number]) => ownWords(catalog, state.organization, partyName)
  return owed.toSorted((a, b) => compare(name(a), name(b)))
}
