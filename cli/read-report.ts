import { open } from 'node:fs/promises'
import { parse, YAMLParseError } from 'yaml'
import { malformed, notFound } from './failure.ts'

/** In bytes: papers and all, as the API takes it. */
const largest = 15 * 1024 * 1024

/** The answer in a file, or on standard input where the file is `-`: JSON or YAML. @throws CommandFailed before a file that is too large is read */
export async function readReport(file: string): Promise<unknown> {
  const bytes = file === '-' ? await fromInput() : await fromFile(file)
  const name = file === '-' ? 'Standard input' : file
  const value = parsed(name, textOf(name, bytes))
  if (typeof value !== 'object' || value === null || Array.isArray(value))
    throw malformed(`${name} holds no report: write the fields of the questionnaire, or of the obligation's kind, by name, as { "submitted": "yes" }`)
  // A question of a kind may have that name too: what stands under it then is no report.
  return 'report' in value && typeof value.report === 'object' && value.report !== null ? value.report : value
}

const tooLarge = (name: string) =>
  malformed(`${name} is larger than ${largest / 1024 / 1024} MiB (${largest} bytes), the most that is taken. Nothing was recorded`, { limitBytes: largest })

async function fromFile(file: string): Promise<Uint8Array> {
  const handle = await open(file).catch((error: NodeJS.ErrnoException) => {
    throw notFound('unreadable-file', `${file} cannot be read: ${error.code === 'ENOENT' ? 'there is no such file' : error.message}`, { file })
  })
  try {
    const found = await handle.stat()
    if (found.isDirectory()) throw malformed(`${file} is a folder, not a report`)
    if (found.size > largest) throw tooLarge(file)
    return await handle.readFile()
  } finally {
    await handle.close()
  }
}

async function fromInput(): Promise<Uint8Array> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of process.stdin as AsyncIterable<Uint8Array>) {
    size += chunk.length
    if (size > largest) throw tooLarge('Standard input')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

function textOf(name: string, bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch (error) {
    if (error instanceof TypeError) throw malformed(`${name} is no text in UTF-8`)
    throw error
  }
}

function parsed(name: string, text: string): unknown {
  try {
    return text.trimStart().startsWith('{') ? JSON.parse(text) : parse(text, { schema: 'core', version: '1.2', uniqueKeys: true })
  } catch (error) {
    if (error instanceof SyntaxError) throw malformed(`${name} is not well-formed JSON: ${error.message}`)
    if (error instanceof YAMLParseError) throw malformed(`${name} is not well-formed YAML: ${error.message}`)
    throw error
  }
}
