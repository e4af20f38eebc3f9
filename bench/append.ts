/**
 * B2, short form: single appends by 32 callers at once from one process, each answered only when durable,
 * against one-row inserts in PostgreSQL (32 clients of pg in Node, and pgbench where it is installed) and Emmett.
 */
import { createEventLog } from '../infra/event-store/event-log.ts'
import { verify } from '../infra/event-store/verify.ts'
import { openPool } from '../infra/postgres/pool.ts'
import { openEmmett } from './emmett.ts'
import { append, data, payload } from './facts.ts'
import { createRawTable, hasPgbench, insertRow, pgbench } from './raw.ts'
import { type Contestant, play, printMachine, printOracle, printRates } from './report.ts'
import { withServer } from './server.ts'

const callers = 32
const turnMs = 2_000
const rounds = 5

/** Callers that ask again as soon as they are answered, for the length of a turn. @returns answers a second */
async function callersAtOnce(call: (caller: number) => Promise<unknown>): Promise<number> {
  const begun = performance.now()
  let answered = 0
  await Promise.all(
    Array.from({ length: callers }, async (_, caller) => {
      while (performance.now() - begun < turnMs) {
        await call(caller)
        answered += 1
      }
    }),
  )
  return answered / ((performance.now() - begun) / 1_000)
}

await withServer(async (server) => {
  const { service } = await server.installation('bench_append')
  const pool = openPool(service)
  const log = createEventLog(pool)
  const versions = Array.from({ length: callers }, () => 0)
  let recorded = 0
  const followUp: Contestant = {
    name: 'Follow-Up',
    turn: () =>
      callersAtOnce(async (caller) => {
        const version = versions[caller] ?? 0
        versions[caller] = version + 1
        await log.append(append(caller, version))
        recorded += 1
      }),
  }

  const rawUrl = await server.database('bench_raw')
  const rawPool = openPool(rawUrl, { max: callers })
  await createRawTable(rawPool)
  let inserted = 0
  const raw: Contestant = {
    name: 'one-row inserts, pg in Node',
    turn: () =>
      callersAtOnce(async (caller) => {
        inserted += 1
        await insertRow(rawPool, caller, inserted)
      }),
  }

  const benched: Contestant[] = hasPgbench() ? [{ name: 'one-row inserts, pgbench', turn: async () => pgbench(rawUrl, callers, turnMs / 1_000) }] : []

  const emmettUrl = await server.database('bench_emmett')
  const emmettPool = openPool(emmettUrl, { max: callers })
  const emmett = await openEmmett(emmettUrl, emmettPool)
  const emmettVersions = Array.from({ length: callers }, () => 0n)
  let sent = 0
  const peers: Contestant[] =
    emmett === null
      ? []
      : [
          {
            name: `Emmett ${emmett.version}`,
            turn: () =>
              callersAtOnce(async (caller) => {
                const version = emmettVersions[caller] ?? 0n
                emmettVersions[caller] = version + 1n
                const expectedStreamVersion = version === 0n ? 'STREAM_DOES_NOT_EXIST' : version
                await emmett.store.appendToStream(`obligation/${caller}`, [{ type: 'Noted', data: data(caller, Number(version)) }], { expectedStreamVersion })
                sent += 1
              }),
          },
        ]

  const rates = await play([followUp, raw, ...benched, ...peers], rounds)
  printMachine({ PostgreSQL: server.version, Emmett: emmett?.version ?? 'not installed' })
  printRates(`B2 short: single appends, ${callers} callers at once, payload of ${payload} bytes, fsync on`, 'appends', rates)
  const { events, recordHash, head, firstBad } = await verify(pool)
  printOracle(
    `Follow-Up: ${recorded} answered, ${events} on record, first bad ${firstBad?.position ?? 'none'}, head ${head.slice(0, 16)}, recordHash ${recordHash.slice(0, 16)}`,
  )
  const { rows } = await rawPool.query<{ rows: string }>("select count(*) as rows from raw_event where type = 'Noted'")
  printOracle(`pg in Node: ${inserted} answered, ${rows[0]?.rows} rows`)
  if (emmett !== null) {
    const { rows: messages } = await emmettPool.query<{ rows: string }>('select count(*) as rows from emt_messages')
    printOracle(`Emmett: ${sent} answered, ${messages[0]?.rows} messages`)
  }
  await pool.end()
  await rawPool.end()
  await emmett?.store.close()
  await emmettPool.end()
})
