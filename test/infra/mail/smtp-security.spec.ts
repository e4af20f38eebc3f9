import { once } from 'node:events'
import type { AddressInfo } from 'node:net'
import { SMTPServer } from 'smtp-server'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpPostOffice } from '../../../infra/mail/smtp-post-office.ts'
import type { SmtpRelay } from '../../../infra/mail/smtp-relay.ts'

const open: SMTPServer[] = []
afterEach(async () => {
  for (const server of open.splice(0)) await new Promise<void>((resolve) => server.close(() => resolve()))
})

/** Offers one letter to a real relay; gives the outcome, and what the relay took. */
async function offer(options: ConstructorParameters<typeof SMTPServer>[0], relay: Partial<SmtpRelay>) {
  const taken: string[] = []
  const server = new SMTPServer({
    authOptional: false,
    disableReverseLookup: true,
    closeTimeout: 100,
    onAuth: ({ username, password }, _session, done) => (password === 'right' ? done(null, { user: username }) : done(new Error(`No, ${password}`))),
    onData: (stream, { user }, done) => {
      stream.on('end', () => {
        taken.push(String(user))
        done()
      })
      stream.resume()
    },
    ...options,
  })
  open.push(server)
  server.on('error', () => undefined)
  server.listen(0, '127.0.0.1')
  await once(server.server, 'listening')
  const { port } = server.server.address() as AddressInfo
  const office = smtpPostOffice({ host: '127.0.0.1', port, secure: false, requireTls: false, credentials: null, ...relay })
  const message = { from: 'a@follow-up.invalid', to: ['b@follow-up.invalid'], bytes: Buffer.from('Subject: x\r\n\r\nx\r\n') }
  return { outcome: await office.deliver(message, async () => 'send', new AbortController().signal), taken }
}

describe('a relay that asks for a password', () => {
  const plain = { disabledCommands: ['STARTTLS'] }

  it('takes the letter with the right one', async () => {
    expect(await offer(plain, { credentials: { user: 'relay', pass: 'right' } })).toStrictEqual({
      outcome: { kind: 'accepted', code: 250 },
      taken: ['relay'],
    })
  })

  it('is sent nothing with a wrong one, and its words are not repeated', async () => {
    expect(await offer(plain, { credentials: { user: 'relay', pass: 'wrong' } })).toStrictEqual({
      outcome: { kind: 'not-sent', reason: 'EAUTH 535' },
      taken: [],
    })
  })
})

describe('a relay that must be spoken to in TLS', () => {
  it('is sent nothing when it offers none', async () => {
    const { outcome, taken } = await offer({ authOptional: true, disabledCommands: ['STARTTLS'] }, { requireTls: true })
    expect(outcome).toMatchObject({ kind: 'not-sent' })
    expect(taken).toStrictEqual([])
  })

  it('is sent nothing when its certificate proves nothing', async () => {
    const { outcome, taken } = await offer({ authOptional: true }, { requireTls: true })
    expect(outcome).toStrictEqual({ kind: 'not-sent', reason: expect.stringContaining('CERT') })
    expect(taken).toStrictEqual([])
  })
})
