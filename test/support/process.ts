import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { freePort } from '../../infra/local-servers/free-port.ts'
import type { ProcessName } from '../../infra/processes/names.ts'
import { ownEnvironment } from './follow-up.ts'

export type StartedProcess = {
  readonly pid: number
  /** Of `/healthz`, `/readyz` and `/metrics`. */
  readonly ops: string
  /** Waits until `/readyz` says so. @throws Error with what it logged when it ends before */
  ready(): Promise<{ readonly ready: boolean; readonly checks: Record<string, string> }>
  /** Sends SIGTERM. @returns the exit code, or the signal that ended it */
  stop(): Promise<number | NodeJS.Signals | null>
  readonly ended: Promise<number | NodeJS.Signals | null>
  readonly log: () => string
}

/** Starts one process of an installation alone, as an operator does. */
export async function startProcess(name: ProcessName, environment: Readonly<Record<string, string>>): Promise<StartedProcess> {
  const port = await freePort()
  const entry = join(projectRoot(), 'dist', 'infra', 'processes', `${name}.js`)
  const child = spawn(process.execPath, [entry], {
    env: ownEnvironment({ FOLLOW_UP_OPS_PORT: String(port), ...environment }),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let logged = ''
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      logged += String(chunk)
    })
  const ended = new Promise<number | NodeJS.Signals | null>((resolve) => child.once('close', (code, signal) => resolve(code ?? signal)))
  const ops = `http://127.0.0.1:${port}`
  let over = false
  void ended.then(() => {
    over = true
  })
  return {
    pid: child.pid ?? 0,
    ops,
    ended,
    log: () => logged,
    ready: async () => {
      for (let tries = 0; tries < 300; tries += 1) {
        if (over) throw new Error(`${name} ended: ${logged}`)
        const answer = await fetch(`${ops}/readyz`).catch(() => null)
        if (answer?.status === 200) return answer.json() as never
        await wait(100)
      }
      throw new Error(`${name} did not become ready: ${logged}`)
    },
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
  }
}
