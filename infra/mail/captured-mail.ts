import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { basename, join } from 'node:path'
import PostalMime, { type Email } from 'postal-mime'
import { z } from 'zod'

/** One message that the sink took, as its index names it. */
export const capture = z.object({
  /** With its angle brackets; empty where the message had none. */
  messageId: z.string(),
  /** Name of the file with its bytes, in the same folder. */
  file: z.string(),
  from: z.string(),
  to: z.array(z.string()),
  subject: z.string(),
  bytes: z.int(),
})
export type Capture = Readonly<z.infer<typeof capture>>

/** The folder of a data directory in which captured mail lies. */
export const mailFolder = (dataDirectory: string): string => join(dataDirectory, 'mail')

/** Appended to only: a line a message, in the order in which they were taken. */
export const indexFile = 'index.ndjson'

/**
 * Every message that the sink took, in order. A message that came twice stands there twice.
 *
 * Any process may read while the sink writes: a line that is not yet whole is not yet there.
 */
export async function listCaptured(dataDirectory: string): Promise<readonly Capture[]> {
  const text = await textOrNothing(join(mailFolder(dataDirectory), indexFile))
  const whole = text.slice(0, text.lastIndexOf('\n') + 1)
  return whole
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => capture.parse(JSON.parse(line)))
}

/** The bytes of each capture under a Message-ID, in order: none where nothing came, two where it came twice. */
export async function readCaptured(dataDirectory: string, messageId: string): Promise<readonly Uint8Array[]> {
  const folder = mailFolder(dataDirectory)
  const name = captureName(messageId)
  const files = (await filesIn(folder)).filter((file) => file.startsWith(`${name}.`))
  return Promise.all(files.sort((a, b) => occurrence(a) - occurrence(b)).map((file) => readFile(join(folder, file))))
}

/** A message taken apart for people to look at: headers, text, HTML, attachments. */
export const parseMessage = (bytes: Uint8Array): Promise<Email> => PostalMime.parse(bytes)

/** The same of the headers alone, a tenth of the work. */
export function parseHeaders(bytes: Uint8Array): Promise<Email> {
  const end = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).indexOf('\r\n\r\n')
  return PostalMime.parse(end === -1 ? bytes : bytes.subarray(0, end + 4))
}

/** SHA-256 of a Message-ID in hex: what a stranger writes in a header must not name a file. */
export const captureName = (messageId: string): string => createHash('sha256').update(messageId).digest('hex')

/** `<name>.eml` came first, then `<name>.2.eml`. */
export const captureFile = (name: string, occurrence: number): string => (occurrence === 1 ? `${name}.eml` : `${name}.${occurrence}.eml`)

const occurrence = (file: string): number => Number(/\.(\d+)\.eml$/.exec(basename(file))?.[1] ?? 1)

/** The messages in a folder; files still being written have another ending. */
export const filesIn = async (folder: string): Promise<readonly string[]> => {
  try {
    return (await readdir(folder)).filter((file) => file.endsWith('.eml'))
  } catch (error) {
    if (isMissing(error)) return []
    throw error
  }
}

async function textOrNothing(path: string): Promise<string> {
  try {
    return await readFile(path, 'utf8')
  } catch (error) {
    if (isMissing(error)) return ''
    throw error
  }
}

const isMissing = (error: unknown): boolean => error instanceof Error && 'code' in error && error.code === 'ENOENT'
