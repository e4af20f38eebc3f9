import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { adoptInstrumentPayload } from '../../activities/session/adopt-instrument.ts'
import { closeSessionPayload } from '../../activities/session/close-session.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import { obligationRoutes } from './obligation-commands.ts'
import { cycleSchema, eventSchema, letterSchema } from './reading-responses.ts'
import { statusResponse } from './status-response.ts'

/** Writes every route into the OpenAPI description, which `/api/openapi.json` serves. */
export function describeRoutes({ openAPIRegistry: registry }: OpenAPIHono): void {
  const get = (path: string, summary: string, schema: z.ZodType, names: readonly string[]) =>
    registry.registerPath({
      method: 'get',
      path,
      summary,
      request: { params: named(names) },
      responses: { 200: json(summary, schema), ...problems([401, 404, 503]) },
    })

  const post = (
    path: string,
    summary: string,
    body: z.ZodType,
    required: boolean,
    answers: Readonly<Record<number, ReturnType<typeof json>>>,
    names: readonly string[],
  ) =>
    registry.registerPath({
      ...{ method: 'post', path, summary },
      request: { params: named(names), headers: writingHeaders, body: { required, content: { 'application/json': { schema: body } } } },
      responses: { ...answers, ...problems([400, 401, 403, 404, 409, 413, 415, 422, 500, 503]) },
    })

  const named = (names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  const done = z.object({ command: z.string(), obligation: statusResponse, position: z.int() })

  for (const { path, summary, described, bodyMayBeEmpty, bare } of obligationRoutes)
    post(
      `/api/obligations/{id}${path}`,
      summary,
      described,
      !bodyMayBeEmpty,
      bare === undefined ? { 200: json('Recorded', done) } : { 201: json('Received', receipt) },
      ['id'],
    )
  const recorded = z.object({ session: z.string(), position: z.int() })
  post(
    '/api/sessions/{id}/closing',
    'Record the actual closing of a session',
    closeSessionPayload.omit({ session: true }),
    false,
    { 201: json('Recorded', recorded) },
    ['id'],
  )
  post(
    '/api/sessions/{id}/instruments',
    'Record that a session adopted an instrument',
    adoptInstrumentPayload.omit({ session: true }),
    true,
    { 201: json('Recorded', recorded) },
    ['id'],
  )

  get('/api/cycles', 'The cycles that are followed', z.object({ cycles: z.array(cycleSchema) }), [])
  get('/api/cycles/{id}/obligations', 'Each obligation of a cycle', z.object({ cycle: z.string(), asOf: calendarDate, obligations: z.array(statusResponse) }), [
    'id',
  ])
  get('/api/cycles/{id}/rows', 'The rows of a plan, as printed and in our words, with the ids of what each asks', planRows, ['id'])
  get('/api/obligations/{id}', 'Where one obligation stands', statusResponse.extend({ partyName: inLanguages }), ['id'])
  get('/api/obligations/{id}/reports/{report}', 'One report, without what people wrote in it', z.looseObject({ id: z.string() }), ['id', 'report'])
  get('/api/obligations/{id}/history', 'What happened, and what became of its letters', z.object({ obligation: z.string(), events: z.array(eventSchema) }), [
    'id',
  ])
  get('/api/obligations/{id}/explanation', 'The deadlines as a lawyer would derive them, from a rule or from a row', explanation, ['id'])
  get('/api/obligations/{id}/letters', 'Letters about one obligation', z.object({ obligation: z.string(), letters: z.array(letterSchema) }), ['id'])
  get('/api/letters', 'All letters', z.object({ letters: z.array(letterSchema) }), [])
}

const json = (description: string, schema: z.ZodType) => ({ description, content: { 'application/json': { schema } } })

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

const problems = (statuses: readonly number[]) =>
  Object.fromEntries(statuses.map((status) => [status, { description: titles[status] ?? '', content: { 'application/problem+json': { schema: problem } } }]))

const writingHeaders = z.object({
  'x-actor': z.string().describe('ministry:<code of its party>, secretariat, reviewer or auditor'),
  'idempotency-key': z.string().max(255).optional().describe('The same key with the same body is answered with the first result'),
})

const receipt = z.object({
  report: z.string(),
  missing: z.array(z.string()).describe('What a complete report lacks, by name in the questionnaire; empty when it is complete'),
  receivedOn: calendarDate.nullable(),
  obligation: statusResponse,
  position: z.int(),
})

const planRows = z.object({
  cycle: z.string(),
  status: z.enum(['open', 'closed']),
  components: z.array(z.looseObject({ id: z.string(), title: inLanguages })),
  revisions: z.array(z.looseObject({ revision: z.int(), on: calendarDate, reason: z.string() })),
  rows: z.array(
    z.looseObject({
      id: z.string(),
      printed: z.object({ language: z.string(), text: z.string() }),
      catalog: inLanguages,
      obligations: z.array(z.string()),
      followedUnder: z.array(z.string()),
    }),
  ),
})

const explanation = z.object({
  obligation: z.string(),
  limits: z.array(z.looseObject({ limit: z.string(), date: calendarDate })),
})
