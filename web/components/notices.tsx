import type { Visit } from '../pages/visit.ts'
import { tell } from '../words.ts'

/** What a reader must know before anything else on the page. */
export const Notices = ({ visit: { wording, rehearsal, caughtUp }, synthetic = rehearsal !== null }: { visit: Visit; synthetic?: boolean }) => (
  <>
    {synthetic && (
      <aside class="notice synthetic" aria-label={tell(wording, 'syntheticMark')}>
        <p class="wide">
          {tell(wording, 'syntheticBanner')}
          {rehearsal?.playing === true && ` ${tell(wording, 'syntheticPlaying')}`}
        </p>
      </aside>
    )}
    {!caughtUp && (
      <div class="notice" role="status">
        <p class="wide">{tell(wording, 'catchingUp')}</p>
      </div>
    )}
  </>
)
