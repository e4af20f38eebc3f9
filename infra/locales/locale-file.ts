import { readFile } from 'node:fs/promises'
import { z } from 'zod'

/** @throws Error naming the file and each key that is missing, unknown or empty */
export async function readLocaleFile<Content>(schema: z.ZodType<Content>, path: string): Promise<Content> {
  const checked = schema.safeParse(JSON.parse(await readFile(path, 'utf8')))
  if (!checked.success) throw new Error(`${path}:\n${z.prettifyError(checked.error)}`)
  return checked.data
}

/** Not trimmed: a space at an end may be part of the message. */
export const message = z.string().regex(/\S/, 'says nothing')

/** Exactly these messages. */
export const every = <Name extends string>(names: readonly Name[]) =>
  z.strictObject(Object.fromEntries(names.map((name) => [name, message])) as Record<Name, typeof message>)
