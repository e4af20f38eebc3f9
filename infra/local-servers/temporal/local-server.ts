import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { Socket } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Connection } from '@temporalio/client'
import { freePort, requireFreePort } from '../free-port.ts'
import { LOCAL_SERVER_FILE_TUNING, LOCAL_SERVER_TUNING } from './local-server-tuning.ts'

export type LocalServerSettings = {
  /** The Temporal CLI. */
  readonly binary: string
  /** Made at the first start. */
  readonly namespace: string
  /** SQLite file that outlives the server; without it everything is in memory and gone at the end. */
  readonly databaseFile?: string
  /** A free port if absent. */
  readonly port?: number
  /** Port of Temporal's own pages: a free one if absent; null for none. */
  readonly uiPort?: number | null
  /** Keeps the server's log; without it the log is thrown away at a clean end. */
  readonly logFile?: string
  readonly logLevel?: 'debug' | 'info' | 'warn' | 'error'
  /** End the server with this process, however that ends. An installation that is supervised says no, and finds it again by its process id. */
  readonly endsWithProcess?: boolean
}

export type LocalServer = {
  /** Host and port for connections. */
  readonly address: string
  readonly namespace: string
  readonly uiPort: number | null
  /** Also the id of its process group, which a Ctrl-C in the terminal does not reach. */
  readonly pid: number
  /** Asks it to end, and after ten seconds ends it; a server that has ended is no error. */
  stop(): Promise<void>
}

/** The server ended before it answered, or did not answer in time; the message has the end of its log. */
export class LocalServerFailed extends Error {
  override readonly name = 'LocalServerFailed'
}

const ANSWERS_WITHIN_MS = 60_000
const ENDS_WITHIN_MS = 10_000
const STARTS_TRIED = 3

/** The server's process ended before it answered. */
class EndedEarly extends Error {
  override readonly name = 'EndedEarly'
}

/**
 * Starts Temporal's development server on the loopback address and waits until its namespace answers.
 *
 * @throws LocalServerFailed when it does not come up: a port in use, a database of a newer version, no room on the disk
 */
export async function startLocalServer(settings: LocalServerSettings): Promise<LocalServer> {
  // The server draws ports for its own parts: one that another process takes in that moment ends it, and a second draw is as good.
  for (let left = STARTS_TRIED; ; left -= 1) {
    try {
      return await startOnce(settings)
    } catch (error) {
      if (left === 1 || !(error instanceof LocalServerFailed) || !(error.cause instanceof EndedEarly)) throw error
    }
  }
}

async function startOnce(settings: LocalServerSettings): Promise<LocalServer> {
  const port = await portFor(settings.port, 'its connections')
  const uiPort = settings.uiPort === null ? null : await portFor(settings.uiPort, 'its pages')
  const address = `127.0.0.1:${port}`
  const temporary = settings.logFile === undefined ? await mkdtemp(join(tmpdir(), 'follow-up-temporal-')) : null
  const logFile = settings.logFile ?? join(temporary ?? '', 'temporal.log')

  const server = launch(settings, port, uiPort, logFile)
  const watcher = settings.endsWithProcess === true ? endWithThisProcess(server.child) : null
  const stop = async () => {
    await endProcess(server.child)
    watcher?.kill('SIGKILL')
    if (temporary !== null) await rm(temporary, { recursive: true, force: true })
  }
  try {
    await answers(address, settings.namespace, server)
  } catch (error) {
    const log = await readFile(logFile, 'utf8').catch(() => '')
    await stop()
    const reason = error instanceof Error ? error.message : String(error)
    throw new LocalServerFailed(`The Temporal server on ${address} did not start: ${reason}\n${endOf(log)}`, { cause: error })
  }
  return { address, namespace: settings.namespace, uiPort, pid: server.child.pid ?? 0, stop }
}

/** A server that finds its port taken ends, but until then whoever holds the port would answer in its place. */
async function portFor(wished: number | undefined, purpose: string): Promise<number> {
  if (wished === undefined) return freePort()
  await requireFreePort(wished).catch((error: Error) => {
    throw new LocalServerFailed(`Temporal cannot have port ${wished} for ${purpose}: ${error.message}`, { cause: error })
  })
  return wished
}

type Launched = { readonly child: ChildProcess; readonly ended: Promise<string> }

function launch({ binary, namespace, databaseFile, logLevel = 'warn' }: LocalServerSettings, port: number, uiPort: number | null, logFile: string): Launched {
  const args = ['server', 'start-dev', '--ip', '127.0.0.1', '--port', String(port), '--namespace', namespace, '--log-level', logLevel]
  args.push(...(uiPort === null ? ['--headless'] : ['--ui-ip', '127.0.0.1', '--ui-port', String(uiPort)]))
  if (databaseFile !== undefined) {
    args.push('--db-filename', databaseFile)
    for (const [pragma, value] of Object.entries(LOCAL_SERVER_FILE_TUNING)) args.push('--sqlite-pragma', `${pragma}=${value}`)
  }
  for (const [key, value] of Object.entries(LOCAL_SERVER_TUNING)) args.push('--dynamic-config-value', `${key}=${JSON.stringify(value)}`)

  const log = openSync(logFile, 'a')
  try {
    const child = spawn(binary, args, { detached: true, stdio: ['ignore', log, log] })
    const ended = new Promise<string>((resolve) => {
      child.once('error', (error) => resolve(error.message))
      child.once('exit', (code, signal) => resolve(`it ended with ${signal ?? `code ${code}`}`))
    })
    return { child, ended }
  } finally {
    closeSync(log)
  }
}

/** Asks over gRPC until the namespace is there; a process that ended is told at once. */
async function answers(address: string, namespace: string, server: Launched): Promise<void> {
  // gRPC's own pause after a refused connection is a second; the server is up in a fifth of that.
  const connection = Connection.lazy({ address, channelArgs: { 'grpc.initial_reconnect_backoff_ms': 20, 'grpc.max_reconnect_backoff_ms': 100 } })
  const until = performance.now() + ANSWERS_WITHIN_MS
  let ended: string | null = null
  void server.ended.then((why) => {
    ended = why
  })
  try {
    while (performance.now() < until) {
      if (ended !== null) throw new EndedEarly(ended)
      const answered = await connection
        .withDeadline(Date.now() + 1_000, () => connection.workflowService.describeNamespace({ namespace }))
        .then(
          () => true,
          () => false,
        )
      if (answered && ended === null) return
      await pause(25)
    }
    throw new Error(`it did not answer within ${ANSWERS_WITHIN_MS / 1000} s`)
  } finally {
    await connection.close()
  }
}

/** A shell that reads from this process: when it reads the end, this process is gone, by kill -9 or otherwise. */
function endWithThisProcess(server: ChildProcess): ChildProcess | null {
  if (server.pid === undefined) return null
  const watcher = spawn('/bin/sh', ['-c', 'cat > /dev/null; kill -KILL "$0"', String(server.pid)], { detached: true, stdio: ['pipe', 'ignore', 'ignore'] })
  watcher.unref()
  if (watcher.stdin instanceof Socket) watcher.stdin.unref()
  return watcher
}

async function endProcess(child: ChildProcess): Promise<void> {
  if (child.pid === undefined || child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGTERM')
  const force = setTimeout(() => child.kill('SIGKILL'), ENDS_WITHIN_MS)
  await ended
  clearTimeout(force)
}

const endOf = (log: string) => log.trim().split('\n').slice(-5).join('\n')
