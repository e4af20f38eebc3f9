import { type ChildProcess, spawn } from 'node:child_process'
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { migrate } from '../../../infra/event-store/migrate.ts'
import { installationDatabase, layoutOf } from '../../../infra/installation/layout.ts'
import { freePort } from '../../../infra/local-servers/free-port.ts'
import { passwordOf, passwordsOf } from '../../../infra/local-servers/postgres/data-directory.ts'
import { findRunning } from '../../../infra/local-servers/postgres/running.ts'
import { startPostgres } from '../../../infra/local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../../../infra/postgres/provision-database.ts'
import { isStillRunning, type ProcessMark } from '../../../infra/supervisor/process-identity.ts'
import { type RunFile, readRunFile } from '../../../infra/supervisor/run-file.ts'
import { answered, commandLine, followUp, ownEnvironment, refused, temporaryFolder } from '../../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const rehearsal = layoutOf(data).rehearsal('r202')
const supervisors: ChildProcess[] = []
let port: number

type Started = {
  readonly web: string
  readonly temporalPages: string
  readonly limits: readonly { date: string; instrument: string; obligations: number }[]
}

/** Starts the installation as a terminal does; answers once it says where it is. */
async function start(): Promise<{ readonly supervisor: ChildProcess; readonly said: Started; readonly told: () => string }> {
  const supervisor = spawn(process.execPath, [commandLine, 'start', '--data', data, '--port', String(port), '--json'], { env: ownEnvironment() })
  supervisors.push(supervisor)
  let [out, error] = ['', '']
  supervisor.stderr.on('data', (chunk) => {
    error += String(chunk)
  })
  await new Promise<void>((resolve, reject) => {
    supervisor.stdout.on('data', (chunk) => {
      out += String(chunk)
      if (out.includes('\n')) resolve()
    })
    supervisor.once('exit', (code) => reject(new Error(`It ended with ${code}: ${error}`)))
  })
  return { supervisor, said: JSON.parse(out) as Started, told: () => error }
}

const running = (): RunFile => {
  const run = readRunFile(data)
  if (run === null) throw new Error('There is no run.json')
  return run
}

const marksNow = (): readonly ProcessMark[] => Object.values(running().processes)
const ended = (supervisor: ChildProcess): Promise<number | null> => new Promise((resolve) => supervisor.once('exit', resolve))
const events = async (): Promise<number> => answered<{ events: number }>(await followUp(['verify', '--data', data, '--json'])).events

async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; !(await holds()); tries += 1) {
    if (tries === 300) throw new Error(`It did not come to pass: ${what}`)
    await wait(100)
  }
}

beforeAll(async () => {
  port = await freePort()
  // As though the play had been shown before: it is tested where it is played.
  const postgres = await startPostgres({ dataDir: layoutOf(rehearsal).postgres })
  const passwords = passwordsOf(layoutOf(rehearsal).postgres)
  await migrate(await provisionDatabase(postgres.url, installationDatabase), { kind: 'rehearsal', passwords })
  await postgres.stop()
  mkdirSync(rehearsal, { recursive: true })
  writeFileSync(join(rehearsal, 'result.json'), '{}')
})

afterAll(async () => {
  for (const supervisor of supervisors.filter((each) => each.exitCode === null && each.signalCode === null)) {
    supervisor.kill('SIGTERM')
    await ended(supervisor)
  }
  folder.remove()
})

