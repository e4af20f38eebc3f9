import type { AddressInfo } from 'node:net'
import { serve } from '@hono/node-server'
import { PortTaken } from '../supervisor/errors.ts'

export type WebServer = {
  readonly url: string
  readonly port: number
  /** Ends when the answers under way are given. */
  close(): Promise<void>
}

export type WebAddress = {
  readonly app: { fetch: Parameters<typeof serve>[0]['fetch'] }
  /** 0: any that is free. */
  readonly port: number
  /** The loopback address by default: nobody else is answered before there is sign-in. */
  readonly host?: string
}

/**
 * Serves the pages and the HTTP interface.
 *
 * @throws Error naming the port, and what to do, when it is in use or may not be taken
 */
export function serveWeb({ app, port, host = '127.0.0.1' }: WebAddress): Promise<WebServer> {
  return new Promise((resolve, reject) => {
    const server = serve({
      fetch: app.fetch,
      port,
      hostname: host,
      serverOptions: { keepAliveTimeout: 5_000, headersTimeout: 20_000, requestTimeout: 120_000 },
    })
    server.once('error', (error: NodeJS.ErrnoException) => reject(explained(error, port, host)))
    server.once('listening', () => {
      const { port: taken } = server.address() as AddressInfo
      const close = () =>
        new Promise<void>((ended, failed) => {
          server.close((error) => (error === undefined ? ended() : failed(error)))
          if ('closeIdleConnections' in server) server.closeIdleConnections()
        })
      resolve({ url: `http://localhost:${taken}`, port: taken, close })
    })
  })
}

function explained(error: NodeJS.ErrnoException, port: number, host: string): Error {
  if (error.code === 'EADDRINUSE')
    return new PortTaken(
      `Port ${port} on ${host} is in use by another program. End that program, or choose another port: --port ${port === 65_535 ? port - 1 : port + 1}`,
      {
        cause: error,
      },
    )
  if (error.code === 'EACCES')
    return new Error(`Port ${port} on ${host} may not be taken by this account. Choose one from 1024 up: --port 3000`, { cause: error })
  return error
}
