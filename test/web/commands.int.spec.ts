import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { registry } from '../../activities/commands/registry.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { askOf, type Fault, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const closing = { session: 'ilo:ilc-114', closedOn: '2026-06-12' }
const as = (actor: string, more: Record<string, string> = {}) => ({ 'x-actor': actor, ...more })

describe('commands over HTTP', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let faults: Fault[]
  const headOf = () => installation.office.log.head()

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2026-06-02')
    const { app, faults: logged } = await webAppOn(installation)
    ask = askOf(app)
    faults = logged
    installation.clock.moveTo(day('2026-06-15'))
  })
  afterAll(async () => {
    expect(faults).toStrictEqual([])
    await installation.close()
  })

  it('are listed, and described, each with its preview where it has one', async () => {
    const { commands } = (await (await ask('GET', '/api/commands')).json()) as { commands: { name: string }[] }
    expect(commands.map(({ name }) => name)).toStrictEqual(registry.map(({ name }) => name))
    const { paths } = (await (await ask('GET', '/api/openapi.json')).json()) as { paths: Record<string, unknown> }
    const described = Object.keys(paths).filter((path) => path.startsWith('/api/commands/'))
    const expected = registry.flatMap(({ name, preview }) => [`/api/commands/${name}`, ...(preview ? [`/api/commands/${name}/preview`] : [])])
    expect(described.toSorted()).toStrictEqual(expected.toSorted())
  })

  it.each([
    ['a preview sent as a command', '/api/commands/close-session?preview=true', {}, closing, 'preview-sent-as-command', 422],
    ['a command that asks for a preview', '/api/commands/close-session', {}, { ...closing, preview: true }, 'preview-sent-as-command', 422],
    ['a command sent as a preview', '/api/commands/close-session/preview', { 'idempotency-key': '1' }, closing, 'command-sent-as-preview', 422],
    ['a preview of what has none', '/api/commands/record-listing/preview', {}, {}, 'no-preview', 422],
    ['a name that the registry does not list', '/api/commands/burn-report', {}, {}, 'unknown-command', 404],
    ['fields that are none', '/api/commands/close-session', {}, { ...closing, colour: 'red' }, 'malformed', 400],
  ] as const)('are refused by name: %s', async (_, path, headers, body, code, status) => {
    const head = await headOf()
    const answer = await ask('POST', path, { headers: as('secretariat', headers), body })
    expect([answer.status, await answer.json()]).toMatchObject([status, { code }])
    expect(await headOf()).toBe(head)
  })

  it('are previewed without a trace, then recorded once', async () => {
    const head = await headOf()
    const preview = await ask('POST', '/api/commands/close-session/preview', { headers: as('secretariat'), body: closing })
    expect([preview.status, await preview.json()]).toMatchObject([200, { command: 'close-session', records: [{ stream: 'session/ilo:ilc-114' }] }])
    expect(await headOf()).toBe(head)
    const give = () => ask('POST', '/api/commands/close-session', { headers: as('secretariat', { 'idempotency-key': 'close' }), body: closing })
    const [first, again] = [await give(), await give()]
    expect([first.status, again.status]).toStrictEqual([201, 201])
    const answer = await first.json()
    expect(answer).toMatchObject({ command: 'close-session', id: 'ilo:ilc-114', recorded: { firstPosition: head + 1 } })
    expect(await again.json()).toStrictEqual(answer)
  })
})
