import { sessionOfBody } from '../../documents/catalogs/format-timing.ts'
import { session } from '../../documents/catalogs/legal-terms.ts'
import type { Message } from '../../documents/catalogs/message.ts'
import type { PageCatalog } from '../page-catalog.ts'
import { sessionOf } from '../pages/session-of.ts'
import { MessageText } from './message.tsx'

/** A session by its number, where the page says which body's it is. */
export const SessionName = ({ catalog, session: id }: { catalog: PageCatalog; session: string }) => (
  <MessageText phrase={session(catalog, sessionOf(catalog, id).number)} />
)

/** A session by its number and the body that met. */
export const sessionInFull = (catalog: PageCatalog, id: string): Message => sessionOfBody(sessionOf(catalog, id), catalog)
