import { createServer } from 'node:net'

/** A port of the loopback address that nobody listens on at this moment. */
export const freePort = (): Promise<number> => listenOnce(0)

/** @throws Error (code EADDRINUSE) when somebody listens on this port of the loopback address */
export async function requireFreePort(port: number): Promise<void> {
  await listenOnce(port)
}

function listenOnce(port: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer()
    server.once('error', reject)
    server.listen(port, '127.0.0.1', () => {
      const address = server.address()
      server.close(() => (address !== null && typeof address === 'object' ? resolve(address.port) : reject(new Error('The system named no free port'))))
    })
  })
}
