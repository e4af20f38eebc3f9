import type { OpenAPIHono } from '@hono/zod-openapi'
import { commandOrRefusal } from '../../activities/commands/give-by-name.ts'
import { registry } from '../../activities/commands/registry.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { WebPorts } from '../ports.ts'
import { rememberPosition } from '../position.ts'
import { actorOf } from './actor.ts'
import { asAsked, jsonBody } from './body.ts'
import { askedBy } from './command-metadata.ts'

/** Every command of the registry, by its name: given, or looked at before it is given. */
export function commandRoutes(app: OpenAPIHono, { commands, identity }: WebPorts): void {
  app.get('/api/commands', (c) =>
    c.json({ commands: registry.map(({ name, summary, scope, mayBeGivenBy, preview }) => ({ name, summary, scope, mayBeGivenBy, preview })) }),
  )

  app.post('/api/commands/:name', async (c) => {
    const { name } = commandOrRefusal(c.req.param('name'))
    if (c.req.query('preview') !== undefined) throw previewSentAsCommand(name)
    const actor = await actorOf(c, identity)
    const payload = await jsonBody(c, false)
    const metadata = askedBy(c, actor, name, payload)
    const { about, result, head } = await asAsked(() => commands.give(metadata, name, payload), payload)
    const position = result?.lastPosition ?? head
    rememberPosition(c, position)
    const recorded = result === null ? null : { firstPosition: result.firstPosition, lastPosition: result.lastPosition }
    return c.json({ command: name, id: about.id, recorded, position }, result === null ? 200 : 201)
  })

  app.post('/api/commands/:name/preview', async (c) => {
    const { name } = commandOrRefusal(c.req.param('name'))
    if (c.req.header('idempotency-key') !== undefined) throw commandSentAsPreview(name)
    const actor = await actorOf(c, identity)
    const payload = await jsonBody(c, false)
    return c.json(await asAsked(() => commands.preview(askedBy(c, actor, name, payload), name, payload), payload))
  })
}

const previewSentAsCommand = (command: string) =>
  new Refusal('preview-sent-as-command', `A preview of ${command} was sent as a command: send it to /api/commands/${command}/preview`, { command })

const commandSentAsPreview = (command: string) =>
  new Refusal(
    'command-sent-as-preview',
    `${command} was sent as a preview, with an Idempotency-Key: a preview records nothing, so send the command to /api/commands/${command}`,
    { command },
  )
