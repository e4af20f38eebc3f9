import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LetterKind } from '../letter/events.ts'
import type { Questionnaire } from '../report/questionnaire.ts'
import type { Deadline, ObligationOpened } from './events.ts'

type SealedRef = { readonly id: string; readonly sha256: string }

/** What may be asked of one obligation. `today` is the day at the seat on which it is asked. */
export type ObligationCommand =
  | { readonly type: 'OpenObligation'; readonly today: CalendarDate; readonly opening: ObligationOpened }
  | {
      readonly type: 'MoveDeadlines'
      readonly today: CalendarDate
      readonly closing: ObligationOpened['closing']
      readonly deadlines: readonly Deadline[]
      readonly steps: readonly { readonly step: LetterKind; readonly on: CalendarDate }[]
      readonly reason: string
    }
  | { readonly type: 'TakeStep'; readonly today: CalendarDate; readonly step: LetterKind; readonly setAtVersion: number }
  | { readonly type: 'StateExceptionalCircumstances'; readonly today: CalendarDate; readonly grounds: SealedRef }
  | {
      readonly type: 'SubmitReport'
      readonly today: CalendarDate
      readonly report: string
      readonly answer: Questionnaire
      readonly completes?: string
      readonly content: SealedRef
      readonly documents: readonly SealedRef[]
      readonly grounds: SealedRef | null
    }
  | {
      readonly type: 'ReturnReport'
      readonly today: CalendarDate
      readonly report?: string
      readonly missing: readonly string[]
      readonly due: CalendarDate | null
      readonly remarks?: SealedRef
    }
  | { readonly type: 'AcceptReport'; readonly today: CalendarDate; readonly report?: string }
  | { readonly type: 'WithdrawReport'; readonly today: CalendarDate; readonly report?: string }
  | { readonly type: 'AcknowledgeReport'; readonly today: CalendarDate; readonly report?: string }

export type CommandOf<Type extends ObligationCommand['type']> = Extract<ObligationCommand, { type: Type }>
