import type { OpenAPIHono } from '@hono/zod-openapi'
import { shownInstallation, webPorts } from '../../infra/web-server/web-ports.ts'
import { createWebApp } from '../../web/app.ts'
import type { Rehearsal, WebPorts } from '../../web/ports.ts'
import type { WebInstallation } from './web-installation.ts'

export type Fault = Parameters<WebPorts['logFault']>[0]

/** The whole application on an installation, as the pages' process puts it together. `faults` gathers what it logs. */
export async function webAppOn(
  context: WebInstallation,
  rehearsals: readonly Rehearsal[] = [],
  changes: Partial<WebPorts> = {},
): Promise<{ app: OpenAPIHono; faults: Fault[] }> {
  const faults: Fault[] = []
  const ports = await webPorts({
    installation: context,
    queries: context.queries,
    dataDirectory: context.dataDirectory,
    rehearsals: async () => rehearsals,
    version: '0.1.0',
    logFault: (fault) => void faults.push(fault),
  })
  return { app: createWebApp({ ...ports, ...changes }), faults }
}

export const rehearsalOf = (name: string, context: WebInstallation, playing = false): Rehearsal => ({
  ...shownInstallation(context, context.queries, context.dataDirectory),
  name,
  playing,
})

export type Asking = { readonly from?: string; readonly headers?: Record<string, string>; readonly body?: unknown }

/** Asks as a program on this machine does; `from` is another remote address. A text body goes as it is. */
export const askOf =
  (app: OpenAPIHono) =>
  async (method: string, path: string, { from = '127.0.0.1', headers = {}, body }: Asking = {}): Promise<Response> => {
    const sent = body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }
    const typed = body === undefined ? {} : { 'content-type': 'application/json' }
    return app.request(
      `http://localhost:3000${path}`,
      { method, headers: { ...typed, ...headers }, ...sent },
      { incoming: { socket: { remoteAddress: from } } },
    )
  }
