import SMTPConnection from 'nodemailer/lib/smtp-connection'
import type { DeliveryOutcome, PostOffice } from '../../activities/ports.ts'
import { assertAddress } from './control-characters.ts'
import { HeldMessage } from './held-message.ts'
import type { SmtpRelay } from './smtp-relay.ts'

/** In milliseconds. An attempt's lease must outlast `whole`. */
export type SmtpLimits = { readonly connection: number; readonly greeting: number; readonly silence: number; readonly whole: number }

export const usualLimits: SmtpLimits = { connection: 10_000, greeting: 10_000, silence: 30_000, whole: 120_000 }

/** What a relay that can be asked answers about a Message-ID. */
export type AskAbout = PostOffice['askAbout']

/**
 * Offers messages to one relay, a connection each.
 *
 * A message goes to all of its recipients or to none. What `beforeBytes` throws is thrown on, and then nothing was sent. Answers carry
 * codes, never the relay's words.
 *
 * @param askAbout given where the relay is the sink; by default nothing can be said
 * @throws RangeError when an address is malformed
 */
export const smtpPostOffice = (relay: SmtpRelay, limits: SmtpLimits = usualLimits, askAbout: AskAbout = async () => 'cannot-say'): PostOffice => ({
  askAbout,

  async deliver(message, beforeBytes, signal) {
    const { from, to, bytes } = message
    assertAddress('The sender', from)
    if (to.length === 0) throw new RangeError('A message needs a recipient')
    for (const recipient of to) assertAddress('A recipient', recipient)

    const connection = new SMTPConnection(connectionOptions(relay, limits))
    const held = new HeldMessage(bytes, async () => (allAccepted(connection) ? beforeBytes() : 'withhold'))
    try {
      const failed = failure(connection, AbortSignal.any([signal, AbortSignal.timeout(limits.whole)]))
      await Promise.race([failed, answered((done) => connection.connect(done))])
      const { credentials } = relay
      if (credentials !== null) await Promise.race([failed, answered((done) => connection.login({ credentials }, done))])
      const envelope = { from, to: [...to], size: bytes.length }
      const info = await Promise.race([failed, answered<{ response?: string }>((done) => connection.send(envelope, held, done))])
      if (held.progress !== 'ended') throw Object.assign(new Error('The relay answered before the message ended'), { code: 'EPROTOCOL' })
      takeLeave(connection)
      return { kind: 'accepted', code: Number(info?.response?.slice(0, 3)) }
    } catch (error) {
      connection.close()
      held.destroy()
      return outcome(error, held, refusedRecipient(connection))
    }
  },
})

/** What is known of a message whose delivery broke off. Waits for an open question, so that nobody answers it into the void. */
async function outcome(error: unknown, held: HeldMessage, recipient: SmtpFailure | undefined): Promise<DeliveryOutcome> {
  const answer = await held.answer
  const { responseCode, command, ...named } = error as SmtpFailure
  const code = named.originalCode ?? named.code ?? 'EUNNAMED'
  if (answer === 'withhold') return recipient?.responseCode === undefined ? { kind: 'withheld' } : refused(recipient.responseCode)
  if (held.progress === 'held' && !(responseCode !== undefined && envelopeCommands.includes(command ?? ''))) {
    return { kind: 'not-sent', reason: responseCode === undefined ? code : `${code} ${responseCode}` }
  }
  if (responseCode !== undefined && responseCode >= 400) return refused(responseCode)
  return { kind: held.progress === 'ended' ? 'unknown' : 'not-sent', reason: code }
}

const refused = (code: number): DeliveryOutcome => ({ kind: 'refused', code, permanent: code >= 500 })

/** What the SMTP client adds to its errors; `originalCode` is the system's own, `ECONNREFUSED`. */
type SmtpFailure = { readonly originalCode?: string; readonly code?: string; readonly responseCode?: number; readonly command?: string }

const envelopeCommands = ['MAIL FROM', 'RCPT TO', 'DATA']

/** The client goes on when a relay takes some recipients and refuses others; only its own envelope tells, before the bytes. */
function refusedRecipient(connection: SMTPConnection): SmtpFailure | undefined {
  const envelope: unknown = Reflect.get(connection, '_envelope')
  if (typeof envelope !== 'object' || envelope === null || !('rejectedErrors' in envelope) || !Array.isArray(envelope.rejectedErrors)) return undefined
  return envelope.rejectedErrors[0] as SmtpFailure | undefined
}

const allAccepted = (connection: SMTPConnection): boolean => refusedRecipient(connection) === undefined

function connectionOptions({ host, port, secure, requireTls }: SmtpRelay, limits: SmtpLimits) {
  return {
    host,
    port,
    secure,
    requireTLS: requireTls,
    name: 'follow-up.invalid',
    connectionTimeout: limits.connection,
    greetingTimeout: limits.greeting,
    socketTimeout: limits.silence,
    // Closing destroys the socket: a half-closed one could still flush what must not leave.
    socketCloseTimeout: 0,
    tls: { minVersion: 'TLSv1.2' as const },
  }
}

/** Rejects when the connection breaks, or when the attempt is cancelled or takes too long. */
function failure(connection: SMTPConnection, stop: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    connection.on('error', reject)
    const stopped = () => reject(Object.assign(new Error('The attempt was stopped'), { code: isTimeout(stop.reason) ? 'ETIMEDOUT' : 'EABORTED' }))
    if (stop.aborted) stopped()
    stop.addEventListener('abort', stopped, { once: true })
    connection.once('end', () => stop.removeEventListener('abort', stopped))
  })
}

const isTimeout = (reason: unknown): boolean => reason instanceof DOMException && reason.name === 'TimeoutError'

const answered = <Answer = unknown>(ask: (done: (error?: Error | null, answer?: Answer) => void) => void): Promise<Answer | undefined> =>
  new Promise((resolve, reject) => ask((error, answer) => (error ? reject(error) : resolve(answer))))

/** The message is the relay's: QUIT is courtesy, and a relay that does not answer it is left after a second. */
function takeLeave(connection: SMTPConnection): void {
  connection.quit()
  const patience = setTimeout(() => connection.close(), 1_000)
  connection.once('end', () => clearTimeout(patience))
}
