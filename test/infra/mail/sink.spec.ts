import { appendFile, mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { captureName, listCaptured, parseMessage, readCaptured } from '../../../infra/mail/captured-mail.ts'
import { buildMessage } from '../../../infra/mail/mime.ts'
import { type Sink, startSink } from '../../../infra/mail/sink.ts'
import { sinkPostOffice } from '../../../infra/mail/sink-post-office.ts'

let dataDirectory: string
let sink: Sink
beforeEach(async () => {
  dataDirectory = await mkdtemp(join(tmpdir(), 'sink-'))
  sink = await startSink({ dataDirectory })
})
afterEach(async () => {
  await sink.close()
  await rm(dataDirectory, { recursive: true })
})

const from = { name: 'Follow-Up', address: 'secretariat@follow-up.invalid' }
const to = 'ministry.fra@follow-up.invalid'
const message = (id: string) =>
  buildMessage({
    id,
    from,
    to,
    date: '2012-08-01T00:00:00.000Z',
    language: 'fr',
    subject: `Lettre ${id}`,
    text: '.point\n\n.\nfin',
    html: '<p>é</p>',
    calendar: [],
  })

const send = async (bytes: Uint8Array, answer: 'send' | 'withhold' = 'send') =>
  sinkPostOffice(sink.url, dataDirectory).deliver({ from: from.address, to: [to], bytes }, async () => answer, new AbortController().signal)

/** Says all of a conversation that our own post office would not: this after DATA, and then goodbye. Gives the last answer. */
const converse = (afterData: string) =>
  new Promise<string>((resolve, reject) => {
    const lines = ['EHLO x', 'MAIL FROM:<a@b.invalid>', 'RCPT TO:<c@d.invalid>', 'DATA']
    let last = ''
    const socket = connect(sink.port, '127.0.0.1')
    socket.on('error', reject).on('close', () => resolve(last))
    socket.on('data', (answer) => {
      last = answer.toString()
      if (!/^\d{3} /m.test(last)) return
      const line = lines.shift()
      if (line !== undefined) socket.write(`${line}\r\n`)
      else if (socket.writable) socket.end(afterData)
    })
  })

describe('the sink', () => {
  it('keeps every byte of a message under its Message-ID', async () => {
    const { messageId, bytes } = await message('a')
    expect(await send(bytes)).toStrictEqual({ kind: 'accepted', code: 250 })
    const [kept, ...others] = await readCaptured(dataDirectory, messageId)
    expect(others).toStrictEqual([])
    expect(Buffer.compare(kept ?? new Uint8Array(), bytes)).toBe(0)
    expect(await listCaptured(dataDirectory)).toStrictEqual([
      { messageId, file: `${captureName(messageId)}.eml`, from: from.address, to: [to], subject: 'Lettre a', bytes: bytes.length },
    ])
    expect((await parseMessage(bytes)).text).toContain('.point')
  })

  it('keeps a message that comes twice as two, so that it shows', async () => {
    const { messageId, bytes } = await message('a')
    await send(bytes)
    await send(bytes)
    await send((await message('b')).bytes)
    expect((await listCaptured(dataDirectory)).map((each) => each.messageId === messageId)).toStrictEqual([true, true, false])
    expect(await readCaptured(dataDirectory, messageId)).toHaveLength(2)
  })

  it('keeps all of many that come at once', async () => {
    const letters = await Promise.all(Array.from({ length: 40 }, (_, index) => message(String(index))))
    await Promise.all(letters.map(({ bytes }) => send(bytes)))
    const captured = await listCaptured(dataDirectory)
    expect(new Set(captured.map(({ messageId }) => messageId))).toStrictEqual(new Set(letters.map(({ messageId }) => messageId)))
  })

  it('answers whether it has a message', async () => {
    const { messageId, bytes } = await message('a')
    const office = sinkPostOffice(sink.url, dataDirectory)
    expect(await office.askAbout(messageId)).toBe('has-not')
    await send(bytes)
    expect(await office.askAbout(messageId)).toBe('has')
  })

  it('keeps nothing of a letter that was withheld', async () => {
    expect(await send((await message('a')).bytes, 'withhold')).toStrictEqual({ kind: 'withheld' })
    expect(await listCaptured(dataDirectory)).toStrictEqual([])
  })

  it('keeps nothing of a message that breaks off before its final dot', async () => {
    await converse('Message-ID: <half@b.invalid>\r\n\r\nhalf a mess')
    await send((await message('after')).bytes)
    expect((await listCaptured(dataDirectory)).map(({ subject }) => subject)).toStrictEqual(['Lettre after'])
  })

  it('refuses a message that is too large, and keeps nothing of it', async () => {
    const line = `${'x'.repeat(70)}\r\n`
    expect(await converse(`Subject: large\r\n\r\n${line.repeat(480_000)}.\r\n`)).toMatch(/^552 /)
    expect(await listCaptured(dataDirectory)).toStrictEqual([])
  })

  it('keeps a message without a Message-ID', async () => {
    await send(Buffer.from('Subject: none\r\n\r\nx\r\n'))
    expect(await listCaptured(dataDirectory)).toMatchObject([{ messageId: '', subject: 'none' }])
  })
})

describe('a sink that starts again', () => {
  const again = async () => {
    await sink.close()
    sink = await startSink({ dataDirectory })
  }

  it('still has what it kept, and numbers a second copy after the first', async () => {
    const { messageId, bytes } = await message('a')
    await send(bytes)
    await again()
    await send(bytes)
    expect((await listCaptured(dataDirectory)).map(({ file }) => file)).toStrictEqual([`${captureName(messageId)}.eml`, `${captureName(messageId)}.2.eml`])
  })

  it('drops half a line from its index and lists a message that had no line yet', async () => {
    await send((await message('a')).bytes)
    const { messageId, bytes } = await message('b')
    await writeFile(join(dataDirectory, 'mail', `${captureName(messageId)}.eml`), bytes)
    await appendFile(join(dataDirectory, 'mail', 'index.ndjson'), '{"messageId":"<ha')
    expect(await listCaptured(dataDirectory)).toHaveLength(1)
    await again()
    expect((await listCaptured(dataDirectory)).map(({ subject }) => subject)).toStrictEqual(['Lettre a', 'Lettre b'])
    expect((await readdir(join(dataDirectory, 'mail'))).filter((file) => file.endsWith('.part'))).toStrictEqual([])
  })
})

it('nothing was captured where there never was a sink', async () => {
  expect(await listCaptured(join(dataDirectory, 'nowhere'))).toStrictEqual([])
  expect(await readCaptured(join(dataDirectory, 'nowhere'), '<x@y>')).toStrictEqual([])
})
