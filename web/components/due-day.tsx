import { date } from '../../documents/catalogs/legal-terms.ts'
import { formatMessage, type Message } from '../../documents/catalogs/message.ts'
import { textIn } from '../../domain/languages.ts'
import type { EnteredObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Day, MessageText } from './message.tsx'
import { sessionInFull } from './session-name.tsx'

type DueDay = EnteredObligation['limits'][number]
type DueDayProps = { readonly catalog: PageCatalog; readonly state: EnteredObligation; readonly day: DueDay }

/** One day of an obligation of a declared kind, and how it was found. */
export const DueDayArticle = ({ catalog, state, day }: DueDayProps) => {
  const rule = state.due.find(({ limit }) => limit === day.limit)
  const { source = [], productDefault = false } = rule ?? {}
  const mayMove = day.provisional && state.status === 'open'
  return (
    <article class="deadline">
      <h3>
        {textIn(day.name, catalog.language)}: <Day catalog={catalog} day={day.dueOn} />
        {mayMove && <span class="flag">{formatText(catalog, 'provisional')}</span>}
      </h3>
      <p>
        <MessageText phrase={computed(catalog, state, day)} />
        <DateStatusFlag catalog={catalog} status={day.basis.status} />
      </p>
      {mayMove && <p class="caution">{formatText(catalog, 'dayMayMove')}</p>}
      {productDefault && (
        <p class="quiet">
          <MessageText phrase={formatMessage(catalog, 'dayDefault')} />
        </p>
      )}
      {source.length > 0 && (
        <p class="quiet">
          {formatText(catalog, 'source')}: <bdi lang="en">{source.map(citation).join('; ')}</bdi>
        </p>
      )}
    </article>
  )
}

/** For a reader to do again by hand. */
function computed(catalog: PageCatalog, { session }: EnteredObligation, { basis: { from, day, daysBefore } }: DueDay): Message {
  const counted = { days: daysBefore, day: date(catalog, day) }
  if (from === 'timing' || session === null) return formatMessage(catalog, 'computedTiming', counted)
  return formatMessage(catalog, 'computedSession', {
    ...counted,
    event: from === 'session-opening' ? 'opening' : 'closing',
    session: sessionInFull(catalog, session),
  })
}
