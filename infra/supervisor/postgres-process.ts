import type { Client } from 'pg'
import { passwordOf } from '../local-servers/postgres/data-directory.ts'
import { findRunning, stopRunning } from '../local-servers/postgres/running.ts'
import { startPostgres } from '../local-servers/postgres/start-postgres.ts'
import { connect } from '../postgres/connect.ts'
import { urlOfRole } from '../postgres/roles.ts'
import type { SupervisedProcess } from './supervised-process.ts'

export type PostgresPart = SupervisedProcess & {
  /** Stays the same when it is started again. */
  readonly port: () => number
}

/**
 * The installation's own PostgreSQL, started or found running, always on the same port.
 *
 * @param presence a database of it that is migrated: a session under the service's login then shows every command that the server is in use,
 *   so that none of them stops it. Beside a run file that says so none is needed
 */
export function postgresPart(dataDir: string, say: (line: string) => void, presence?: string): PostgresPart {
  let port: number | undefined
  let session: Client | null = null

  const start = async (): Promise<void> => {
    const postgres = await startPostgres({ dataDir, log: say, ...(port === undefined ? {} : { port }) })
    if (port !== undefined && postgres.port !== port) {
      await postgres.stop()
      throw new Error(`somebody else started it on port ${postgres.port}, and the other processes know it on ${port}`)
    }
    port = postgres.port
    if (presence === undefined) return
    const url = urlOfRole(`postgres://127.0.0.1:${port}/${presence}`, 'service', passwordOf(dataDir, 'service'))
    // The end of this session is the end of the server, which the keeper sees for itself.
    session = await connect({ connectionString: url, application_name: 'follow-up supervisor' })
  }

  return {
    name: 'PostgreSQL',
    start,
    isAlive: () => findRunning(dataDir) !== null,
    stop: async () => {
      await session?.end().catch(() => undefined)
      await stopRunning(dataDir)
    },
    port: () => {
      if (port === undefined) throw new TypeError('PostgreSQL was not started')
      return port
    },
  }
}
