import { connect, createServer, type Socket } from 'node:net'

/** A wire to PostgreSQL that can be cut at the worst moment: when the server has answered and the caller has not heard. */
export async function lossyProxy(url: string) {
  const target = new URL(url)
  const open = new Set<Socket>()
  let losing = false
  let hasLost = false
  const server = createServer((caller) => {
    const upstream = connect(Number(target.port), target.hostname)
    for (const socket of [caller, upstream]) {
      open.add(socket)
      socket.on('error', () => socket.destroy())
      socket.on('close', () => {
        open.delete(socket)
        caller.destroy()
        upstream.destroy()
      })
    }
    caller.on('data', (bytes) => upstream.write(bytes))
    upstream.on('data', (bytes) => {
      if (!losing || !bytes.includes('appended')) return void caller.write(bytes)
      losing = false
      hasLost = true
      caller.destroy()
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('The proxy has no port')
  const changed = new URL(url)
  changed.port = String(address.port)
  return {
    url: changed.href,
    /** Swallows the answer to the next append that is recorded, and cuts its connection. */
    loseNextAnswer: () => {
      losing = true
    },
    hasLost: () => hasLost,
    cutAll: () => {
      for (const socket of open) socket.destroy()
    },
    close: async () => {
      for (const socket of open) socket.destroy()
      await new Promise((closed) => server.close(closed))
    },
  }
}
