import { setTimeout as wait } from 'node:timers/promises'
import { layoutOf } from '../installation/layout.ts'
import { freePort, requireFreePort } from '../local-servers/free-port.ts'
import { endProcess } from './end-process.ts'
import { AlreadyRunning, PortTaken } from './errors.ts'
import { isStillRunning, markOf, type ProcessMark } from './process-identity.ts'
import { findRunningInstallation, type RunFile, readRunFile, removeRunFile, writeRunFile } from './run-file.ts'

/** A data directory that this supervisor alone runs an installation on. */
export type DirectoryLock = {
  /** Puts a process on file. */
  readonly began: (name: string, mark: ProcessMark) => void
  readonly temporalAt: (temporal: RunFile['temporal']) => void
  /** Where each process serves `/readyz` and `/metrics`. */
  readonly opsAt: (ports: RunFile['ops']) => void
  readonly giveUp: () => void
}

/**
 * Asks what would keep an installation from starting, and changes nothing.
 *
 * @throws AlreadyRunning, PortTaken
 */
export async function refuseBeforehand(dataDirectory: string, port: number): Promise<void> {
  refuseIfRunning(dataDirectory)
  const leftPages = readRunFile(dataDirectory)?.processes.web
  // The port may be held by pages that were left behind; anybody else keeps it.
  if (leftPages === undefined || !isStillRunning(leftPages)) await refuseIfTaken(port)
}

/**
 * Takes a data directory for this process, and ends what a supervisor that was killed left behind: those processes, and no others.
 *
 * @throws AlreadyRunning, PortTaken: nothing was started or ended then
 */
export async function claim(dataDirectory: string, port: number, say: (line: string) => void): Promise<DirectoryLock> {
  await refuseBeforehand(dataDirectory, port)
  const left = Object.entries(readRunFile(dataDirectory)?.processes ?? {}).filter(([, mark]) => isStillRunning(mark))
  const run: RunFile = { version: 1, supervisor: markOf(process.pid), port, temporal: null, ops: {}, processes: Object.fromEntries(left) }
  writeRunFile(dataDirectory, run)
  await onlyOne(dataDirectory)

  for (const [name, mark] of left) {
    say(`${name} was left running by a supervisor that was killed: ending process ${mark.pid}`)
    await endProcess(mark)
  }
  let current: RunFile = { ...run, processes: {} }
  const change = (next: RunFile) => {
    current = next
    writeRunFile(dataDirectory, next)
  }
  change(current)
  await refuseIfTaken(port).catch((error) => {
    removeRunFile(dataDirectory)
    throw error
  })
  return {
    began: (name, mark) => change({ ...current, processes: { ...current.processes, [name]: mark } }),
    temporalAt: (temporal) => change({ ...current, temporal }),
    opsAt: (ops) => change({ ...current, ops }),
    giveUp: () => removeRunFile(dataDirectory),
  }
}

function refuseIfRunning(dataDirectory: string): void {
  const running = findRunningInstallation(dataDirectory)
  if (running === null || running.supervisor.pid === process.pid) return
  const { port, supervisor } = running
  throw new AlreadyRunning(
    `An installation runs on ${dataDirectory} already: http://localhost:${port}, process ${supervisor.pid} (${layoutOf(dataDirectory).run}). Stop it with Ctrl-C, or name another with --data DIR`,
  )
}

async function refuseIfTaken(port: number): Promise<void> {
  await requireFreePort(port).catch(async (error: NodeJS.ErrnoException) => {
    const remedy =
      error.code === 'EADDRINUSE' ? 'is in use by another program. End that program, or choose another' : `cannot be had (${error.code}). Choose another`
    throw new PortTaken(`Port ${port} ${remedy}: --port ${await freePort()}`, { cause: error })
  })
}

/** Two that start at the same moment both write: the one that wrote last finds itself there. */
async function onlyOne(dataDirectory: string): Promise<void> {
  await wait(100)
  refuseIfRunning(dataDirectory)
}
