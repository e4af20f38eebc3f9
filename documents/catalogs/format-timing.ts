import { spanOf, type Timing } from '../../domain/calendar/timing.ts'
import type { SessionName } from '../letters/obligation-facts.ts'
import { bodyIn, type Catalog } from './catalog.ts'
import { date, session as numbered } from './legal-terms.ts'
import { formatMessage, type Message, placeable } from './message.ts'

/** A printed timing as it was read: its days, its session, or the rows that it refers to. */
export function timingRead(parsed: Timing, session: SessionName | undefined, catalog: Catalog): Message {
  const span = spanOf(parsed)
  if (span !== null)
    return span.first === span.last
      ? date(catalog, span.last)
      : formatMessage(catalog, 'timingSpan', { first: date(catalog, span.first), last: date(catalog, span.last) })
  if (parsed.shape === 'session') return formatMessage(catalog, 'timingOfSession', { session: sessionOfBody(session, catalog) })
  if (parsed.shape === 'other-rows') return formatMessage(catalog, 'timingOfRows', { rows: placeable(parsed.rows.join(', ')) })
  return formatMessage(catalog, 'timingOpen')
}

/** A session by its number and the body that met; a body that its organization gives no words for, by its code. */
export function sessionOfBody(name: SessionName | undefined, catalog: Catalog): Message {
  if (name === undefined || name.number === null) return formatMessage(catalog, 'sessionNotOnRecord', { id: placeable(name?.id ?? '') })
  const words = bodyIn(catalog, name)?.of
  return formatMessage(catalog, 'sessionOfBody', { session: numbered(catalog, name.number), body: words ?? placeable(`(${name.body})`) })
}
