import { spawn } from 'node:child_process'
import { extname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { text } from 'node:stream/consumers'
import { z } from 'zod'
import { type ExitCode, exitCodes } from '../../cli/exit-codes.ts'
import { CommandFailed, Stopped } from '../../cli/failure.ts'
import { childEnvironment, type Variables } from './child-environment.ts'

export type Command = {
  /** As typed, without the program's own name and without `--json`. */
  readonly words: readonly string[]
  readonly environment: Variables
  /** Receives what the command prints on the way. */
  readonly say: (line: string) => void
  readonly stopRequested: Promise<unknown>
}

/**
 * Runs one command of this program in a process of its own, so that its logins end with it.
 *
 * @returns its answer
 * @throws CommandFailed with what the command failed with
 */
export async function runCommand({ words, environment, say, stopRequested }: Command): Promise<unknown> {
  const child = spawn(process.execPath, [...process.execArgv, commandLine, ...words, '--json'], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env: childEnvironment(environment),
  })
  void stopRequested.then(() => child.kill('SIGTERM'))
  let failure: z.infer<typeof failureLine>['error'] | null = null
  createInterface({ input: child.stderr }).on('line', (line) => {
    const found = failureLine.safeParse(jsonOf(line))
    if (found.success) failure = found.data.error
    else say(line)
  })
  const [code, answer] = await Promise.all([new Promise<number | null>((resolve) => child.once('close', resolve)), text(child.stdout)])
  if (code === exitCodes.done) return JSON.parse(answer)
  if (code === exitCodes.stopped) throw new Stopped(`"follow-up ${words[0]}" was stopped`)
  throw new CommandFailed({ ...(failure ?? { code: 'fault', message: `"follow-up ${words.join(' ')}" ended with ${code}`, facts: {} }), exit: exitOf(code) })
}

const commandLine = join(import.meta.dirname, '..', 'processes', `cli${extname(import.meta.filename)}`)

const failureLine = z.object({ error: z.object({ code: z.string(), message: z.string(), facts: z.record(z.string(), z.unknown()) }) })

const exitOf = (code: number | null): ExitCode => Object.values(exitCodes).find((each) => each === code) ?? exitCodes.fault

function jsonOf(line: string): unknown {
  try {
    return JSON.parse(line)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
