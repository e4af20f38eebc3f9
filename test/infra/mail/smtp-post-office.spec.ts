import { setTimeout } from 'node:timers/promises'
import { afterEach, describe, expect, it } from 'vitest'
import { smtpPostOffice, usualLimits } from '../../../infra/mail/smtp-post-office.ts'
import { readSmtpUrl } from '../../../infra/mail/smtp-relay.ts'
import { type Script, startUnkindRelay, type TimelineEntry, type UnkindRelay } from '../../support/unkind-relay.ts'

const open: UnkindRelay[] = []
afterEach(async () => {
  for (const relay of open.splice(0)) await relay.close()
})

const short = { ...usualLimits, greeting: 300, silence: 300 }
const crlf = 'Subject: x\r\n\r\n.a line that begins with a dot\r\nlast\r\n'

/** One letter offered to a relay that follows the script. */
async function offer(
  script: Script,
  { bytes = Buffer.from(crlf), to = ['ministry.fra@follow-up.invalid'], signal = new AbortController().signal, limits = usualLimits } = {},
) {
  const relay = await startUnkindRelay(script)
  open.push(relay)
  const metadata: number[] = []
  const office = smtpPostOffice(readSmtpUrl(`smtp://127.0.0.1:${relay.port}`), limits)
  const deliver = (answer: () => Promise<'send' | 'withhold'>) =>
    office.deliver(
      { from: 'secretariat@follow-up.invalid', to, bytes },
      () => {
        metadata.push(relay.bytesAfterData())
        expect(relay.heard.at(-1)).toBe('DATA')
        return answer()
      },
      signal,
    )
  return { relay, metadata, deliver }
}

const send = async () => 'send' as const

describe('a relay that takes the letter', () => {
  it('gets every byte of it, after the question was answered', async () => {
    const { relay, metadata, deliver } = await offer({})
    expect(await deliver(send)).toStrictEqual({ kind: 'accepted', code: 250 })
    expect(metadata).toStrictEqual([0])
    expect(relay.whole).toStrictEqual([crlf.replace('\r\n.a', '\r\n..a')])
  })

  it('gets no byte and no dot when the letter is withheld', async () => {
    const { relay, deliver } = await offer({})
    expect(await deliver(async () => 'withhold')).toStrictEqual({ kind: 'withheld' })
    await relay.quiet()
    expect(relay.bytesAfterData()).toBe(0)
    expect(relay.whole).toStrictEqual([])
  })

  it('gets nothing when recording the attempt fails, and the failure is thrown on', async () => {
    const { relay, deliver } = await offer({})
    await expect(deliver(() => Promise.reject(new Error('the record is away')))).rejects.toThrow('the record is away')
    await relay.quiet()
    expect(relay.bytesAfterData()).toBe(0)
  })
})

describe('a relay that is unkind before the bytes', () => {
  const words = 'secret words of the relay'

  it.each([
    { at: 'mail', line: `451 ${words}`, code: 451, permanent: false },
    { at: 'mail', line: `550 ${words}`, code: 550, permanent: true },
    { at: 'recipient', line: `451 4.7.1 ${words}`, code: 451, permanent: false },
    { at: 'recipient', line: `550 ${words}`, code: 550, permanent: true },
    { at: 'data', line: `554 ${words}`, code: 554, permanent: true },
    { at: 'data', line: `421 ${words}`, code: 421, permanent: false },
  ] as const)('refuses at $at with $code', async ({ at, line, code, permanent }) => {
    const { metadata, deliver } = await offer({ at: { [at]: line } })
    const outcome = await deliver(send)
    expect(outcome).toStrictEqual({ kind: 'refused', code, permanent })
    expect(JSON.stringify(outcome)).not.toContain('secret')
    expect(metadata).toStrictEqual([])
  })

  it.each(
    (['greeting', 'hello', 'mail', 'recipient', 'data'] satisfies TimelineEntry[]).flatMap((at) => [
      { at, how: 'drop' as const },
      { at, how: 'stall' as const },
    ]),
  )('has taken nothing when it comes to a $how at $at', async ({ at, how }) => {
    const { metadata, deliver } = await offer({ at: { [at]: how } }, how === 'stall' ? { limits: short } : {})
    expect(await deliver(send)).toMatchObject({ kind: 'not-sent', reason: expect.stringMatching(/^E[A-Z]+$/) })
    expect(metadata).toStrictEqual([])
  })

  it('says by code alone that it would not speak at all', async () => {
    const { deliver } = await offer({ at: { greeting: `554 ${words}` } })
    expect(await deliver(send)).toStrictEqual({ kind: 'not-sent', reason: 'EPROTOCOL 554' })
  })

  it('is not there', async () => {
    const { relay, deliver } = await offer({})
    await relay.close()
    open.splice(0)
    expect(await deliver(send)).toStrictEqual({ kind: 'not-sent', reason: 'ECONNREFUSED' })
  })

  it('refuses one of two recipients: then nobody gets the letter', async () => {
    const { relay, metadata, deliver } = await offer({ refusing: 'second@' }, { to: ['first@follow-up.invalid', 'second@follow-up.invalid'] })
    expect(await deliver(send)).toStrictEqual({ kind: 'refused', code: 550, permanent: true })
    await relay.quiet()
    expect(metadata).toStrictEqual([])
    expect(relay.whole).toStrictEqual([])
  })

  it('hangs up while the attempt is being recorded', async () => {
    const { relay, deliver } = await offer({})
    const outcome = await deliver(async () => {
      await relay.close()
      open.splice(0)
      // Long enough for the news to reach this end of the connection.
      await setTimeout(50)
      return 'send'
    })
    expect(outcome).toStrictEqual({ kind: 'not-sent', reason: 'ECONNECTION' })
  })
})

