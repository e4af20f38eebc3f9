import { createServer, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Readiness } from './readiness.ts'

export type OpsServer = { readonly port: number; close(): Promise<void> }

type OpsSettings = {
  readonly host: string
  /** 0 for a free one. */
  readonly port: number
  readonly readiness: Readiness
  /** In the text format of Prometheus. */
  readonly metrics: () => Promise<{ readonly type: string; readonly text: string }>
}

/**
 * Serves what those who operate a process ask: `/healthz` (it lives), `/readyz` (it can do its work now) and `/metrics`.
 *
 * @throws Error with code EADDRINUSE when the port is taken
 */
export async function startOpsServer({ host, port, readiness, metrics }: OpsSettings): Promise<OpsServer> {
  const answers: Readonly<Record<string, (response: ServerResponse) => Promise<void>>> = {
    '/healthz': async (response) => answerJson(response, 200, { alive: true }),
    '/readyz': async (response) => {
      const found = await readiness.check()
      answerJson(response, found.ready ? 200 : 503, found)
    },
    '/metrics': async (response) => {
      const { type, text } = await metrics()
      answer(response, 200, type, text)
    },
  }
  const server = createServer((request, response) => {
    const found = answers[(request.url ?? '').split('?')[0] ?? '']
    if (found === undefined) answerJson(response, 404, { known: Object.keys(answers) })
    else if (request.method !== 'GET' && request.method !== 'HEAD') answerJson(response, 405, { allowed: ['GET', 'HEAD'] })
    else found(response).catch(() => answerJson(response, 500, { failed: true }))
  })
  server.requestTimeout = 10_000
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(port, host, resolve)
  })
  return {
    port: (server.address() as AddressInfo).port,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

const answerJson = (response: ServerResponse, status: number, body: unknown): void => answer(response, status, 'application/json', `${JSON.stringify(body)}\n`)

function answer(response: ServerResponse, status: number, type: string, text: string): void {
  response.writeHead(status, { 'content-type': type, 'cache-control': 'no-store', 'content-length': Buffer.byteLength(text) }).end(text)
}
