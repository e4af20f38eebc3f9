import { z } from '@hono/zod-openapi'

/** A JSON answer, as the description shows it. */
export const jsonAnswer = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } })

const problem = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    instance: z.string(),
    code: z.string(),
    facts: z.record(z.string(), z.string()).optional(),
    problems: z.array(z.object({ path: z.string(), message: z.string() })).optional(),
  })
  .openapi('Problem')

const titles: Readonly<Record<number, string>> = {
  400: 'Not well formed: each problem with its path; or an actor that does not exist',
  401: 'Not from the loopback address, or no actor named',
  403: 'The actor may not',
  404: 'There is no such thing',
  409: 'The state of things does not allow it',
  413: 'Too large: the limit is named',
  415: 'Not JSON',
  422: 'A rule says no, or the Idempotency-Key came before with another body',
  500: 'A fault of this system, with the id under which it is logged',
  503: 'The record cannot be reached; nothing is half-recorded',
}

export const problems = (statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: titles[status] ?? '', content: { 'application/problem+json': { schema: problem } } }]))

export const writingHeaders = z.object({
  'x-actor': z.string().describe('ministry:<code of its party>, secretariat, reviewer or auditor'),
  'idempotency-key': z.string().max(255).optional().describe('The same key with the same body is answered with the first result'),
})
