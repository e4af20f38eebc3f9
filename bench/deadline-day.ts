/**
 * B5a, short form: obligations that fall due at one instant, each noted exactly once and its notice queued, deliveries held,
 * against a bare workflow with the same timer and one local activity that does nothing, on the same Temporal server.
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { extname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'
import type { Clock } from '../activities/ports.ts'
import { day } from '../domain/calendar/calendar-date.ts'
import { verify } from '../infra/event-store/verify.ts'
import { openInstallation } from '../infra/installation/installation.ts'
import { findTemporalBinary } from '../infra/local-servers/temporal/binary.ts'
import { startLocalServer } from '../infra/local-servers/temporal/local-server.ts'
import { bindActivities } from '../infra/temporal/bind-activities.ts'
import { connectClient, connectWorker } from '../infra/temporal/connection.ts'
import { installNativeRuntime } from '../infra/temporal/native-runtime.ts'
import { createWaker } from '../infra/temporal/waker.ts'
import { createWorker } from '../infra/temporal/worker.ts'
import { openCycleOf } from './fictional-members.ts'
import { type Contestant, play, print, printMachine, printOracle, printRates } from './report.ts'
import { withServer } from './server.ts'
import type { BareActivities } from './workflows/bare-timer.ts'
import type { bareTimer } from './workflows/index.ts'

const obligations = 500
const rounds = 3
/** From the first start to the common instant: long enough for all to wait by then. */
const leadMs = 20_000

installNativeRuntime('ERROR')
const folder = mkdtempSync(join(tmpdir(), 'follow-up-bench-'))
const workflows = { bundlePath: join(folder, 'workflow-bundle.js') }
const { code } = await bundleWorkflowCode({
  workflowsPath: join(import.meta.dirname, 'workflows', `index${extname(import.meta.filename)}`),
  logger: new DefaultLogger('ERROR'),
})
writeFileSync(workflows.bundlePath, code)
const { path: binary } = await findTemporalBinary(print)
const temporal = await startLocalServer({ binary, namespace: 'bench', uiPort: null, endsWithProcess: true })
const client = await connectClient(temporal)
const connection = await connectWorker(temporal)

/** Counts answers until all have come. */
function counter() {
  let come = 0
  let tell = (): void => undefined
  const all = new Promise<void>((resolve) => {
    tell = resolve
  })
  const count = (): void => {
    come += 1
    if (come === obligations) tell()
  }
  return { count, all }
}

/** Runs one turn. @returns how many a second, from the common instant to the last answer */
async function turn(taskQueue: string, activities: object, start: () => Promise<void>, dueAtMs: number, all: Promise<void>): Promise<number> {
  const worker = await createWorker({ connection, namespace: temporal.namespace, taskQueue, workflows, activities })
  const running = worker.run()
  await start()
  const late = Date.now() - dueAtMs
  if (late > 0) throw new Error(`The starts took ${late} ms too long: the instant was over before all waited`)
  await all
  const rate = obligations / ((Date.now() - dueAtMs) / 1_000)
  // Whatever still comes, comes now: the oracle would count it twice.
  await pause(1_000)
  await worker.stop()
  await running
  return rate
}

/** 31 July 2012 until the common instant, 1 August from then on. */
const clockUntil = (dueAtMs: number): Clock => {
  const today = () => (Date.now() < dueAtMs ? day('2012-07-31') : day('2012-08-01'))
  return {
    today: async () => today(),
    waitMsUntil: async (until) => (until <= today() ? 0 : until === '2012-08-01' ? Math.max(dueAtMs - Date.now(), 1_000) : 3_600_000),
    now: async () => `${today()}T00:00:00.000Z`,
  }
}

await withServer(async (server) => {
  const tallies: string[] = []
  let turns = 0

  const followUp: Contestant = {
    name: 'Follow-Up',
    turn: async () => {
      turns += 1
      const taskQueue = `bench-${turns}`
      const { service } = await server.installation(`bench_deadline_${turns}`)
      let dueAtMs = Number.POSITIVE_INFINITY
      const clock: Clock = {
        today: (zone) => clockUntil(dueAtMs).today(zone),
        waitMsUntil: (on, zone) => clockUntil(dueAtMs).waitMsUntil(on, zone),
        now: () => clockUntil(dueAtMs).now(),
      }
      const postOffice = { deliver: () => Promise.reject(new Error('Deliveries are held')), askAbout: async () => 'has-not' as const }
      const installation = await openInstallation({ serviceUrl: service, clock, postOffice })
      const ids = await openCycleOf(installation.office, installation.seeds, obligations)
      const { count, all } = counter()
      const bound = bindActivities({
        office: installation.office,
        zones: ['Europe/Zurich'],
        reconcile: () => Promise.reject(new Error('Nothing is reconciled here')),
      })
      const takeStep: typeof bound.takeStep = async (id, step) => {
        const next = await bound.takeStep(id, step)
        if (next.kind === 'step' && next.step !== step.step) count()
        return next
      }
      const waker = createWaker({ client, installation: taskQueue, taskQueue })
      const head = await installation.office.log.head()
      dueAtMs = Date.now() + leadMs
      const start = async () => {
        await waker.wakeAll(new Map(ids.map((id) => [`obligation/${id}` as const, head])))
      }
      const rate = await turn(taskQueue, { ...bound, takeStep }, start, dueAtMs, all)
      const { rows } = await installation.pool.query<{ noted: string; streams: string; queued: string }>(
        `select count(*) filter (where type = 'LetterFellDue') as noted, count(distinct stream_id) filter (where type = 'LetterFellDue') as streams,
           count(*) filter (where type = 'NoticeQueued') as queued from recorded_event`,
      )
      const { firstBad } = await verify(installation.pool)
      tallies.push(`${rows[0]?.noted} noted in ${rows[0]?.streams} obligations, ${rows[0]?.queued} notices queued, first bad ${firstBad?.position ?? 'none'}`)
      await installation.close()
      return rate
    },
  }

  const bare: Contestant = {
    name: 'bare timer and no-op',
    turn: async () => {
      turns += 1
      const taskQueue = `bench-${turns}`
      const { count, all } = counter()
      const dueAtMs = Date.now() + leadMs
      const activities: BareActivities = { howLong: async () => Math.max(dueAtMs - Date.now(), 1), nothing: async () => count() }
      const queue = Array.from({ length: obligations }, (_, n) => `${taskQueue}/${n}`).values()
      const start = async () => {
        const hand = async () => {
          for (const workflowId of queue)
            await client.workflow.signalWithStart<typeof bareTimer, [number]>('bareTimer', {
              taskQueue,
              workflowId,
              args: [],
              signal: 'recordChanged',
              signalArgs: [1],
            })
        }
        await Promise.all(Array.from({ length: 50 }, hand))
      }
      return turn(taskQueue, activities, start, dueAtMs, all)
    },
  }

  const rates = await play([followUp, bare], rounds)
  printMachine({ PostgreSQL: server.version, Temporal: (await client.workflowService.getSystemInfo({})).serverVersion ?? '' })
  printRates(`B5a short: ${obligations} obligations due at one instant, deliveries held`, 'obligations', rates)
  for (const tally of tallies) printOracle(`Follow-Up: ${tally}`)
})

await client.connection.close()
await connection.close()
await temporal.stop()
rmSync(folder, { recursive: true, force: true })
