import { spawn } from 'node:child_process'
import { appendFileSync, closeSync, existsSync, openSync, renameSync, rmSync } from 'node:fs'
import { dirname, extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { installationDatabase, layoutOf } from '../installation/layout.ts'
import { stopRunning } from '../local-servers/postgres/running.ts'
import { childEnvironment } from './child-environment.ts'
import { endProcess } from './end-process.ts'
import { makeOpenFolder } from './open-folder.ts'
import { postgresPart } from './postgres-process.ts'
import { markOf, type ProcessMark } from './process-identity.ts'
import type { Keeper } from './supervised-process.ts'

export type Beside = {
  readonly directory: string
  readonly cycle: string
  readonly logFile: string
  readonly began: (name: string, mark: ProcessMark) => void
  readonly say: (line: string) => void
  readonly stopRequested: Promise<unknown>
  readonly keeper: Keeper
}

/** The answer of the play: where it stands, the play came to its end. */
export const resultFile = (rehearsal: string): string => join(rehearsal, 'result.json')

/**
 * Plays a cycle into the installation's own `rehearsals/`, once, and keeps a PostgreSQL running on it, so that pages show it beside the live installation.
 *
 * A play that was broken off is begun anew.
 */
export async function playBeside({ directory, cycle, logFile, began, say, stopRequested, keeper }: Beside): Promise<void> {
  const rehearsal = layoutOf(directory).rehearsal(cycle)
  const postgres = layoutOf(rehearsal).postgres
  if (!existsSync(resultFile(rehearsal))) {
    await stopRunning(postgres)
    rmSync(rehearsal, { recursive: true, force: true })
    if (!(await played({ rehearsal, cycle, logFile, began, say, stopRequested }))) return
  }
  await keeper.add({ ...postgresPart(postgres, () => undefined, installationDatabase), name: `PostgreSQL of the rehearsal ${cycle}` })
}

type Playing = Pick<Beside, 'cycle' | 'logFile' | 'began' | 'say' | 'stopRequested'> & { readonly rehearsal: string }

async function played({ rehearsal, cycle, logFile, began, say, stopRequested }: Playing): Promise<boolean> {
  say(`Rehearsing ${cycle} into ${rehearsal}, synthetic: it is shown beside the live installation`)
  const result = `${rehearsal}.json`
  makeOpenFolder(dirname(result))
  const cli = join(import.meta.dirname, '..', 'processes', `cli${extname(import.meta.filename)}`)
  const output = openSync(result, 'w', 0o600)
  const child = spawn(process.execPath, [...process.execArgv, cli, 'rehearse', cycle, '--data', rehearsal, '--json'], {
    detached: true,
    stdio: ['ignore', output, 'pipe'],
    env: childEnvironment({}),
  })
  closeSync(output)
  if (child.pid === undefined) return false
  const mark = markOf(child.pid)
  began('rehearsal', mark)
  let last = ''
  if (child.stderr !== null)
    createInterface({ input: child.stderr }).on('line', (line) => {
      last = line
      appendFileSync(logFile, `${line}\n`, { mode: 0o600 })
      if (line.startsWith('Rehearsing')) say(line)
    })
  const code = new Promise<number | null>((resolve) => child.once('close', (exit) => resolve(exit)))
  const ended = await Promise.race([code, stopRequested.then(() => 'stop' as const)])
  if (ended === 'stop') {
    await endProcess(mark, 5_000)
    await stopRunning(layoutOf(rehearsal).postgres)
    return false
  }
  if (ended !== 0) {
    say(`The rehearsal of ${cycle} did not come to its end, and is played again at the next start: ${last}`)
    return false
  }
  renameSync(result, resultFile(rehearsal))
  say(`The rehearsal of ${cycle} was played: "follow-up status --data ${rehearsal}" reads it`)
  return true
}
