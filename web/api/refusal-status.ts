import type { RefusalCode } from '../../domain/refusal.ts'

/**
 * The HTTP status of each rule's no: 404 where there is no such thing, 403 where the actor may not, 409 where the state of
 * things does not allow it, 422 where what was sent breaks a rule.
 */
export const refusalStatus: Readonly<Record<RefusalCode, 403 | 404 | 409 | 422>> = {
  'not-allowed': 403,
  'unknown-organization': 404,
  'unknown-member': 404,
  'unknown-session': 404,
  'unknown-instrument': 404,
  'unknown-cycle': 404,
  'unknown-obligation': 404,
  'unknown-report': 404,
  'unknown-letter': 404,
  'already-opened': 409,
  'already-announced': 409,
  'already-adopted': 409,
  'already-closed': 409,
  'already-discharged': 409,
  'already-accepted': 409,
  'already-withdrawn': 409,
  'already-acknowledged': 409,
  'session-cancelled': 409,
  'closing-not-known': 409,
  'report-incomplete': 409,
  'closes-before-opening': 422,
  'date-in-future': 422,
  'date-after-arrival': 422,
  'submission-predates-adoption': 422,
  'adoption-outside-session': 422,
  'return-due-passed': 422,
  'wrong-report-for-kind': 422,
}
