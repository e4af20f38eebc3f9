import { z } from 'zod'
import { CommandIdReused, VersionConflict } from '../activities/conflicts.ts'
import { Refusal } from '../domain/refusal.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailed, type Failure } from './failure.ts'

/** The failures that the domain and the use cases know; `null` for all others. */
export function knownFailure(error: unknown): Failure | null {
  if (error instanceof CommandFailed) return error.failure
  if (error instanceof Refusal) {
    const { code, message, facts } = error
    return { code, message, facts, exit: code.startsWith('unknown-') ? exitCodes.notFound : exitCodes.refused }
  }
  if (error instanceof z.ZodError)
    return {
      code: 'malformed',
      message: `Nothing was recorded. ${problemsIn(error).join('; ')}`,
      facts: { problems: problemsIn(error) },
      exit: exitCodes.malformed,
    }
  if (error instanceof CommandIdReused)
    return { code: 'key-reused', message: 'This key was used before, for another request. Nothing was recorded now', facts: {}, exit: exitCodes.refused }
  if (error instanceof VersionConflict)
    return {
      code: 'too-many-writers',
      message: 'The same matter was being changed by others again and again. Nothing was recorded: try again',
      facts: {},
      exit: exitCodes.outage,
    }
  return null
}

/** Each with its path, `report.communicatedTo[0].date: ...`. */
const problemsIn = (error: z.ZodError): readonly string[] =>
  error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys' ? issue.keys.map((key) => line([...issue.path, key], 'is not known here')) : [line(issue.path, issue.message)],
    )
    .slice(0, 100)

function line(path: readonly PropertyKey[], message: string): string {
  const where = path.reduce<string>(
    (text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`),
    '',
  )
  return where === '' ? message : `${where}: ${message}`
}
