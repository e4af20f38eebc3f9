import { CommandIdReused, VersionConflict } from '../../activities/conflicts.ts'
import { Refusal } from '../../domain/refusal.ts'
import { type Problem, RequestRefused } from './problem.ts'
import { refusalStatus } from './refusal-status.ts'

/** What a caller is told of an error; `null` for a fault of ours, which is told by its id alone. */
export function problemOf(error: unknown, isOutage: (error: unknown) => boolean): Problem | null {
  if (error instanceof RequestRefused) return error.problem
  if (error instanceof Refusal) {
    const { code, message, facts } = error
    return { status: refusalStatus[code], code, title: 'A rule says no; nothing was recorded', detail: message, facts }
  }
  if (error instanceof CommandIdReused)
    return {
      status: 422,
      code: 'idempotency-key-reused',
      title: 'The key was used before, for another request',
      detail: 'The same Idempotency-Key came before with another body. Nothing was recorded now. Send the first body again, or use a new key.',
    }
  if (error instanceof VersionConflict)
    return {
      status: 503,
      code: 'too-many-writers',
      title: 'Others were writing at the same time',
      detail: 'The same matter was being changed by others again and again. Nothing was recorded. Try again, with the same Idempotency-Key.',
      retryAfterSeconds: 1,
    }
  return isOutage(error) ? outage : null
}

const outage: Problem = {
  status: 503,
  code: 'record-unavailable',
  title: 'The record cannot be reached',
  detail: 'The database does not answer. Nothing is half-recorded. Try again, with the same Idempotency-Key: what was recorded is then not recorded twice.',
  retryAfterSeconds: 10,
}

export const fault = (id: string): Problem => ({
  status: 500,
  code: 'fault',
  title: 'A fault of this system',
  detail: `The fault is logged under ${id}. Name this id to those who run the system.`,
  facts: { id },
})
