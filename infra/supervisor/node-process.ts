import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, readFileSync } from 'node:fs'
import { extname, join } from 'node:path'
import type { ProcessName } from '../processes/names.ts'
import { childEnvironment, type Variables } from './child-environment.ts'
import { endProcess } from './end-process.ts'
import { PartFailed } from './errors.ts'
import { isStillRunning, markOf, type ProcessMark } from './process-identity.ts'
import type { SupervisedProcess } from './supervised-process.ts'

export type NodePart = {
  readonly name: ProcessName
  /** All of its settings: it inherits none. */
  readonly environment: Variables
  readonly logFile: string
  /** Told at once, before anything else may fail: what is not on file is not found again. */
  readonly began: (name: string, mark: ProcessMark) => void
  /** How long it may take to end, in milliseconds. */
  readonly patienceMs: number
}

/** A process of the installation in a group of its own, which a Ctrl-C in the terminal does not reach. */
export function nodePart({ name, environment, logFile, began, patienceMs }: NodePart): SupervisedProcess {
  let mark: ProcessMark | null = null

  const start = async (): Promise<void> => {
    const log = openSync(logFile, 'a', 0o600)
    const child = spawn(process.execPath, [...process.execArgv, entryOf(name)], {
      detached: true,
      stdio: ['ignore', log, log, 'ipc'],
      env: childEnvironment(environment),
    })
    closeSync(log)
    if (child.pid === undefined) throw new Error(`${name} could not be run`)
    mark = markOf(child.pid)
    began(name, mark)
    await untilReady(child, name, logFile)
    child.channel?.unref()
  }

  return {
    name,
    start,
    isAlive: () => mark !== null && isStillRunning(mark),
    stop: async () => {
      if (mark !== null) await endProcess(mark, patienceMs)
    },
  }
}

/** From source in development, from `dist/` otherwise: whichever this file is. */
const entryOf = (name: ProcessName): string => join(import.meta.dirname, '..', 'processes', `${name}${extname(import.meta.filename)}`)

const untilReady = (child: ChildProcess, name: string, logFile: string): Promise<void> =>
  new Promise((resolve, reject) => {
    child.once('message', () => resolve())
    child.once('error', reject)
    child.once('exit', (code, signal) =>
      reject(new PartFailed(`${name} ended with ${signal ?? `code ${code}`}; the end of ${logFile}:\n${lastWords(logFile, name)}`)),
    )
  })

/** The last thing that went wrong, else the last line. */
function lastWords(logFile: string, name: string): string {
  const lines = readFileSync(logFile, 'utf8').trimEnd().split('\n')
  const said = lines.findLast((line) => line.includes(`"name":"${name}"`) && isFailure.test(line)) ?? lines.at(-1) ?? ''
  return said.slice(0, 2_000)
}

/** Logged with an error, or as fatal. */
const isFailure = /"err":|"level":60,/
