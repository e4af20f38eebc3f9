import { connect } from 'node:net'
import type { Pool } from 'pg'
import type { EventLog } from '../../activities/ports.ts'
import { compareMigrations } from '../installation/require-this-release.ts'

/** PostgreSQL answers, and is migrated to this release. */
export const databaseAtThisRelease = (pool: Pool) => (): Promise<void> => compareMigrations(pool)

/** The newest event can be read by this release. */
export const logReadable = (log: EventLog) => async (): Promise<void> => {
  await log.readFrom(Math.max(0, (await log.head()) - 1), 1)
}

/** Some process leads the subscription: this one, or another that this one would replace. */
export const subscriptionLed = (pool: Pool, subscription: string) => async (): Promise<void> => {
  // An advisory lock on one 64-bit key stands in pg_locks as two halves.
  const { rowCount } = await pool.query(
    `select from pg_locks, hashtextextended($1, 0) as key where locktype = 'advisory' and objsubid = 1 and granted
       and database = (select oid from pg_database where datname = current_database())
       and classid = ((key >> 32) & 4294967295)::oid and objid = (key & 4294967295)::oid`,
    [`leader of ${subscription}`],
  )
  if (rowCount === 0) throw new Error(`no process leads the subscription ${subscription}`)
}

/** A mail server greets at a port of the loopback address. */
export const greetsSmtp = (port: number) => (): Promise<void> =>
  new Promise((resolve, reject) => {
    const socket = connect({ port, host: '127.0.0.1' })
    socket.setTimeout(1_000, () => socket.destroy(new Error('no greeting')))
    socket.once('error', reject)
    socket.once('data', (bytes) => {
      socket.end('QUIT\r\n')
      if (bytes.toString('latin1').startsWith('220')) resolve()
      else reject(new Error('no greeting of a mail server'))
    })
  })
