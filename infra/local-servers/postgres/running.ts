import { readFileSync, statSync } from 'node:fs'
import { setTimeout as wait } from 'node:timers/promises'
import { dataFiles } from './data-directory.ts'

/** What `postmaster.pid` says of the server of a data directory. */
export type Running = { readonly pid: number; readonly port: number; readonly ready: boolean }

/** The server that runs on a data directory, or `null`. A file left by one that was killed counts as none. */
export function findRunning(dataDir: string): Running | null {
  const { runningProcess, cluster } = dataFiles(dataDir)
  const lines = readIfThere(runningProcess)?.split('\n')
  const pid = Number(lines?.[0])
  if (lines === undefined || !Number.isInteger(pid) || pid <= 0 || !servesCluster(pid, cluster)) return null
  return { pid, port: Number(lines[3] ?? 0), ready: lines[7]?.trim() === 'ready' }
}

/** Stops it the fast way: open sessions are ended, everything committed is kept. */
export async function stopRunning(dataDir: string): Promise<void> {
  const running = findRunning(dataDir)
  if (running === null) return
  signal(running.pid, 'SIGINT')
  for (let waitedMs = 0; isAlive(running.pid); waitedMs += 25) {
    if (waitedMs === 20_000) signal(running.pid, 'SIGQUIT')
    await wait(25)
  }
}

export function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !isZombie(pid)
  } catch (error) {
    return hasCode(error, 'EPERM')
  }
}

/** After a crash the number may belong to another program. A server stands in its cluster's folder; where there is no /proc, PostgreSQL itself looks. */
function servesCluster(pid: number, cluster: string): boolean {
  if (!isAlive(pid)) return false
  if (process.platform !== 'linux') return true
  try {
    const [standsIn, wanted] = [statSync(`/proc/${pid}/cwd`), statSync(cluster)]
    return standsIn.dev === wanted.dev && standsIn.ino === wanted.ino
  } catch (error) {
    if (['ENOENT', 'ESRCH', 'EACCES'].some((code) => hasCode(error, code))) return false
    throw error
  }
}

const isZombie = (pid: number): boolean => process.platform === 'linux' && (readIfThere(`/proc/${pid}/stat`)?.includes(') Z ') ?? false)

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch (error) {
    if (!hasCode(error, 'ESRCH')) throw error
  }
}

function readIfThere(path: string): string | undefined {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (hasCode(error, 'ENOENT') || hasCode(error, 'ESRCH')) return undefined
    throw error
  }
}

const hasCode = (error: unknown, code: string): boolean => error instanceof Error && 'code' in error && error.code === code
