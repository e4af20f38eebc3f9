import { Client, type Pool } from 'pg'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { EventLog } from '../../../activities/ports.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { handleOnce } from '../../../infra/subscriptions/handle-once.ts'
import { createSubscription } from '../../../infra/subscriptions/subscription.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

/** The whole of a reader: it witnesses each event once, in order, whichever process leads. */
const createWitness = (pool: Pool, log: EventLog, witnessedBy: string) =>
  createSubscription({
    name: 'witness',
    log,
    pool,
    leader: true,
    ...handleOnce(pool, 'witness', async (events, client) => {
      for (const { position } of events) await client.query('insert into witnessed (position, by) values ($1, $2)', [position, witnessedBy])
    }),
  })

/** A row is written, and not committed, and its transaction waits while the owner holds the lock of its table. */
const holdingLocks = { witnessed: 4_711, checkpoint: 4_712 }
const witnessedTable = `
create table witnessed (seq bigint generated always as identity, position bigint not null, by text not null);
grant select, insert on witnessed to public;
create function hold() returns trigger language plpgsql as $$
begin
  perform pg_advisory_xact_lock_shared(tg_argv[0]::bigint);
  return null;
end $$;
create trigger hold after insert on witnessed for each row execute function hold(${holdingLocks.witnessed});
create trigger hold after update on checkpoint for each row execute function hold(${holdingLocks.checkpoint})`

describe('a reader of ten lines', () => {
  let database: FreshInstallation
  let owner: Client
  let pools: readonly [Pool, Pool]
  let log: EventLog
  let stops: readonly [AbortController, AbortController]
  let written = 0

  beforeAll(async () => {
    database = await openFreshInstallation()
    owner = new Client({ connectionString: database.url })
    await owner.connect()
    await owner.query(witnessedTable)
    log = createEventLog(openPoolFor('writer'))
  })
  beforeEach(() => {
    pools = [openPoolFor('first'), openPoolFor('second')]
    stops = [new AbortController(), new AbortController()]
  })
  afterEach(async () => {
    for (const pool of pools) await pool.end()
  })
  afterAll(async () => {
    await writerPool?.end()
    await owner.end()
    await database.drop()
  })

  let writerPool: Pool | undefined
  /** Each as a process of its own has it: PostgreSQL knows its connections by name. */
  const openPoolFor = (process: string): Pool => {
    const url = new URL(database.connections.service)
    url.searchParams.set('application_name', process)
    const pool = openPool(url.href)
    if (process === 'writer') writerPool = pool
    return pool
  }
  const cut = (process: string) =>
    owner.query('select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and application_name = $1', [process])

  const write = async (count: number): Promise<number> => {
    for (let n = 0; n < count; n += 1) {
      written += 1
      await log.append(note(`w${written}`, `w/${written}`, 0, 'x'))
    }
    return log.head()
  }

  const witnessed = async () => (await owner.query<{ position: string; by: string }>('select position, by from witnessed order by seq')).rows
  const positions = async () => (await witnessed()).map(({ position }) => Number(position))
  const witnesses = async (after: number) => new Set((await witnessed()).filter(({ position }) => Number(position) > after).map(({ by }) => by))
  const everyPosition = async () => Array.from({ length: await log.head() }, (_, index) => index + 1)

  it('goes on after a restart where it stopped', async () => {
    const first = createWitness(pools[0], createEventLog(pools[0]), 'first')
    const running = first.run(stops[0].signal)
    await first.reached(await write(3))
    stops[0].abort()
    await running

    const head = await write(2)
    const second = createWitness(pools[1], createEventLog(pools[1]), 'second')
    const again = second.run(stops[1].signal)
    await second.reached(head)
    stops[1].abort()
    await again
    expect(await positions()).toStrictEqual(await everyPosition())
    expect(await witnesses(head - 2)).toStrictEqual(new Set(['second']))
  })

  it('is led by one of two processes, and by the other when the first one goes', async () => {
    const first = createWitness(pools[0], createEventLog(pools[0]), 'first')
    const second = createWitness(pools[1], createEventLog(pools[1]), 'second')
    const before = await log.head()
    const leading = first.run(stops[0].signal)
    await first.reached(await write(1))
    const waiting = second.run(stops[1].signal)
    const middle = await write(20)
    await first.reached(middle)
    expect(await witnesses(before)).toStrictEqual(new Set(['first']))

    stops[0].abort()
    await leading
    await second.reached(await write(5))
    stops[1].abort()
    await waiting
    expect(await witnesses(middle)).toStrictEqual(new Set(['second']))
    expect(await positions()).toStrictEqual(await everyPosition())
  })

  it('loses and repeats nothing when its connections are killed, in a batch or between two, while another waits to lead', async () => {
    const first = createWitness(pools[0], createEventLog(pools[0]), 'first')
    const second = createWitness(pools[1], createEventLog(pools[1]), 'second')
    const runs = [first.run(stops[0].signal), second.run(stops[1].signal)]
    for (const lock of [holdingLocks.witnessed, holdingLocks.checkpoint]) {
      await owner.query('select pg_advisory_lock($1)', [lock])
      const head = await write(3)
      let killed = 0
      while (killed === 0) {
        await owner.query('select pg_stat_clear_snapshot()')
        const { rowCount } = await owner.query(`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and wait_event = 'advisory' and query ~ '^(insert into witnessed|update "checkpoint")'`)
        killed = rowCount ?? 0
      }
      await owner.query('select pg_advisory_unlock($1)', [lock])
      await Promise.race([first.reached(head), second.reached(head)])
    }
    for (const process of ['first', 'second', 'first', 'second']) {
      await cut(process)
      const now = await write(2)
      await Promise.race([first.reached(now), second.reached(now)])
    }
    for (const stop of stops) stop.abort()
    await Promise.all(runs)
    expect(await positions()).toStrictEqual(await everyPosition())
  })

  it('handles nothing again that another process moved past while it was at work', async () => {
    const slowLog = createEventLog(pools[0])
    const head = await write(3)
    const other = createWitness(pools[1], createEventLog(pools[1]), 'second')
    // Read by the first, and before it handles them handled by the second: a leader that lost its lock without noticing.
    const readFrom = async (after: number, limit: number) => {
      const events = await slowLog.readFrom(after, limit)
      await other.catchUp()
      return events
    }
    await createWitness(pools[0], { ...slowLog, readFrom }, 'first').catchUp()
    expect(await witnesses(head - 3)).toStrictEqual(new Set(['second']))
    expect(await positions()).toStrictEqual(await everyPosition())
  })
})
