import { Client } from 'pg'
import { findRunning, stopRunning } from '../local-servers/postgres/running.ts'
import { startPostgres } from '../local-servers/postgres/start-postgres.ts'
import type { SupervisedProcess } from './supervised-process.ts'

export type PostgresPart = SupervisedProcess & {
  /** Of the owner; stays the same when it is started again. */
  readonly url: () => string
}

/**
 * The house's own PostgreSQL, started or found running, always on the same port.
 *
 * A session of its own shows every command that the server is in use, so that none of them stops it.
 */
export function postgresPart(dataDir: string, say: (line: string) => void): PostgresPart {
  let url: string | null = null
  let port: number | undefined
  let presence: Client | null = null

  const start = async (): Promise<void> => {
    const postgres = await startPostgres({ dataDir, log: say, ...(port === undefined ? {} : { port }) })
    if (port !== undefined && postgres.port !== port) {
      await postgres.stop()
      throw new Error(`somebody else started it on port ${postgres.port}, and the house knows it on ${port}`)
    }
    url = postgres.url
    port = postgres.port
    presence = new Client({ connectionString: postgres.url, application_name: 'follow-up house' })
    // The end of this session is the end of the server, which the keeper sees for itself.
    presence.on('error', () => undefined)
    await presence.connect()
  }

  return {
    name: 'PostgreSQL',
    start,
    isAlive: () => findRunning(dataDir) !== null,
    stop: async () => {
      await presence?.end().catch(() => undefined)
      await stopRunning(dataDir)
    },
    url: () => {
      if (url === null) throw new TypeError('PostgreSQL was not started')
      return url
    },
  }
}
