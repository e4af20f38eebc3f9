import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import type { ComposedLetter } from '../../documents/letters/letter-facts.ts'
import { calendarFile } from './calendar-file.ts'
import { assertAddress, assertNoControlCharacters } from './control-characters.ts'

export type OutgoingLetter = ComposedLetter & {
  readonly id: string
  /** Who sends it; `name` is shown before the address. */
  readonly from: { readonly name: string; readonly address: string }
  readonly to: string
  /** An instant in UTC, `2012-08-01T00:00:00.000Z`. */
  readonly date: string
}

/**
 * The exact bytes of a letter, CRLF throughout.
 *
 * The same letter gives the same bytes on any machine, in any zone: Message-ID and MIME boundaries come from its id, dates from its own.
 *
 * @param host right-hand side of the Message-ID
 * @throws RangeError when an address or a header holds a control character
 */
export async function buildMessage(letter: OutgoingLetter, host = 'follow-up.invalid'): Promise<{ messageId: string; bytes: Uint8Array }> {
  assertAddress('The sender', letter.from.address)
  assertAddress('The recipient', letter.to)
  for (const [field, text] of Object.entries({ Subject: letter.subject, From: letter.from.name })) assertNoControlCharacters(field, text)

  const messageId = messageIdOf(letter.id, host)
  const composer = new MailComposer({
    messageId,
    date: new Date(letter.date),
    from: letter.from,
    to: letter.to,
    subject: letter.subject,
    headers: { 'Auto-Submitted': 'auto-generated', 'Content-Language': letter.language },
    text: letter.text,
    html: letter.html,
    attachments: letter.calendar.length > 0 ? [calendarAttachment(letter)] : [],
    baseBoundary: digest(letter.id).slice(0, 32),
    newline: 'win',
  })
  return { messageId, bytes: await composer.compile().build() }
}

/** `<…@host>`: a digest, so that no id can break the header's syntax. */
export const messageIdOf = (letterId: string, host = 'follow-up.invalid'): string => {
  assertAddress('The host of Message-IDs', `letter@${host}`)
  return `<${digest(letterId).slice(0, 40)}@${host}>`
}

const calendarAttachment = (letter: OutgoingLetter) => ({
  filename: 'due-dates.ics',
  contentType: 'text/calendar; charset=utf-8; method=PUBLISH',
  content: calendarFile(letter.calendar, letter.date, letter.language),
  contentTransferEncoding: 'base64',
})

const digest = (text: string): string => createHash('sha256').update(text).digest('hex')
