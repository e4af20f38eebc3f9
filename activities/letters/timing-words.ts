import { spanOf, type Timing } from '../../domain/calendar/timing.ts'
import type { SessionName } from './entered-facts.ts'
import { date, session as numbered } from './legal-words.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { bodyIn, type Wording } from './wording.ts'

/** A printed timing as it was read: its days, its session, or the rows that it refers to. */
export function timingRead(parsed: Timing, session: SessionName | undefined, wording: Wording): Phrase {
  const span = spanOf(parsed)
  if (span !== null)
    return span.first === span.last
      ? date(wording, span.last)
      : say(wording, 'timingSpan', { first: date(wording, span.first), last: date(wording, span.last) })
  if (parsed.shape === 'session') return say(wording, 'timingOfSession', { session: sessionOfBody(session, wording) })
  if (parsed.shape === 'other-rows') return say(wording, 'timingOfRows', { rows: inset(parsed.rows.join(', ')) })
  return say(wording, 'timingOpen')
}

/** A session by its number and the body that met; a body that its organization gives no words for, by its code. */
export function sessionOfBody(name: SessionName | undefined, wording: Wording): Phrase {
  if (name === undefined || name.number === null) return say(wording, 'sessionNotOnRecord', { id: inset(name?.id ?? '') })
  const words = bodyIn(wording, name)?.of
  return say(wording, 'sessionOfBody', { session: numbered(wording, name.number), body: words ?? inset(`(${name.body})`) })
}
