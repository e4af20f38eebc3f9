import { session } from '../../activities/letters/legal-words.ts'
import type { Phrase } from '../../activities/letters/phrase.ts'
import { sessionOfBody } from '../../activities/letters/timing-words.ts'
import { sessionNumber } from '../pages/session-number.ts'
import type { PageWording } from '../words.ts'
import { Said } from './said.tsx'

/** A session by its number, where the page says which body's it is. */
export const SessionName = ({ wording, session: id }: { wording: PageWording; session: string }) => <Said phrase={session(wording, sessionNumber(id))} />

/** A session with its number and the body that met, by its id `<organization>:<body>-<number>`. */
export function sessionInFull(wording: PageWording, id: string): Phrase {
  const [organization = '', name = ''] = id.split(':')
  return sessionOfBody({ id, organization, body: /^[a-z]+/.exec(name)?.[0] ?? '', number: sessionNumber(id) }, wording)
}
