import type { StandingName } from '../pages/stage.ts'
import type { PageWording } from '../words.ts'
import { tell } from '../words.ts'
import { StandingMark } from './standing-mark.tsx'

export type Tally = readonly { readonly name: StandingName; readonly count: number }[]

type TallyBarProps = {
  readonly wording: PageWording
  readonly tally: Tally
  readonly counts: 'statesCount' | 'obligationsCount'
  readonly hrefOf: (name: StandingName) => string
}

/** How many stand where: a bar for the eye, and the same in words and numbers. */
export const TallyBar = ({ wording, tally, counts, hrefOf }: TallyBarProps) => {
  const total = tally.reduce((sum, { count }) => sum + count, 0)
  let before = 0
  return (
    <>
      <svg class="bar" viewBox={`0 0 ${Math.max(total, 1)} 1`} preserveAspectRatio="none" aria-hidden="true">
        {tally.map(({ name, count }) => {
          const x = wording.direction === 'rtl' ? total - before - count : before
          before += count
          return <rect class={name} x={x} y="0" width={count} height="1" />
        })}
      </svg>
      <ul class="tally">
        {tally.map(({ name, count }) => (
          <li>
            <a href={hrefOf(name)}>
              <StandingMark wording={wording} name={name} />
            </a>
            <span class="count">{tell(wording, counts, { count })}</span>
          </li>
        ))}
      </ul>
    </>
  )
}
