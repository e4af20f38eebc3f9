import type { Address } from 'postal-mime'
import type { CapturedLetters } from '../../web/ports.ts'
import { parseMessage, readCaptured } from './captured-mail.ts'

/** Letters as the sink of a data directory holds them; a letter that came twice is shown as it came first. */
export const capturedLetters = (dataDirectory: string): CapturedLetters => ({
  read: async (messageId) => {
    const [bytes] = await readCaptured(dataDirectory, messageId)
    if (bytes === undefined) return null
    const { subject = '', from, to = [], date = '', text = '', html, attachments } = await parseMessage(bytes)
    return {
      ...{ subject, date, text },
      from: from === undefined ? '' : written(from),
      to: to.map(written),
      html: html ?? null,
      attachments: attachments.map(({ filename, mimeType }) => filename ?? mimeType),
    }
  },
})

const written = ({ name, address }: Address): string => (name === '' ? (address ?? '') : `${name} <${address ?? ''}>`)
