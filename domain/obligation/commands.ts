import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { LetterKind } from '../letter/events.ts'
import type { Source } from '../provenance.ts'
import type { Questionnaire } from '../report/questionnaire.ts'
import type { DueDay, ObligationEntered, ScheduledNotice } from './entered-events.ts'
import type { Limit, ObligationOpened } from './events.ts'

type EncryptedRef = { readonly id: string; readonly sha256: string }

/** What may be asked of one obligation. `today` is the day at the seat on which it is asked. */
export type ObligationCommand =
  | { readonly type: 'OpenObligation'; readonly today: CalendarDate; readonly opening: ObligationOpened }
  | {
      readonly type: 'MoveDeadlines'
      readonly today: CalendarDate
      readonly closing: ObligationOpened['closing']
      readonly limits: readonly Limit[]
      readonly steps: readonly { readonly step: LetterKind; readonly on: CalendarDate }[]
      readonly reason: string
    }
  | { readonly type: 'TakeStep'; readonly today: CalendarDate; readonly step: string; readonly setAtVersion: number }
  | { readonly type: 'EnterObligation'; readonly today: CalendarDate; readonly entering: ObligationEntered }
  | {
      readonly type: 'MoveDays'
      readonly today: CalendarDate
      readonly session: string | null
      readonly limits: readonly DueDay[]
      readonly steps: readonly ScheduledNotice[]
      readonly timing?: ObligationEntered['row']['timing']
      readonly reason: string
      readonly source: readonly Source[]
    }
  | { readonly type: 'Release'; readonly today: CalendarDate; readonly reason: string; readonly source: readonly Source[] }
  | {
      readonly type: 'SubmitAnswer'
      readonly today: CalendarDate
      readonly report: string
      readonly values: Readonly<Record<string, string | number | boolean>>
      /** Names of all questions answered, those with sealed words included. */
      readonly answered: readonly string[]
      readonly completes?: string
      readonly content: EncryptedRef
    }
  | { readonly type: 'StateExceptionalCircumstances'; readonly today: CalendarDate; readonly grounds: EncryptedRef }
  | {
      readonly type: 'SubmitReport'
      readonly today: CalendarDate
      readonly report: string
      readonly answer: Questionnaire
      readonly completes?: string
      readonly content: EncryptedRef
      readonly documents: readonly EncryptedRef[]
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
