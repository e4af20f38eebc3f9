import { session } from '../../activities/letters/legal-words.ts'
import type { Phrase } from '../../activities/letters/phrase.ts'
import { sessionOfBody } from '../../activities/letters/timing-words.ts'
import { sessionOf } from '../pages/session-of.ts'
import type { PageWording } from '../words.ts'
import { Said } from './said.tsx'

/** A session by its number, where the page says which body's it is. */
export const SessionName = ({ wording, session: id }: { wording: PageWording; session: string }) => (
  <Said phrase={session(wording, sessionOf(wording, id).number)} />
)

/** A session by its number and the body that met. */
export const sessionInFull = (wording: PageWording, id: string): Phrase => sessionOfBody(sessionOf(wording, id), wording)
