import type { Basis } from '../obligation/basis.ts'
import { closingOf, type Limit } from '../obligation/limit.ts'

/** What there is to say of an event beside its name: plain values by name. */
export type Facts = Readonly<Record<string, string | number | boolean | readonly string[]>>

type Data = Readonly<Record<string, unknown>>

/** Names of an event's payload that people look at, in order. What is encrypted, and the sequencing of steps, are not among them. */
const shown: Readonly<Record<string, readonly string[]>> = {
  LetterFellDue: ['letter', 'step', 'dueOn', 'superseded'],
  LetterSuppressed: ['letter', 'step', 'dueOn'],
  DeadlinePassed: ['limit', 'dueOn'],
  ExceptionalCircumstancesStated: ['report'],
  ObligationDischarged: ['report'],
  ReportReturned: ['report', 'missing', 'due'],
  ObligationReopened: ['report', 'reason'],
  ReportAccepted: ['report'],
  ReportWithdrawn: ['report'],
  AcknowledgementOwed: ['report'],
  ObligationReleased: ['reason'],
  ObligationPerformed: ['report'],
  BasisCorrected: ['fact', 'recordedIn', 'reason'],
  LetterIssued: ['kind', 'language', 'obligations', 'report', 'messageId'],
  DeliveryAttempted: ['attempt'],
  LetterAccepted: ['attempt', 'code'],
  LetterRefused: ['attempt', 'code', 'permanent'],
  LetterNotSent: ['attempt', 'reason'],
  DeliveryUncertain: ['attempt', 'reason'],
  LetterWithdrawn: ['reason'],
}

/** @param data payload of an event of that type, as the log's reader parsed it */
export function factsOf(type: string, data: Data): Facts {
  if (type === 'ObligationOpened' || type === 'LimitsMoved') return limitFacts(data as Limits)
  if (type === 'ReportReceived') return { ...(data as Received).values, ...named(data, ['report', 'missing', 'furtherInformation', 'completes']) }
  return named(data, shown[type] ?? [])
}

const named = (data: Data, names: readonly string[] = []): Facts =>
  Object.fromEntries(
    names.flatMap((name) => {
      const value = data[name]
      return isFact(value) ? [[name, value]] : []
    }),
  )

const isFact = (value: unknown): value is Facts[string] => ['string', 'number', 'boolean'].includes(typeof value) || (Array.isArray(value) && value.length > 0)

type Limits = {
  readonly kind?: string
  readonly basis?: Basis
  readonly occurrence?: string | null
  readonly reason?: string
  readonly session: string | null
  readonly timing?: { readonly printed: string | null }
  readonly limits: readonly Limit[]
}

/** The last days by their limits, and what they follow from. */
function limitFacts({ kind, basis, occurrence, reason, session, timing, limits }: Limits): Facts {
  const closing = closingOf({ limits })
  return {
    ...(basis === undefined ? {} : basis.type === 'provision' ? { instrument: basis.instrument } : { row: basis.row.id }),
    ...(kind === undefined ? {} : { kind }),
    ...(typeof occurrence === 'string' ? { occurrence } : {}),
    ...(reason === undefined ? {} : { reason }),
    ...(session === null ? {} : { session }),
    ...(closing === null ? {} : { closing: closing.date, provisional: closing.provisional }),
    ...(typeof timing?.printed === 'string' ? { timing: timing.printed } : {}),
    ...Object.fromEntries(limits.map(({ limit, dueOn }) => [limit, dueOn])),
  }
}

type Received = { readonly values: Readonly<Record<string, string | number | boolean>> }
