import { DatabaseError } from 'pg'

/** The connection or the server went away: whether a commit under way took effect is not known. */
export function isConnectionLost(error: unknown): boolean {
  if (error instanceof DatabaseError) return serverGone.includes(error.code ?? '') || error.code?.startsWith('08') === true
  if (!(error instanceof Error)) return false
  return 'code' in error ? socketErrors.includes(String(error.code)) : droppedByDriver.includes(error.message)
}

/** Nothing was written, and the same call may pass a moment later. */
export const isPassing = (error: unknown): boolean => error instanceof DatabaseError && passing.includes(error.code ?? '')

/** PostgreSQL will not have these data, now or later: nothing was written. */
export const isRejected = (error: unknown): boolean => error instanceof DatabaseError && rejectedClasses.includes(error.code?.slice(0, 2) ?? '')

/** admin_shutdown, crash_shutdown, cannot_connect_now, idle_in_transaction_session_timeout */
const serverGone = ['57P01', '57P02', '57P03', '25P03']

const socketErrors = ['ECONNREFUSED', 'ECONNRESET', 'EPIPE', 'ETIMEDOUT', 'ENOTFOUND', 'EAI_AGAIN']

/** The driver gives these no code. */
const droppedByDriver = [
  'Connection terminated unexpectedly',
  'Connection terminated',
  'Connection terminated due to connection timeout',
  'timeout exceeded when trying to connect',
  'Client has encountered a connection error and is not queryable',
]

/** serialization_failure, deadlock_detected, lock_not_available */
const passing = ['40001', '40P01', '55P03']

/** Cardinality, data, integrity, program limits, raised by a function. */
const rejectedClasses = ['21', '22', '23', '54', 'P0']
