import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Source } from '../provenance.ts'
import type { Answer } from '../report/form.ts'
import type { RowTimingRead } from './basis.ts'
import type { BasisCorrected, ObligationOpened } from './events.ts'
import type { Limit, ScheduledLetter } from './limit.ts'

type EncryptedRef = { readonly id: string; readonly sha256: string }

/** What may be asked of one obligation. `today` is the day at the seat on which it is asked. */
export type ObligationCommand =
  | { readonly type: 'OpenObligation'; readonly today: CalendarDate; readonly opening: ObligationOpened }
  | {
      readonly type: 'MoveLimits'
      readonly today: CalendarDate
      readonly session: string | null
      readonly limits: readonly Limit[]
      readonly scheduled: readonly ScheduledLetter[]
      readonly timing?: RowTimingRead
      readonly reason: string
      readonly source: readonly Source[]
    }
  | { readonly type: 'TakeStep'; readonly today: CalendarDate; readonly step: string; readonly setAtVersion: number }
  | { readonly type: 'Release'; readonly today: CalendarDate; readonly reason: string; readonly source: readonly Source[] }
  | { readonly type: 'CorrectBasis'; readonly today: CalendarDate; readonly correction: BasisCorrected }
  | { readonly type: 'StateExceptionalCircumstances'; readonly today: CalendarDate; readonly grounds: EncryptedRef }
  | {
      readonly type: 'SubmitReport'
      readonly today: CalendarDate
      readonly report: string
      /** Read by the form of its kind: only its days, numbers and choices go on record. */
      readonly answer: Answer
      readonly completes?: string
      readonly content: EncryptedRef
      readonly documents: readonly EncryptedRef[]
      /** Circumstances that the report states. */
      readonly grounds: EncryptedRef | null
    }
  | {
      readonly type: 'ReturnReport'
      readonly today: CalendarDate
      readonly report?: string
      readonly missing: readonly string[]
      readonly due: CalendarDate | null
      readonly remarks?: EncryptedRef
    }
  | { readonly type: 'AcceptReport'; readonly today: CalendarDate; readonly report?: string }
  | { readonly type: 'WithdrawReport'; readonly today: CalendarDate; readonly report?: string }
  | { readonly type: 'AcknowledgeReport'; readonly today: CalendarDate; readonly report?: string }

export type CommandOf<Type extends ObligationCommand['type']> = Extract<ObligationCommand, { type: Type }>
