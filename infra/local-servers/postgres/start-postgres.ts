import { spawn } from 'node:child_process'
import { chownSync, closeSync, openSync, readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { freePort } from '../free-port.ts'
import { type Account, assertReachable, findAccount } from './account.ts'
import { type Binaries, findBinaries } from './binaries.ts'
import { dataFiles, passwordOf, prepareDataDirectory } from './data-directory.ts'
import { findRunning, isAlive, stopRunning } from './running.ts'

export type Postgres = {
  /** Of the owner and its database `postgres`; the password is read only when somebody asks. */
  readonly url: string
  readonly port: number
  readonly pid: number
  /** `false` where one was found running on the data directory. */
  readonly started: boolean
  /** Ends sessions, keeps everything committed, returns when the process is gone. */
  stop(): Promise<void>
}

export type PostgresOptions = {
  readonly dataDir: string
  /** A free one by default. */
  readonly port?: number
  readonly log?: (line: string) => void
  /** Server settings by name, such as `fsync`. */
  readonly settings?: Readonly<Record<string, string>>
}

/**
 * Starts PostgreSQL on a data directory, made where there is none, or takes over the one that runs there.
 *
 * It listens on the loopback address alone, in a process group of its own, and outlives its starter.
 *
 * @throws ClosedFolder before anything is written, when PostgreSQL's user cannot reach its programs or the data directory
 * @throws UnusableDataDirectory when another version or another user made the data directory
 */
export async function startPostgres(options: PostgresOptions): Promise<Postgres> {
  const dataDir = resolve(options.dataDir)
  const log = options.log ?? (() => undefined)
  const found = await findReady(dataDir, log)
  if (found !== null) return found

  const account = findAccount()
  const binaries = findBinaries()
  assertReachable(binaries.postgres, account)
  assertReachable(dataDir, account)
  prepareDataDirectory(dataDir, binaries, account)

  const port = options.port ?? (await freePort())
  const pid = launch(binaries, dataDir, port, account, options.settings ?? {})
  if (!(await untilReady(dataDir, pid))) return startPostgres(options)
  log(`PostgreSQL ${binaries.major} started on port ${port}, process ${pid}, data in ${dataDir}`)
  return describe(dataDir, port, pid, true)
}

/** The one that runs there, once it takes connections; `null` where none does, or it ended meanwhile. */
async function findReady(dataDir: string, log: (line: string) => void): Promise<Postgres | null> {
  for (let running = findRunning(dataDir); running !== null; running = findRunning(dataDir)) {
    if (running.ready) {
      log(`PostgreSQL found running on port ${running.port}, process ${running.pid}, data in ${dataDir}`)
      return describe(dataDir, running.port, running.pid, false)
    }
    await wait(25)
  }
  return null
}

const describe = (dataDir: string, port: number, pid: number, started: boolean): Postgres => ({
  get url() {
    return `postgres://owner:${passwordOf(dataDir, 'owner')}@127.0.0.1:${port}/postgres`
  },
  port,
  pid,
  started,
  stop: () => stopRunning(dataDir),
})

function launch(binaries: Binaries, dataDir: string, port: number, account: Account, settings: Readonly<Record<string, string>>): number {
  const { cluster, log } = dataFiles(dataDir)
  const merged = { listen_addresses: '127.0.0.1', unix_socket_directories: '', port: String(port), ...settings }
  const output = openSync(log, 'a', 0o600)
  if (account.ids.uid !== undefined && account.ids.gid !== undefined) chownSync(log, account.ids.uid, account.ids.gid)
  const flags = Object.entries(merged).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const server = spawn(binaries.postgres, ['-D', cluster, ...flags], { ...account.ids, cwd: '/', detached: true, stdio: ['ignore', output, output] })
  closeSync(output)
  server.unref()
  if (server.pid === undefined) throw new Error(`${binaries.postgres} could not be run`)
  return server.pid
}

/**
 * @returns whether it is the one that runs there: of two that start at once, one gives way
 * @throws Error with the end of PostgreSQL's own log when it ends before it is ready
 */
async function untilReady(dataDir: string, pid: number): Promise<boolean> {
  for (;;) {
    const running = findRunning(dataDir)
    if (running?.pid === pid && running.ready) return true
    if (isAlive(pid)) await wait(20)
    else if (running !== null) return false
    else throw new Error(`PostgreSQL ended before it was ready:\n${lastLines(dataFiles(dataDir).log, 20)}`)
  }
}

const lastLines = (path: string, count: number): string => readFileSync(path, 'utf8').trimEnd().split('\n').slice(-count).join('\n')
