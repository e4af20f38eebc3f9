import type { StandingName } from '../pages/stage.ts'
import { type PageWording, tell } from '../words.ts'
import { standingText } from './standing-mark.tsx'
import type { Tally } from './tally-bar.tsx'

type StageFilterProps = { readonly wording: PageWording; readonly address: string; readonly tally: Tally; readonly chosen: StandingName | null }

/** Chooses one stage of those in which anything stands. */
export const StageFilter = ({ wording, address, tally, chosen }: StageFilterProps) => (
  <form method="get" action={`${address}#list`} class="filter">
    <label for="stage">{tell(wording, 'stage')}</label>
    <select id="stage" name="stage">
      <option value="">{tell(wording, 'all')}</option>
      {tally.map(({ name }) => (
        <option value={name} selected={name === chosen}>
          {standingText(wording, name)}
        </option>
      ))}
    </select>
    <button type="submit">{tell(wording, 'filter')}</button>
  </form>
)
