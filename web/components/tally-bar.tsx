import type { PageCatalog } from '../page-catalog.ts'
import { formatText } from '../page-catalog.ts'
import type { StatusName } from '../pages/status-of-instrument.ts'
import { StatusMark } from './status-mark.tsx'

export type Tally = readonly { readonly name: StatusName; readonly count: number }[]

type TallyBarProps = {
  readonly catalog: PageCatalog
  readonly tally: Tally
  readonly counts: 'statesCount' | 'obligationsCount'
  readonly hrefOf: (name: StatusName) => string
}

/** How many stand where: a bar for the eye, and the same in words and numbers. */
export const TallyBar = ({ catalog, tally, counts, hrefOf }: TallyBarProps) => {
  const total = tally.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  return (
    <>
      <svg class="bar" viewBox={`0 0 ${Math.max(total, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {tally.map(({ name, count }) => {
          const x = catalog.direction === 'rtl' ? total - before - count : before
          before += count
          return <rect class={name} x={x} y="0" width={count} height="1" />
        })}
      </svg>
      <ul class="tally">
        {tally.map(({ name, count }) => (
          <li>
            <a href={hrefOf(name)}>
              <StatusMark catalog={catalog} name={name} />
            </a>
            <span class="count">{formatText(catalog, counts, { count })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
