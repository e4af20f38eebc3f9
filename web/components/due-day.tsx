import { date } from '../../activities/letters/legal-words.ts'
import { type Phrase, say } from '../../activities/letters/phrase.ts'
import type { EnteredObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { type PageWording, tell } from '../words.ts'
import { DateStatusFlag } from './date-status.tsx'
import { Day, Said } from './said.tsx'
import { sessionInFull } from './session-name.tsx'

type DueDay = EnteredObligation['deadlines'][number]
type DueDayProps = { readonly wording: PageWording; readonly state: EnteredObligation; readonly day: DueDay }

/** One day of an obligation of a declared kind, and how it was found. */
export const DueDayArticle = ({ wording, state, day }: DueDayProps) => {
  const rule = state.due.find(({ stage }) => stage === day.stage)
  const { source = [], productDefault = false } = rule ?? {}
  const mayMove = day.provisional && state.status === 'open'
  return (
    <article class="deadline">
      <h3>
        {day.name[wording.language]}: <Day wording={wording} day={day.dueOn} />
        {mayMove && <span class="flag">{tell(wording, 'provisional')}</span>}
      </h3>
      <p>
        <Said phrase={reckoned(wording, state, day)} />
        <DateStatusFlag wording={wording} status={day.basis.status} />
      </p>
      {mayMove && <p class="caution">{tell(wording, 'dayMayMove')}</p>}
      {productDefault && (
        <p class="quiet">
          <Said phrase={say(wording, 'dayDefault')} />
        </p>
      )}
      {source.length > 0 && (
        <p class="quiet">
          {tell(wording, 'source')}: <bdi lang="en">{source.map(citation).join('; ')}</bdi>
        </p>
      )}
    </article>
  )
}

/** For a reader to do again by hand. */
function reckoned(wording: PageWording, { session }: EnteredObligation, { basis: { from, day, daysBefore } }: DueDay): Phrase {
  const counted = { days: daysBefore, day: date(wording, day) }
  if (from === 'timing' || session === null) return say(wording, 'reckonedTiming', counted)
  return say(wording, 'reckonedSession', { ...counted, event: from === 'session-opening' ? 'opening' : 'closing', session: sessionInFull(wording, session) })
}
