import { type Command, CommanderError } from 'commander'
import { type ExitCode, exitCodes } from './exit-codes.ts'
import { CommandFailed, type Failure, ReaderGone, Stopped } from './failure.ts'
import type { CommandLinePorts } from './ports.ts'
import { createProgram } from './program.ts'

/**
 * Runs one command to its end.
 *
 * @param words as typed, without the program's own name
 * @returns the exit code; a failure was told on standard error, as one line of JSON where JSON was asked for
 */
export async function run(words: readonly string[], ports: CommandLinePorts): Promise<ExitCode> {
  const json = words.includes('--json')
  const program = await createProgram(ports, words)
  for (const command of withSubcommands(program))
    command.exitOverride().configureOutput({ writeErr: (text) => (json ? undefined : ports.error.line(text.trimEnd())) })
  try {
    await program.parseAsync([...words], { from: 'user' })
    return exitCodes.done
  } catch (error) {
    if (error instanceof CommanderError) return misused(error, json, ports)
    if (error instanceof ReaderGone) return exitCodes.done
    if (error instanceof Stopped) return exitCodes.stopped
    const failure = error instanceof CommandFailed ? error.failure : ((await ports.failureOf(error)) ?? faultOf(error))
    ports.error.line(json ? jsonOf(failure) : inWords(failure))
    return failure.exit
  }
}

const withSubcommands = (command: Command): readonly Command[] => [command, ...command.commands.flatMap(withSubcommands)]

/** Commander has told a person already; asking for help or the version is no failure. */
function misused({ exitCode, code, message }: CommanderError, json: boolean, ports: CommandLinePorts): ExitCode {
  if (exitCode === 0) return exitCodes.done
  if (json) ports.error.line(jsonOf({ code: 'usage', message: message.replace(/^error: /, ''), facts: { problem: code }, exit: exitCodes.malformed }))
  return exitCodes.malformed
}

function faultOf(error: unknown): Failure {
  const message = error instanceof Error ? (error.stack ?? error.message) : String(error)
  return { code: 'fault', message: `A fault of this system: ${message}`, facts: {}, exit: exitCodes.fault }
}

const jsonOf = ({ code, message, facts }: Failure): string => JSON.stringify({ error: { code, message, facts } })

const inWords = ({ code, message, exit }: Failure): string => (exit === exitCodes.refused ? `Refused (${code}): ${message}` : message)
