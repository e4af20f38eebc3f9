import { request } from 'node:http'
import { Hono } from 'hono'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { serveWeb, type WebServer } from '../../../infra/web-server/serve-web.ts'
import { isLoopback } from '../../../web/loopback.ts'

describe('the web server', () => {
  let server: WebServer
  beforeAll(async () => {
    server = await serveWeb({ app: new Hono().get('/', (c) => c.text(isLoopback(c) ? 'near' : 'far')), port: 0 })
  })
  afterAll(() => server.close())

  const metadata = (headers: Record<string, string>) =>
    new Promise<string>((resolve, reject) => {
      const asking = request({ host: '127.0.0.1', port: server.port, headers }, (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (part: string) => (text += part))
        answer.on('end', () => resolve(text))
      })
      asking.on('error', reject).end()
    })

  it('knows a program on its own machine by its socket', async () => {
    expect(await metadata({})).toBe('near')
    expect(await metadata({ host: `localhost:${server.port}` })).toBe('near')
  })

  it('takes nobody for near who comes through another, or under a name that is not of this machine', async () => {
    for (const headers of [{ 'x-forwarded-for': '127.0.0.1' }, { forwarded: 'for=127.0.0.1' }, { host: 'rebound.example.org' }])
      expect(await metadata(headers)).toBe('far')
  })

  it('names a port that is in use, and what to do', async () => {
    await expect(serveWeb({ app: new Hono(), port: server.port })).rejects.toThrow(`Port ${server.port} on 127.0.0.1 is in use by another program`)
  })
})
