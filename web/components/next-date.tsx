import { word } from '../../activities/letters/wording.ts'
import type { NextDate } from '../pages/stage.ts'
import { type PageWording, tell } from '../words.ts'
import { Day } from './said.tsx'

/** A date ahead, what it is, and whether it may still move. */
export const NextDateText = ({ wording, next }: { wording: PageWording; next: NextDate | undefined }) =>
  next === undefined ? (
    <span class="quiet">{tell(wording, 'noNextDate')}</span>
  ) : (
    <>
      <Day wording={wording} day={next.on} /> <span class="quiet">{what(wording, next)}</span>
      {next.provisional && (
        <>
          {' '}
          <span class="flag">{tell(wording, 'provisional')}</span>
        </>
      )}
    </>
  )

function what(wording: PageWording, next: NextDate): string {
  switch (next.kind) {
    case 'deadline':
      return typeof next.stage === 'string' ? tell(wording, 'dateDeadline', { stage: word(wording, 'stages', next.stage) }) : next.stage[wording.language]
    case 'step':
      return tell(wording, 'dateStep', { letter: word(wording, 'letterKinds', next.step) })
    case 'return':
      return tell(wording, 'dateReturn')
  }
}
