import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, expect, it } from 'vitest'
import { findRunning } from '../../../infra/local-servers/postgres/running.ts'
import type { Postgres } from '../../../infra/local-servers/postgres/start-postgres.ts'
import { connect } from '../../../infra/postgres/connect.ts'
import { holdPostgres } from '../../../infra/supervisor/hold-postgres.ts'
import { temporaryFolder } from '../../support/follow-up.ts'

const folder = temporaryFolder()
const dataDir = join(folder.path, 'postgres')
const ofOwner = ({ url }: Postgres) => url
afterAll(folder.remove)

/** Asks twice, a while apart. The server must be there both times. */
async function use(round: number): Promise<number> {
  const { postgres, release } = await holdPostgres(folder.path, ofOwner)
  try {
    const answers = []
    for (let time = 0; time < 2; time += 1) {
      const client = await connect({ connectionString: postgres.url, application_name: `follow-up ${process.pid}` })
      const { rows } = await client.query('select pid from pg_stat_activity where pid = pg_backend_pid()')
      await client.end()
      answers.push(rows.length)
      await wait((round * 37) % 90)
    }
    return answers.length
  } finally {
    await release()
  }
}

it('keeps PostgreSQL for each of many who come and go at once, and stops it after the last', async () => {
  await (await holdPostgres(folder.path, ofOwner)).release()
  expect(findRunning(dataDir)).toBeNull()
  const rounds = Array.from({ length: 5 }, async (_, user) => {
    const done = []
    for (let round = 0; round < 6; round += 1) done.push(await use(user * 7 + round * 3))
    return done
  })
  expect((await Promise.all(rounds)).flat()).toStrictEqual(Array(30).fill(2))
  expect(findRunning(dataDir)).toBeNull()
})

it('leaves it to somebody’s session, and stops it once that is over', async () => {
  const first = await holdPostgres(folder.path, ofOwner)
  const session = await connect({ connectionString: first.postgres.url })
  await first.release()
  expect(findRunning(dataDir)).not.toBeNull()
  await session.end()
  await use(0)
  expect(findRunning(dataDir)).toBeNull()
})