describe('an installation', () => {
  let first: Awaited<ReturnType<typeof start>>
  let before: number

  it('starts, answers with a page, and says what falls due next', async () => {
    first = await start()
    before = await events()
    const page = await fetch(first.said.web)
    expect([page.status, (await page.text()).includes('No. 202')]).toStrictEqual([200, true])
    expect(first.said.limits.length).toBeGreaterThan(0)
    expect(first.said.limits.map(({ date }) => date)).toStrictEqual(first.said.limits.map(({ date }) => date).toSorted())
    expect(Object.keys(running().processes).toSorted()).toStrictEqual(['projections', 'sink', 'temporal', 'web', 'worker'])
    expect((await fetch(first.said.temporalPages)).status).toBe(200)
  })

  it.runIf(process.platform === 'linux')("hands the owner's login to none of its processes", () => {
    const password = passwordOf(layoutOf(data).postgres, 'owner')
    const pids = [first.supervisor.pid, ...marksNow().map(({ pid }) => pid)]
    expect(pids.filter((pid) => readFileSync(`/proc/${pid}/environ`, 'utf8').includes(password))).toStrictEqual([])
  })

  it('serves the readiness of each process', async () => {
    const ready = async (ops: number) => (await fetch(`http://127.0.0.1:${ops}/readyz`)).status === 200
    expect(Object.keys(running().ops).toSorted()).toStrictEqual(['projections', 'sink', 'web', 'worker'])
    await until('every process is ready', async () => (await Promise.all(Object.values(running().ops).map(ready))).every(Boolean))
  })

  it('says that it runs to whoever starts it again', async () => {
    const again = await followUp(['start', '--data', data, '--port', String(await freePort()), '--json'])
    expect([again.code, refused(again).code]).toStrictEqual([3, 'already-running'])
  })

  it('has a part that was killed running again', async () => {
    const killed = running().processes.worker
    if (killed === undefined) throw new Error('There is no worker')
    process.kill(killed.pid, 'SIGKILL')
    await until('another worker runs', () => {
      const worker = running().processes.worker
      return worker !== undefined && worker.pid !== killed.pid && isStillRunning(worker)
    })
  })

  it('answers again after its PostgreSQL was killed', async () => {
    const found = findRunning(layoutOf(data).postgres)
    if (found === null || found === undefined) throw new Error('There is no PostgreSQL')
    const { pid, port: known } = found
    process.kill(pid, 'SIGKILL')
    await until('PostgreSQL runs again', () => findRunning(layoutOf(data).postgres)?.ready === true && findRunning(layoutOf(data).postgres)?.pid !== pid)
    expect(findRunning(layoutOf(data).postgres)?.port).toBe(known)
    await until('the page answers', async () => (await fetch(first.said.web).catch(() => null))?.status === 200)
  })

  it('is taken over after its supervisor was killed: nothing runs twice, nothing is recorded twice', async () => {
    await until('all parts run', () => marksNow().every(isStillRunning))
    const left = marksNow()
    first.supervisor.kill('SIGKILL')
    await ended(first.supervisor)
    const second = await start()
    expect(left.filter(isStillRunning)).toStrictEqual([])
    expect([(await fetch(second.said.web)).status, await events()]).toStrictEqual([200, before])

    const [parts, servers] = [marksNow(), [data, rehearsal].map((installation) => layoutOf(installation).postgres)]
    await until('the rehearsal is shown', () => servers.every((server) => findRunning(server) !== null))
    second.supervisor.kill('SIGINT')
    expect(await ended(second.supervisor)).toBe(0)
    expect([parts.filter(isStillRunning), servers.map(findRunning), readRunFile(data)]).toStrictEqual([[], [null, null], null])
  })
})

describe('start', () => {
  it('says that its port is in use before anything is written', async () => {
    const other = createServer()
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve))
    const taken = String((other.address() as AddressInfo).port)
    const directory = join(folder.path, 'elsewhere')
    const started = await followUp(['start', '--data', directory, '--port', taken, '--json'])
    other.close()
    expect([started.code, refused(started).code, existsSync(directory)]).toStrictEqual([5, 'port-in-use', false])
    expect(refused(started).message).toContain(taken)
  })

  it('refuses a rehearsal installation, and leaves it as it was', async () => {
    const started = await followUp(['start', '--data', rehearsal, '--port', String(await freePort()), '--json'])
    expect([started.code, refused(started).code, existsSync(layoutOf(rehearsal).run)]).toStrictEqual([3, 'other-installation', false])
    expect([findRunning(layoutOf(rehearsal).postgres), readFileSync(join(rehearsal, 'result.json'), 'utf8')]).toStrictEqual([null, '{}'])
  })

  it('refuses to record anything in a rehearsal installation', async () => {
    const closed = await followUp(['session', 'close', 'ilc-114', '--data', rehearsal, '--json'])
    expect([closed.code, refused(closed).code]).toStrictEqual([3, 'rehearsal-is-read-only'])
  })
})
