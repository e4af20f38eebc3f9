/**
 * B1, short form: bulk import, durable, gapless, versions checked, chained,
 * against raw COPY of the same rows into the same table with the same indexes, and Emmett.
 */
import type { Pool } from 'pg'
import type { Append } from '../activities/ports.ts'
import { bulkAppend } from '../infra/event-store/bulk-append.ts'
import { copyRows } from '../infra/event-store/copy-rows.ts'
import { prepare } from '../infra/event-store/envelope.ts'
import { formatChunk } from '../infra/event-store/format-chunk.ts'
import { verify } from '../infra/event-store/verify.ts'
import { openPool } from '../infra/postgres/pool.ts'
import { openEmmett } from './emmett.ts'
import { append, data, payload } from './facts.ts'
import { createRawTable, rawColumns } from './raw.ts'
import { type Contestant, play, printMachine, printOracle, printRates } from './report.ts'
import { withServer } from './server.ts'

const streams = 400
const commandsInStream = 10
const eventsInCommand = 10
const events = streams * commandsInStream * eventsInCommand
const rounds = 5

/** A turn's history: each stream's commands in order, ten events each. */
function* history(turn: string): Generator<Append> {
  for (let stream = 0; stream < streams; stream += 1)
    for (let command = 0; command < commandsInStream; command += 1) {
      const atVersion = command * eventsInCommand
      const first = append(stream, atVersion, turn)
      const [only] = first.streams
      const event = only?.events[0]
      if (only === undefined || event === undefined) throw new Error('A command has an event')
      const ten = Array.from({ length: eventsInCommand }, (_, index) => ({ ...event, data: data(stream, atVersion + index) }))
      yield { ...first, streams: [{ ...only, events: ten }] }
    }
}

const rateOf = async (work: () => Promise<unknown>): Promise<number> => {
  const begun = performance.now()
  await work()
  return events / ((performance.now() - begun) / 1_000)
}

/** The rows ready in COPY's own format, in commits of the same size: what is left is PostgreSQL's part. */
function rawRows(turn: number): readonly (readonly string[])[] {
  const prepared = [...history(`turn-${turn}`)].map(prepare)
  const keys = new Map(prepared.flatMap((command) => command.streams).map(({ name }, index) => [name, `${turn * 1_000_000 + index}`]))
  const { events: rows } = formatChunk(prepared, { position: turn * events, chain: null, recordedAt: '2013-06-13T00:00:00.000Z' }, keys)
  return Array.from({ length: Math.ceil(rows.length / chunk) }, (_, index) => rows.slice(index * chunk, (index + 1) * chunk))
}

const chunk = 10_000

async function emmettContestants(url: string, pool: Pool): Promise<{ contestants: readonly Contestant[]; version: string; close: () => Promise<void> }> {
  const emmett = await openEmmett(url, pool)
  if (emmett === null) return { contestants: [], version: 'not installed', close: async () => undefined }
  let turns = 0
  const turn = () => {
    const prefix = `turn-${turns++}`
    let next = 0
    const oneByOne = async (): Promise<void> => {
      for (let stream = next++; stream < streams; stream = next++) {
        const all = Array.from({ length: commandsInStream * eventsInCommand }, (_, version) => ({ type: 'Noted', data: data(stream, version) }))
        await emmett.store.appendToStream(`${prefix}/${stream}`, all, { expectedStreamVersion: 'STREAM_DOES_NOT_EXIST' })
      }
    }
    return rateOf(() => Promise.all(Array.from({ length: 8 }, oneByOne)))
  }
  const name = `Emmett ${emmett.version}, a stream of ${commandsInStream * eventsInCommand} a call, 8 at once`
  return { contestants: [{ name, turn }], version: emmett.version, close: () => emmett.store.close() }
}

await withServer(async (server) => {
  const { import: importUrl, service } = await server.installation('bench_import')
  const importer = openPool(importUrl)
  let turns = 0
  const followUp: Contestant = { name: 'Follow-Up', turn: () => rateOf(() => bulkAppend(importer, history(`turn-${turns++}`), { chunk })) }

  const rawPool = openPool(await server.database('bench_raw'))
  await createRawTable(rawPool)
  let copies = 0
  const raw: Contestant = {
    name: 'raw COPY of rows made before',
    turn: async () => {
      const chunks = rawRows(copies++)
      const client = await rawPool.connect()
      const rate = await rateOf(async () => {
        for (const rows of chunks) await copyRows(client, 'raw_event', rawColumns, rows)
      })
      client.release()
      return rate
    },
  }

  const emmettUrl = await server.database('bench_emmett')
  const emmettPool = openPool(emmettUrl, { max: 8 })
  const peers = await emmettContestants(emmettUrl, emmettPool)

  const rates = await play([followUp, raw, ...peers.contestants], rounds)
  printMachine({ PostgreSQL: server.version, Emmett: peers.version })
  printRates(`B1 short: bulk import, ${events.toLocaleString('en')} events a round, payload of ${payload} bytes, fsync on`, 'events', rates)
  const servicePool = openPool(service)
  const found = await verify(servicePool)
  printOracle(`Follow-Up: ${rounds * events} sent, ${found.events} on record, first bad ${found.firstBad?.position ?? 'none'}, head ${found.head.slice(0, 16)}`)
  const { rows } = await rawPool.query<{ rows: string }>('select count(*) as rows from raw_event')
  printOracle(`raw COPY: ${rounds * events} sent, ${rows[0]?.rows} rows`)
  if (peers.contestants.length > 0) {
    const { rows: messages } = await emmettPool.query<{ rows: string }>('select count(*) as rows from emt_messages')
    printOracle(`Emmett: ${rounds * events} sent, ${messages[0]?.rows} messages`)
  }
  await peers.close()
  for (const pool of [importer, servicePool, rawPool, emmettPool]) await pool.end()
})
