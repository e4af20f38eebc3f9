import type { Context } from 'hono'
import { z } from 'zod'
import { illFormedText } from './ill-formed-text.ts'
import { RequestRefused } from './problem.ts'
import { problemsIn, writtenPath } from './problems-in.ts'

/** Of a whole request, in bytes. */
export const largestBody = 15 * 1024 * 1024
/** Of one attached file, in bytes, once decoded. */
const largestFile = 10 * 1024 * 1024

/**
 * The JSON of a request; an empty body is an empty object where nothing need be said.
 *
 * @throws RequestRefused 415, 400
 */
export async function jsonBody(c: Context, mayBeEmpty: boolean): Promise<unknown> {
  const bytes = await c.req.arrayBuffer()
  if (bytes.byteLength === 0 && mayBeEmpty) return {}
  const type = c.req.header('content-type') ?? ''
  if (!/^application\/([\w.-]+\+)?json\s*(;|$)/i.test(type))
    throw new RequestRefused({
      status: 415,
      code: 'media-type-not-supported',
      title: 'Send JSON',
      detail: `The body must be application/json; it came as ${type === '' ? 'nothing named' : type}.`,
    })
  const body = parsed(bytes)
  const illFormed = illFormedText(body)
  if (illFormed !== null) throw malformed([{ path: writtenPath(illFormed.path), message: illFormed.message }])
  return body
}

function parsed(bytes: ArrayBuffer): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes))
  } catch (error) {
    throw malformed([{ path: '', message: `The body is not JSON in UTF-8: ${error instanceof Error ? error.message : String(error)}` }])
  }
}

/**
 * @param bare the name under which the schema knows the whole body, where it may come without it: `report`
 * @throws RequestRefused 400 with the path of each problem; 413 where a file is too large
 */
export function checkedBody<Schema extends z.ZodType>(schema: Schema, body: unknown, bare?: string): z.output<Schema> {
  const isBare = bare !== undefined && isBareIn(body, bare)
  const wrapped = isBare ? { [bare]: body } : body
  requireSmallFiles(wrapped)
  const checked = schema.safeParse(wrapped)
  if (checked.success) return checked.data
  throw malformed(problemsIn(checked.error, isBare ? bare : undefined))
}

/** A question of a report may have that name too: what stands under it then is no report. */
const isBareIn = (body: unknown, bare: string): boolean => {
  const wrapped = typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>)[bare] : undefined
  return typeof wrapped !== 'object' || wrapped === null
}

/**
 * What a use case finds wrong with a report, told as what is wrong with a body: its questions are known only once the obligation is.
 *
 * @throws RequestRefused 400 with the path of each problem, as the caller wrote it
 */
export async function asAsked<T>(work: () => Promise<T>, body: unknown, bare?: string): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (error instanceof z.ZodError) throw malformed(problemsIn(error, bare !== undefined && isBareIn(body, bare) ? bare : undefined))
    throw error
  }
}

const malformed = (problems: readonly { readonly path: string; readonly message: string }[]) =>
  new RequestRefused({
    status: 400,
    code: 'malformed',
    title: 'The request is not well formed; nothing was recorded',
    detail: problems
      .map(({ path, message }) => (path === '' ? message : `${path}: ${message}`))
      .join('; ')
      .slice(0, 2_000),
    problems,
  })

export const tooLarge = (what: string, limit: number) =>
  new RequestRefused({
    status: 413,
    code: 'too-large',
    title: 'Too large; nothing was recorded',
    detail: `${what} is larger than ${limit / 1024 / 1024} MiB (${limit} bytes), the most that is taken.`,
    facts: { limitBytes: String(limit) },
  })

/** Measured before the schema looks, so that a file of any size costs no more than its parsing. */
function requireSmallFiles(body: unknown): void {
  const { report } = (body ?? {}) as { readonly report?: object | null }
  for (const [name, files] of Object.entries(report ?? {}))
    for (const [index, file] of (Array.isArray(files) ? files : []).entries()) {
      const { content } = (file ?? {}) as { readonly content?: unknown }
      if (typeof content === 'string' && Math.floor((content.length * 3) / 4) > largestFile + 2) throw tooLarge(`${name}[${index}]`, largestFile)
    }
}

export const bodyTooLarge = () => tooLarge('The body of the request', largestBody)
