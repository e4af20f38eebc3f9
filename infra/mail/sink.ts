import { once } from 'node:events'
import { mkdir, readFile } from 'node:fs/promises'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import { captureMessage, mendIndex } from './capture-message.ts'
import { mailFolder } from './captured-mail.ts'

export type Sink = {
  readonly port: number
  /** As `SMTP_URL` would name it. */
  readonly url: string
  /** Lets open conversations end for at most a second. */
  close(): Promise<void>
}

/**
 * The relay inside the house: takes every message, keeps it under `<data directory>/mail/`, passes none on.
 *
 * It answers 250 only once a message is kept. It listens on the loopback address alone.
 *
 * @param port 0 for a free one
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startSink({ dataDirectory, port = 0 }: { readonly dataDirectory: string; readonly port?: number }): Promise<Sink> {
  await mkdir(mailFolder(dataDirectory), { recursive: true })
  await mendIndex(dataDirectory, readFile)
  // One after another: the order of the index is the order in which 250 was answered.
  let kept: Promise<unknown> = Promise.resolve()

  const server = new SMTPServer({
    name: 'sink.follow-up.invalid',
    banner: 'captures every message',
    authOptional: true,
    disabledCommands: ['AUTH', 'STARTTLS'],
    disableReverseLookup: true,
    size: largestMessage,
    rejectOversized: true,
    closeTimeout: 1_000,
    logger: false,
    onData(stream, { envelope }, answer) {
      const from = envelope.mailFrom === false ? '' : envelope.mailFrom.address
      const to = envelope.rcptTo.map(({ address }) => address)
      const keep = buffer(stream).then((bytes) => {
        if (stream.sizeExceeded) return
        const next = kept.then(() => captureMessage(dataDirectory, { from, to }, bytes))
        // The sender hears of a failure; the next message is not held up by it.
        kept = next.then(noted, noted)
        return next
      })
      keep.then(
        () => answer(),
        (cause: unknown) => answer(Object.assign(new Error('The message could not be kept', { cause }), { responseCode: 451 })),
      )
    },
  })
  // A client that breaks off mid-conversation is its own affair: nothing of it was kept, and it was answered nothing.
  server.on('error', noted)

  const listening = once(server.server, 'listening')
  server.listen(port, '127.0.0.1')
  await listening
  const { port: chosen } = server.server.address() as AddressInfo
  return { port: chosen, url: `smtp://127.0.0.1:${chosen}`, close: () => new Promise((resolve) => server.close(() => resolve())) }
}

const noted = (): void => undefined

/** In bytes. */
const largestMessage = 32 * 1024 * 1024
