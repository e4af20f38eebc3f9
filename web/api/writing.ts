import type { OpenAPIHono } from '@hono/zod-openapi'
import type { Context } from 'hono'
import type { Handled } from '../../activities/commands/handle.ts'
import type { Changed } from '../../activities/commands/obligation/change-obligation.ts'
import { adoptInstrument } from '../../activities/commands/session/adopt-instrument.ts'
import { closeSession } from '../../activities/commands/session/close-session.ts'
import { organizationOf } from '../../domain/ids.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { WebPorts } from '../ports.ts'
import { rememberPosition } from '../position.ts'
import { actorOf } from './actor.ts'
import { asAsked, checkedBody, jsonBody } from './body.ts'
import { askedBy } from './command-metadata.ts'
import { isId } from './ids.ts'
import { type ObligationRoute, obligationRoutes } from './obligation-commands.ts'
import { obligationResponse } from './status-response.ts'

/** Routes that change something. Each is an address of its own for a command of the registry. */
export function writingRoutes(app: OpenAPIHono, ports: WebPorts): void {
  const { commands, identity } = ports

  for (const route of obligationRoutes)
    app.post(`/api/obligations/:id${route.path}`, async (c) => {
      const actor = await actorOf(c, identity)
      const sent = await jsonBody(c, route.bodyMayBeEmpty)
      const body = checkedBody(route.body, sent, route.bare)
      const id = idIn(c, 'unknown-obligation', 'obligation')
      const payload = { ...body, obligation: id }
      const metadata = askedBy(c, actor, route.name, payload)(organizationOf(id))
      const changed = await asAsked(() => commands.changeObligation(metadata, route.name, payload), sent, route.bare)
      return answerTo(c, ports, route, id, changed)
    })

  app.post('/api/sessions/:id/closing', async (c) => {
    const actor = await actorOf(c, identity)
    const body = checkedBody(closeSession.definition.payload.omit({ session: true }), await jsonBody(c, true))
    const session = idIn(c, 'unknown-session', 'session')
    const payload = { ...body, session }
    const { lastPosition, firstPosition } = await recorded(commands.give(askedBy(c, actor, 'close-session', payload), 'close-session', payload))
    rememberPosition(c, lastPosition)
    return c.json({ session, changes: lastPosition - firstPosition + 1, position: lastPosition }, 201)
  })

  app.post('/api/sessions/:id/instruments', async (c) => {
    const actor = await actorOf(c, identity)
    const body = checkedBody(adoptInstrument.definition.payload.omit({ session: true }), await jsonBody(c, false))
    const session = idIn(c, 'unknown-session', 'session')
    const payload = { ...body, session }
    const { lastPosition } = await recorded(commands.give(askedBy(c, actor, 'adopt-instrument', payload), 'adopt-instrument', payload))
    rememberPosition(c, lastPosition)
    return c.json({ session, instrument: body.instrument, position: lastPosition }, 201)
  })
}

/** Both commands are news or refused. */
async function recorded(handled: Promise<Handled>): Promise<NonNullable<Handled['result']>> {
  const { result } = await handled
  if (result === null) throw new TypeError('A command was decided without news, and without a refusal')
  return result
}

async function answerTo(c: Context, { today }: WebPorts, route: ObligationRoute, id: string, changed: Changed): Promise<Response> {
  const { state, result, head, receipt } = changed
  const position = result?.lastPosition ?? head
  rememberPosition(c, position)
  const obligation = obligationResponse(id, state, await today(state.organization))
  if (receipt === null) return c.json({ command: route.name, obligation, position }, 200)

  const { report, missing } = receipt
  const received = state.reports.find((each) => each.id === report)
  c.header('location', `/api/obligations/${encodeURIComponent(id)}/reports/${report}`)
  return c.json({ report, missing, receivedOn: received?.receivedOn ?? null, obligation, position }, 201)
}

/** An id as the record writes them; another text names nothing there. */
function idIn(c: Context, code: 'unknown-obligation' | 'unknown-session', what: string): string {
  const id = c.req.param('id') ?? ''
  if (isId(id)) return id
  throw new Refusal(code, `There is no ${what} of that name`)
}
