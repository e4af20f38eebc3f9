import { ApplicationFailure } from '@temporalio/common'
import { Refusal } from '../../domain/refusal.ts'

/**
 * What Temporal is told of a failure. A refusal would be refused again, so it is not tried again; anything else may pass, so it is.
 *
 * Of an outside error it carries the code, or else the class, and never the text: relays and drivers quote what they were given.
 */
export function failureOf(error: unknown): ApplicationFailure {
  if (error instanceof Refusal) return ApplicationFailure.create({ type: error.code, message: error.message, details: [error.facts], nonRetryable: true })
  const type = codeOf(error)
  return ApplicationFailure.create({ type, message: type })
}

/** A driver's code, a class of ours, or that nothing better is known. */
export function codeOf(error: unknown): string {
  if (!(error instanceof Error)) return 'unknown'
  return 'code' in error && (typeof error.code === 'string' || typeof error.code === 'number') ? String(error.code) : error.name
}
