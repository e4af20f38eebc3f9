import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { registry } from '../../activities/commands/registry.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import { jsonAnswer, problems, writingHeaders } from './description-parts.ts'

/** Writes each command of the registry into the OpenAPI description, and its preview where there is one. */
export function describeCommands({ openAPIRegistry }: OpenAPIHono): void {
  for (const { name, summary, payload, preview } of registry) {
    const body = { required: true, content: { 'application/json': { schema: payload } } }
    openAPIRegistry.registerPath({
      ...{ method: 'post', path: `/api/commands/${name}`, summary: summary.en, tags: ['commands'] },
      request: { headers: writingHeaders, body },
      responses: { 200: jsonAnswer('No news: nothing was recorded', given), 201: jsonAnswer('Recorded', given), ...problems(writingProblems) },
    })
    if (preview)
      openAPIRegistry.registerPath({
        ...{ method: 'post', path: `/api/commands/${name}/preview`, summary: `What would change: ${summary.en}`, tags: ['commands'] },
        request: { headers: writingHeaders.omit({ 'idempotency-key': true }), body },
        responses: { 200: jsonAnswer('What would change; nothing was recorded', previewed), ...problems(writingProblems) },
      })
  }
}

export const commandList = z.object({
  commands: z.array(
    z.object({
      name: z.string(),
      summary: inLanguages,
      scope: z.string(),
      mayBeGivenBy: z.record(z.string(), z.enum(['own', 'units', 'any'])),
      preview: z.boolean(),
    }),
  ),
})

const writingProblems = [400, 401, 403, 404, 409, 413, 415, 422, 500, 503]

const given = z.object({
  command: z.string(),
  id: z.string().describe('What the command was about'),
  recorded: z.object({ firstPosition: z.int(), lastPosition: z.int() }).nullable(),
  position: z.int(),
})

const namedDay = z.object({ name: z.string(), on: calendarDate })
const changedDay = z.object({ name: z.string(), from: calendarDate.nullable(), to: calendarDate.nullable() })

const previewed = z.object({
  command: z.string(),
  opens: z.array(z.object({ obligation: z.string(), limits: z.array(namedDay), letters: z.array(namedDay) })),
  moves: z.array(z.object({ obligation: z.string(), limits: z.array(changedDay), letters: z.array(changedDay) })),
  ends: z.array(z.object({ obligation: z.string(), status: z.string(), letters: z.array(namedDay) })),
  reopens: z.array(z.object({ obligation: z.string(), letters: z.array(namedDay) })),
  letters: z
    .array(z.object({ party: z.string(), kind: z.string(), obligation: z.string(), on: calendarDate }))
    .describe('Letters that would be written at once'),
  records: z.array(z.object({ stream: z.string(), events: z.array(z.string()) })),
  shown: z.unknown().describe('What the command itself shows of what it would change'),
})
