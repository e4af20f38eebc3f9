import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { EventsOf } from '../events.ts'
import type { supervisionEvents } from './events.ts'

export type SupervisionEvent = EventsOf<typeof supervisionEvents>
type DataOf<Type extends SupervisionEvent['type']> = Extract<SupervisionEvent, { readonly type: Type }>['data']

/** Each with the day on which it is recorded, and the day of what it records. */
type Recorded<Type extends string, Data> = { readonly type: Type; readonly today: CalendarDate; readonly on: CalendarDate; readonly data: Data }

export type SupervisionCommand =
  | Recorded<'RecordComment', DataOf<'CommentRecorded'>>
  | Recorded<'RecordReply', DataOf<'CommentReplied'>>
  | Recorded<'RecordListing', DataOf<'MemberListed'>>
  | Recorded<'RecordHearing', DataOf<'MemberHeard'>>
  | Recorded<'RecordConclusions', DataOf<'ConclusionsAdopted'>>
  | Recorded<'ClearSupervision', DataOf<'SupervisionCleared'>>
