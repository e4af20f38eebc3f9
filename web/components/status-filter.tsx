import { formatText, type PageCatalog } from '../page-catalog.ts'
import type { StatusName } from '../pages/status-of-instrument.ts'
import { statusText } from './status-mark.tsx'
import type { Tally } from './tally-bar.tsx'

type StatusFilterProps = { readonly catalog: PageCatalog; readonly address: string; readonly tally: Tally; readonly chosen: StatusName | null }

/** Chooses one stage of those in which anything stands. */
export const StatusFilter = ({ catalog, address, tally, chosen }: StatusFilterProps) => (
  <form method="get" action={`${address}#list`} class="filter">
    <label for="stage">{formatText(catalog, 'status')}</label>
    <select id="stage" name="stage">
      <option value="">{formatText(catalog, 'all')}</option>
      {tally.map(({ name }) => (
        <option value={name} selected={name === chosen}>
          {statusText(catalog, name)}
        </option>
      ))}
    </select>
    <button type="submit">{formatText(catalog, 'filter')}</button>
  </form>
)
