import { type OpenAPIHono, z } from '@hono/zod-openapi'
import { adoptInstrument } from '../../activities/commands/session/adopt-instrument.ts'
import { closeSession } from '../../activities/commands/session/close-session.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import { commandList, describeCommands } from './describe-commands.ts'
import { jsonAnswer, problems, writingHeaders } from './description-parts.ts'
import { obligationRoutes } from './obligation-commands.ts'
import { cycleSchema, eventSchema, letterSchema } from './reading-responses.ts'
import { statusResponse } from './status-response.ts'

/** Writes every route into the OpenAPI description, which `/api/openapi.json` serves. */
export function describeRoutes(app: OpenAPIHono): void {
  const { openAPIRegistry: registry } = app
  const get = (path: string, summary: string, schema: z.ZodType, names: readonly string[]) =>
    registry.registerPath({
      method: 'get',
      path,
      summary,
      request: { params: named(names) },
      responses: { 200: jsonAnswer(summary, schema), ...problems([401, 404, 503]) },
    })

  const post = (
    path: string,
    summary: string,
    body: z.ZodType,
    required: boolean,
    answers: Readonly<Record<number, ReturnType<typeof jsonAnswer>>>,
    names: readonly string[],
  ) =>
    registry.registerPath({
      ...{ method: 'post', path, summary },
      request: { params: named(names), headers: writingHeaders, body: { required, content: { 'application/json': { schema: body } } } },
      responses: { ...answers, ...problems([400, 401, 403, 404, 409, 413, 415, 422, 500, 503]) },
    })

  const named = (names: readonly string[]) => z.object(Object.fromEntries(names.map((name) => [name, z.string()])))
  const done = z.object({ command: z.string(), obligation: statusResponse, position: z.int() })

  for (const { path, summary, body, described = body, bodyMayBeEmpty, bare } of obligationRoutes)
    post(
      `/api/obligations/{id}${path}`,
      summary,
      described,
      !bodyMayBeEmpty,
      bare === undefined ? { 200: jsonAnswer('Recorded', done) } : { 201: jsonAnswer('Received', receipt) },
      ['id'],
    )
  const recorded = z.object({ session: z.string(), position: z.int() })
  post(
    '/api/sessions/{id}/closing',
    'Record the actual closing of a session',
    closeSession.definition.payload.omit({ session: true }),
    false,
    { 201: jsonAnswer('Recorded', recorded) },
    ['id'],
  )
  post(
    '/api/sessions/{id}/instruments',
    'Record that a session adopted an instrument',
    adoptInstrument.definition.payload.omit({ session: true }),
    true,
    { 201: jsonAnswer('Recorded', recorded) },
    ['id'],
  )

  get('/api/commands', 'Every command, with who may give it', commandList, [])
  describeCommands(app)

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
