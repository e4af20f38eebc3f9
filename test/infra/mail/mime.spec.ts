import { fc, test } from '@fast-check/vitest'
import ICAL from 'ical.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import { type Language, languages } from '../../../domain/languages.ts'
import type { Catalogs } from '../../../infra/locales/create-catalogs.ts'
import { parseMessage } from '../../../infra/mail/captured-mail.ts'
import { buildMessage, messageIdOf, type OutgoingLetter } from '../../../infra/mail/mime.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { letterFacts, submissionLetters } from '../../support/letter-facts.ts'

let catalogs: Catalogs
beforeAll(async () => {
  catalogs = await readCatalogs()
})

const outgoing = (kind: (typeof submissionLetters)[number], language: Language): OutgoingLetter => ({
  ...composeLetter(letterFacts(kind), language, catalogs[language]),
  id: `live:FRA-${kind}-1`,
  from: { name: 'Follow-Up', address: 'secretariat@follow-up.invalid' },
  to: 'ministry.fra@follow-up.invalid',
  date: '2012-08-01T06:00:00.000Z',
})
const every = languages.flatMap((language) => submissionLetters.map((kind) => ({ kind, language })))

// The line end before a MIME boundary belongs to the boundary, so the last one of a part is not kept apart from it.
const unixLines = (text = '') => text.replaceAll('\r\n', '\n').trimEnd()

describe('a message', () => {
  it.each(every)('($kind, $language) reads back as it was written', async ({ kind, language }) => {
    const letter = outgoing(kind, language)
    const { messageId, bytes } = await buildMessage(letter)
    const read = await parseMessage(bytes)
    const header = (name: string) => read.headers.find(({ key }) => key === name)?.value
    expect(read).toMatchObject({ messageId, subject: letter.subject, from: letter.from, date: '2012-08-01T06:00:00.000Z' })
    expect(read.to).toMatchObject([{ address: letter.to }])
    expect(unixLines(read.text)).toBe(letter.text.trimEnd())
    expect(unixLines(read.html)).toBe(letter.html.trimEnd())
    expect(header('auto-submitted')).toBe('auto-generated')
    expect(header('content-language')).toBe(language)
  })

  it.each(every)('($kind, $language) holds its calendar as an attachment', async ({ kind, language }) => {
    const letter = outgoing(kind, language)
    const { attachments } = await parseMessage((await buildMessage(letter)).bytes)
    expect(attachments).toMatchObject([{ mimeType: 'text/calendar', filename: 'due-dates.ics', disposition: 'attachment' }])
    const content = attachments[0]?.content
    const calendar = new ICAL.Component(ICAL.parse(new TextDecoder().decode(content as Uint8Array)))
    expect(calendar.getFirstPropertyValue('method')).toBe('PUBLISH')
    const events = calendar.getAllSubcomponents('vevent').map((component) => new ICAL.Event(component))
    expect(
      events.map(({ uid, summary, description, startDate }) => ({ uid, summary, description, date: startDate.toString(), allDay: startDate.isDate })),
    ).toStrictEqual(letter.calendar.map(({ uid, summary, description, date }) => ({ uid, summary, description, date, allDay: true })))
    expect(calendar.getAllSubcomponents('vevent').map((event) => String(event.getFirstPropertyValue('dtstamp')))).toStrictEqual(
      letter.calendar.map(() => '2012-08-01T06:00:00Z'),
    )
  })

  it('has lines ended by CRLF, none too long for a relay, and headers in ASCII', async () => {
    for (const { kind, language } of every) {
      const text = Buffer.from((await buildMessage(outgoing(kind, language))).bytes).toString('latin1')
      expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
      expect(text.endsWith('\r\n')).toBe(true)
      for (const line of text.split('\r\n')) expect(line.length).toBeLessThanOrEqual(998)
      expect(text.replaceAll('\r\n', '')).toMatch(/^[ -~]*$/)
    }
  })

  it('carries no header but those it needs', async () => {
    const { headers } = await parseMessage((await buildMessage(outgoing('request', 'en'))).bytes)
    expect(headers.map(({ key }) => key).sort()).toStrictEqual(
      ['auto-submitted', 'content-language', 'content-type', 'date', 'from', 'message-id', 'mime-version', 'subject', 'to'].sort(),
    )
  })
})

describe('the bytes of a message', () => {
  const anyLetter = fc.record({
    id: fc.string({ minLength: 1 }),
    subject: fc.string({ unit: fc.constantFrom('a', ' ', 'é', 'ص', '😀', ':') }),
    text: fc.string({ unit: 'grapheme' }),
    html: fc.string(),
  })

  test.prop([anyLetter])('are the same for the same letter', async (parts) => {
    const letter = { ...outgoing('request', 'en'), ...parts }
    const [first, second] = [await buildMessage(letter), await buildMessage(structuredClone(letter))]
    expect(second.messageId).toBe(first.messageId)
    expect(Buffer.compare(first.bytes, second.bytes)).toBe(0)
  })

  it('differ with the id alone', async () => {
    const letter = outgoing('request', 'en')
    const [one, other] = [await buildMessage(letter), await buildMessage({ ...letter, id: 'live:FRA-request-2' })]
    expect(one.messageId).not.toBe(other.messageId)
    expect(Buffer.compare(one.bytes, other.bytes)).not.toBe(0)
  })

  test.prop([fc.string({ unit: 'binary' })])('stand under a well-formed Message-ID, whatever the id', (id) => {
    expect(messageIdOf(id, 'mail.example.org')).toMatch(/^<[0-9a-f]{40}@mail\.example\.org>$/)
  })
})

describe('a header', () => {
  const injected = 'x\r\nBcc: someone@else.invalid'
  it.each([
    { subject: injected },
    { to: `a@b.invalid${injected}` },
    { from: { name: injected, address: 'a@b.invalid' } },
    { from: { name: 'x', address: injected } },
  ])('with a control character is turned away: %j', async (fault) => {
    await expect(buildMessage({ ...outgoing('request', 'en'), ...fault })).rejects.toThrow(RangeError)
  })
})
