import { formatText } from '../page-catalog.ts'
import type { PageContext } from '../pages/page-context.ts'

/** What a reader must know before anything else on the page. */
export const Notices = ({
  pageContext: { catalog, rehearsal, caughtUp },
  synthetic = rehearsal !== null,
}: {
  pageContext: PageContext
  synthetic?: boolean
}) => (
  <>
    {synthetic && (
      <aside class="notice synthetic" aria-label={formatText(catalog, 'syntheticMark')}>
        <p class="wide">
          {formatText(catalog, 'syntheticBanner')}
          {rehearsal?.playing === true && ` ${formatText(catalog, 'syntheticPlaying')}`}
        </p>
      </aside>
    )}
    {!caughtUp && (
      <div class="notice" role="status">
        <p class="wide">{formatText(catalog, 'catchingUp')}</p>
      </div>
    )}
  </>
)
