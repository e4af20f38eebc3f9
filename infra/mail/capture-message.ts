import { randomUUID } from 'node:crypto'
import { appendFile, link, rename, unlink, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { type Capture, captureFile, captureName, filesIn, indexFile, listCaptured, mailFolder, parseHeaders } from './captured-mail.ts'

/**
 * Keeps one message: its bytes under a name of their own, then its line in the index.
 *
 * Whole or not at all, whenever the process is killed. It is not forced through the disk's cache: a sink captures what would have
 * gone out, it is not the record.
 */
export async function captureMessage(dataDirectory: string, envelope: { from: string; to: readonly string[] }, bytes: Uint8Array): Promise<Capture> {
  const folder = mailFolder(dataDirectory)
  const { messageId = '', subject = '' } = await parseHeaders(bytes)
  const draft = join(folder, `${randomUUID()}.part`)
  await writeFile(draft, bytes)
  const file = await claimName(folder, draft, captureName(messageId))
  await unlink(draft)
  const captured = { messageId, file, from: envelope.from, to: [...envelope.to], subject, bytes: bytes.length }
  await appendFile(join(folder, indexFile), `${JSON.stringify(captured)}\n`)
  return captured
}

/** Linking fails where the name is taken, so that no capture replaces another. */
async function claimName(folder: string, draft: string, name: string, occurrence = 1): Promise<string> {
  const file = captureFile(name, occurrence)
  try {
    await link(draft, join(folder, file))
    return file
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
    return claimName(folder, draft, name, occurrence + 1)
  }
}

/**
 * Writes the index anew after an unclean end: half a line at its end goes, and a message without a line gets one.
 *
 * Such a message was never answered with 250, but it came, and a second copy of it must be seen as a second.
 */
export async function mendIndex(dataDirectory: string, read: (file: string) => Promise<Uint8Array>): Promise<void> {
  const folder = mailFolder(dataDirectory)
  const listed = await listCaptured(dataDirectory)
  const known = new Set(listed.map(({ file }) => file))
  const unlisted = (await filesIn(folder)).filter((file) => !known.has(file))
  const found = await Promise.all(unlisted.map(async (file) => ({ file, ...(await describe(await read(join(folder, file)))) })))
  const draft = join(folder, `${randomUUID()}.part`)
  await writeFile(draft, [...listed, ...found].map((line) => `${JSON.stringify(line)}\n`).join(''))
  await rename(draft, join(folder, indexFile))
}

async function describe(bytes: Uint8Array): Promise<Omit<Capture, 'file'>> {
  const { messageId = '', subject = '', from, to = [] } = await parseHeaders(bytes)
  return { messageId, from: from?.address ?? '', to: to.flatMap(({ address }) => address ?? []), subject, bytes: bytes.length }
}