describe('a relay that is unkind after the bytes began', () => {
  // More than the kernel's buffers hold, so that the end cannot have left when the relay stops reading.
  const large = Buffer.alloc(64 * 1024 * 1024, 'x\r\n')

  it('is known to have taken nothing when it breaks off before the final dot', async () => {
    const { relay, deliver } = await offer({ dropInside: true }, { bytes: large })
    expect(await deliver(send)).toMatchObject({ kind: 'not-sent' })
    expect(relay.bytesAfterData()).toBeGreaterThan(0)
    expect(relay.whole).toStrictEqual([])
  })

  it('refuses in the middle of the message', async () => {
    const { deliver } = await offer({ interrupt: '552 too large' }, { bytes: large })
    expect(await deliver(send)).toStrictEqual({ kind: 'refused', code: 552, permanent: true })
  })

  it.each(['drop', 'stall'] as const)('leaves the outcome unknown when it comes to a %s after the final dot', async (how) => {
    const { relay, deliver } = await offer({ at: { end: how } }, how === 'stall' ? { limits: short } : {})
    expect(await deliver(send)).toMatchObject({ kind: 'unknown', reason: how === 'drop' ? 'ECONNECTION' : 'ETIMEDOUT' })
    expect(relay.whole).toHaveLength(1)
  })

  it.each([
    { line: '451 try again', code: 451, permanent: false },
    { line: '500 refused', code: 500, permanent: true },
    { line: '499 try again', code: 499, permanent: false },
  ])('refuses the whole message with $code', async ({ line, code, permanent }) => {
    const { deliver } = await offer({ at: { end: line } })
    expect(await deliver(send)).toStrictEqual({ kind: 'refused', code, permanent })
  })
})

describe('a delivery that is cancelled', () => {
  it('has sent nothing when it is cancelled before the bytes', async () => {
    const cancel = new AbortController()
    const { relay, deliver } = await offer({}, { signal: cancel.signal })
    const outcome = await deliver(async () => {
      cancel.abort()
      return 'send'
    })
    expect(outcome).toStrictEqual({ kind: 'not-sent', reason: 'EABORTED' })
    await relay.quiet()
    expect(relay.bytesAfterData()).toBe(0)
  })

  it('never begins when it is cancelled already', async () => {
    const { relay, deliver } = await offer({}, { signal: AbortSignal.abort() })
    expect(await deliver(send)).toStrictEqual({ kind: 'not-sent', reason: 'EABORTED' })
    await relay.quiet()
    expect(relay.heard).not.toContain('DATA')
  })

  it('is of unknown outcome when it is cancelled after the final dot', async () => {
    const cancel = new AbortController()
    const { relay, deliver } = await offer({ at: { end: 'stall' } }, { signal: cancel.signal })
    const outcome = deliver(send)
    await expect.poll(() => relay.whole.length).toBe(1)
    cancel.abort()
    expect(await outcome).toStrictEqual({ kind: 'unknown', reason: 'EABORTED' })
  })
})

describe('an address', () => {
  it.each(['a@b.invalid\r\nRCPT TO:<c@d.invalid>', 'a b@c.invalid', '<a@b.invalid>', 'a@b.invalid,c@d.invalid', 'a', ''])(
    'of %j is turned away before anything is said to a relay',
    async (address) => {
      const { relay, deliver } = await offer({}, { to: [address] })
      await expect(deliver(send)).rejects.toThrow(RangeError)
      expect(relay.heard).toStrictEqual([])
    },
  )
})
