import type { PostOffice } from '../../activities/ports.ts'
import { readCaptured } from './captured-mail.ts'
import { smtpPostOffice } from './smtp-post-office.ts'
import { readSmtpUrl } from './smtp-relay.ts'

/**
 * The post office in front of the built-in sink: the same SMTP, and a relay that can be asked.
 *
 * The sink keeps a message within moments of its final dot, so asking makes sense once the conversation that carried it is over.
 *
 * @param url as the running sink gives it
 */
export const sinkPostOffice = (url: string, dataDirectory: string): PostOffice =>
  smtpPostOffice(readSmtpUrl(url), undefined, async (messageId) => ((await readCaptured(dataDirectory, messageId)).length > 0 ? 'has' : 'has-not'))
