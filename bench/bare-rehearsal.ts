import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { Pool } from 'pg'
import { startPostgres } from '../infra/local-servers/postgres/start-postgres.ts'
import { findTemporalBinary } from '../infra/local-servers/temporal/binary.ts'
import { startLocalServer } from '../infra/local-servers/temporal/local-server.ts'
import { listCaptured } from '../infra/mail/captured-mail.ts'
import { startSink } from '../infra/mail/sink.ts'
import { smtpPostOffice } from '../infra/mail/smtp-post-office.ts'
import { readSmtpUrl } from '../infra/mail/smtp-relay.ts'
import { connectClient, connectWorker } from '../infra/temporal/connection.ts'
import { createWorker } from '../infra/temporal/worker.ts'
import { recordChangedSignal } from '../workflows/messages.ts'
import type { PlayedDay, PlayedLetter } from './played-record.ts'
import { createRawTable, insertRows } from './raw.ts'
import type { WokenActivities } from './workflows/bare-wake-up.ts'
import type { bareWakeUp } from './workflows/index.ts'

const taskQueue = 'bench'

export type BareRun = {
  /** Servers included, up to the last answer of the last day. */
  readonly seconds: number
  readonly answered: number
  readonly captured: number
  readonly rows: number
  readonly versions: { readonly PostgreSQL: string; readonly Temporal: string }
}

/**
 * The operations of a played rehearsal without its rules, on servers of the same kind, each day to its end before the next: wake-ups of
 * bare workflows, the same bytes to the sink, and each append as one statement of plain inserts.
 */
export async function runBare(days: readonly PlayedDay[], bundlePath: string): Promise<BareRun> {
  const began = performance.now()
  const folder = await mkdtemp(join(tmpdir(), 'follow-up-bench-'))
  const closing: (() => unknown)[] = [() => rm(folder, { recursive: true, force: true })]
  try {
    // PostgreSQL may run as a user of its own, and must pass through.
    await chmod(folder, 0o711)
    const { pool, client, answers, deliver } = await openBare(folder, bundlePath, closing)
    const send = ({ from, to, bytes }: PlayedLetter) => deliver({ from, to, bytes }, async () => 'send', AbortSignal.timeout(60_000))
    let stream = 0
    for (const { woken, letters, appends } of days) {
      const all = answers.after(woken.length)
      await atOnce(woken, (id) => wake(client, id))
      await all
      await atOnce(letters, send)
      await atOnce(appends, (events) => {
        stream += 1
        return insertRows(pool, stream, 0, events)
      })
    }
    const seconds = (performance.now() - began) / 1_000

    const { rows } = await pool.query<{ rows: string; version: string }>("select count(*) as rows, current_setting('server_version') as version from raw_event")
    const { serverVersion } = await client.workflowService.getSystemInfo({})
    const versions = { PostgreSQL: rows[0]?.version ?? '', Temporal: serverVersion ?? '' }
    return { seconds, answered: answers.come(), captured: (await listCaptured(folder)).length, rows: Number(rows[0]?.rows), versions }
  } finally {
    for (const end of closing.toReversed()) await end()
  }
}

/** The servers that a rehearsal has, a worker for the bare workflow, and how each ends. */
async function openBare(folder: string, bundlePath: string, closing: (() => unknown)[]) {
  const kept = <Part>(part: Part, end: (part: Part) => unknown): Part => {
    closing.push(() => end(part))
    return part
  }
  const { path: binary } = await findTemporalBinary(() => undefined)
  const [postgres, temporal, sink] = await Promise.all([
    startPostgres({ dataDir: join(folder, 'postgres') }).then((part) => kept(part, ({ stop }) => stop())),
    startLocalServer({ binary, namespace: 'bench', uiPort: null, endsWithProcess: true, logLevel: 'error' }).then((part) => kept(part, ({ stop }) => stop())),
    startSink({ dataDirectory: folder }).then((part) => kept(part, (each) => each.close())),
  ])
  const pool = kept(new Pool({ connectionString: postgres.url, max: 12 }), (part) => part.end())
  await createRawTable(pool)
  const client = kept(await connectClient(temporal), (part) => part.connection.close())
  const connection = kept(await connectWorker(temporal), (part) => part.close())
  const answers = countAnswers()
  const activities: WokenActivities = { nothing: async () => answers.count() }
  const worker = kept(await createWorker({ connection, namespace: temporal.namespace, taskQueue, workflows: { bundlePath }, activities }), (part) =>
    part.stop(),
  )
  // A worker that died leaves answers waiting: the bench says so and ends.
  worker.run().catch(answers.fail)
  return { pool, client, answers, deliver: smtpPostOffice(readSmtpUrl(sink.url)).deliver }
}

const wake = (client: Client, workflowId: string) =>
  client.workflow.signalWithStart<typeof bareWakeUp, [number]>('bareWakeUp', { taskQueue, workflowId, args: [], signal: recordChangedSignal, signalArgs: [1] })

/** As many at once as a rehearsal has letters on their way. */
async function atOnce<Item>(items: readonly Item[], act: (item: Item) => Promise<unknown>): Promise<void> {
  const queue = items.values()
  const hand = async () => {
    for (const item of queue) await act(item)
  }
  await Promise.all(Array.from({ length: 50 }, hand))
}

/** Counts what the activity answered, and tells when so many more have come. */
function countAnswers() {
  let come = 0
  let wanted = 0
  let tell = (): void => undefined
  let fail = (_: unknown): void => undefined
  const after = (more: number): Promise<void> => {
    wanted = come + more
    if (more === 0) return Promise.resolve()
    return new Promise((resolve, reject) => {
      tell = resolve
      fail = reject
    })
  }
  const count = (): void => {
    come += 1
    if (come === wanted) tell()
  }
  return { after, count, come: () => come, fail: (cause: unknown) => fail(cause) }
}
