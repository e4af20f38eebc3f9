import type { Address } from 'postal-mime'
import type { CapturedLetters, Correspondent } from '../../web/ports.ts'
import { parseMessage, readCaptured } from './captured-mail.ts'

/** Letters as the sink of a data directory holds them; a letter that came twice is shown as it came first. */
export const capturedLetters = (dataDirectory: string): CapturedLetters => ({
  read: async (messageId) => {
    const [bytes] = await readCaptured(dataDirectory, messageId)
    if (bytes === undefined) return null
    const { subject = '', from, to = [], date = '', text = '', html, attachments } = await parseMessage(bytes)
    return {
      ...{ subject, date, text },
      from: from === undefined ? { name: '', address: '' } : correspondentOf(from),
      to: to.map(correspondentOf),
      html: html ?? null,
      attachments: attachments.map(({ filename, mimeType }) => filename ?? mimeType),
    }
  },
})

const correspondentOf = ({ name, address = '' }: Address): Correspondent => ({ name, address })
