import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Correction } from '../correction.ts'
import type { EventsOf } from '../events.ts'
import type { supervisionEvents } from './events.ts'

export type SupervisionEvent = EventsOf<typeof supervisionEvents>
/** What is recorded of a Member, beside corrections of it. */
export type SupervisionFact = Exclude<SupervisionEvent, { readonly type: 'SupervisionCorrected' }>
type DataOf<Type extends SupervisionEvent['type']> = Extract<SupervisionEvent, { readonly type: Type }>['data']

/** Each with the day on which it is recorded, and the day of what it records. */
type Recorded<Type extends string, Data> = { readonly type: Type; readonly today: CalendarDate; readonly on: CalendarDate; readonly data: Data }

export type RecordingCommand =
  | Recorded<'RecordComment', DataOf<'CommentRecorded'>>
  | Recorded<'RecordReply', DataOf<'CommentReplied'>>
  | Recorded<'RecordListing', DataOf<'MemberListed'>>
  | Recorded<'RecordHearing', DataOf<'MemberHeard'>>
  | Recorded<'RecordConclusions', DataOf<'ConclusionsAdopted'>>
  | Recorded<'ClearSupervision', DataOf<'SupervisionCleared'>>

export type CorrectSupervision = Correction & {
  readonly type: 'CorrectSupervision'
  readonly today: CalendarDate
  /** The day of what is recorded, as it was. */
  readonly on: CalendarDate
  /** As it was; `null` where nothing of it happened. */
  readonly fact: DataOf<'SupervisionCorrected'>['fact']
}

export type SupervisionCommand = RecordingCommand | CorrectSupervision
