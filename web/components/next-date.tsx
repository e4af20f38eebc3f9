import { word } from '../../documents/catalogs/catalog.ts'
import { toPlainText } from '../../documents/catalogs/message.ts'
import { limitTerm } from '../../documents/letters/computed.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import type { NextDate } from '../pages/status-of-instrument.ts'
import { Day } from './message.tsx'
import { ownWords } from './own-words.tsx'

/** A date ahead, what it is, and whether it may still move. */
export const NextDateText = ({ catalog, next }: { catalog: PageCatalog; next: NextDate | undefined }) =>
  next === undefined ? (
    <span class="quiet">{formatText(catalog, 'noNextDate')}</span>
  ) : (
    <>
      <Day catalog={catalog} day={next.on} /> <span class="quiet">{what(catalog, next)}</span>
      {next.provisional && (
        <>
          {' '}
          <span class="flag">{formatText(catalog, 'provisional')}</span>
        </>
      )}
    </>
  )

function what(catalog: PageCatalog, next: NextDate): string {
  switch (next.kind) {
    case 'deadline':
      return next.limit.name === null
        ? formatText(catalog, 'dateDeadline', { limit: toPlainText(limitTerm(next.limit, catalog)) })
        : ownWords(catalog, next.organization, next.limit.name)
    case 'step':
      return formatText(catalog, 'dateStep', { letter: word(catalog, 'letterKinds', next.step) })
    case 'return':
      return formatText(catalog, 'dateReturn')
  }
}
