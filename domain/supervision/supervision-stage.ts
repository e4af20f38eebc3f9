import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Comment, concerns, type Supervision } from './state.ts'

/** How far supervision has gone. The comment's kind is the body's own word; which comment comes when, no rule here says. */
export type SupervisionStage = {
  readonly stage: 'none' | 'reminded' | 'commented' | 'listed' | 'explained' | 'silent' | 'concluded' | 'cleared'
  /** The day of what stands last; `null` where nothing does. */
  readonly since: CalendarDate | null
  /** The newest comment that no body cleared since. */
  readonly comment: Pick<Comment, 'reference' | 'kind' | 'body' | 'on' | 'repliedOn'> | null
  /** The session of the newest listing that no body cleared since. */
  readonly listedAt: string | null
}

/** A letter that reminded the Member, and the day on which it fell due. */
export type Reminder = { readonly letter: string; readonly on: CalendarDate }

type Happened = { readonly on: CalendarDate; readonly stage: SupervisionStage['stage'] }

/**
 * Where supervision stands on a day, of one instrument or of the Member as a whole. Computed for the day asked, never stored.
 *
 * @param instrument its code; `null`: whatever the Member owes
 * @param reminders what the Office sent of itself, below any comment
 */
export function supervisionStageOn(state: Supervision, day: CalendarDate, instrument: string | null, reminders: readonly Reminder[] = []): SupervisionStage {
  const reminded = reminders.filter(({ on }) => on <= day).map(({ on }): Happened => ({ on, stage: 'reminded' }))
  if (state.status === 'unknown') return { ...last(reminded), comment: null, listedAt: null }

  const concerned = <T extends { readonly on: CalendarDate; readonly instruments: readonly string[] }>(all: readonly T[]): readonly T[] =>
    all.filter(({ on, instruments }) => on <= day && concerns(instruments, instrument))
  // What clears some instruments leaves the Member as a whole where it stood.
  const clearings = concerned(state.clearings).filter(({ instruments }) => instrument !== null || instruments.length === 0)
  const clearedOn =
    clearings
      .map(({ on }) => on)
      .toSorted()
      .at(-1) ?? null
  const stands = ({ on }: { readonly on: CalendarDate }): boolean => clearedOn === null || on > clearedOn
  const comments = concerned(state.comments).filter(stands)
  const listings = concerned(state.listings).filter(stands)

  const happened: readonly Happened[] = [
    ...comments.map(({ on }): Happened => ({ on, stage: 'commented' })),
    ...listings.flatMap(({ on, heard, conclusions }): readonly Happened[] => [
      { on, stage: 'listed' },
      ...(heard === null || heard.on > day ? [] : [{ on: heard.on, stage: heard.outcome }]),
      ...(conclusions === null || conclusions.on > day ? [] : [{ on: conclusions.on, stage: 'concluded' as const }]),
    ]),
  ]
  const newest = newestOf(comments)
  const repliedOn = newest?.repliedOn ?? null
  return {
    ...(happened.length > 0 ? last(happened) : clearedOn !== null ? { stage: 'cleared', since: clearedOn } : last(reminded)),
    comment:
      newest === null
        ? null
        : {
            reference: newest.reference,
            kind: newest.kind,
            body: newest.body,
            on: newest.on,
            repliedOn: repliedOn !== null && repliedOn <= day ? repliedOn : null,
          },
    listedAt: newestOf(listings)?.session ?? null,
  }
}

/** Of what fell on one day, the later entry of the list comes last: a hearing after the listing, conclusions after both. */
const last = (happened: readonly Happened[]): Pick<SupervisionStage, 'stage' | 'since'> => {
  const newest = newestOf(happened)
  return newest === null ? { stage: 'none', since: null } : { stage: newest.stage, since: newest.on }
}

const newestOf = <T extends { readonly on: CalendarDate }>(all: readonly T[]): T | null =>
  all.reduce<T | null>((newest, each) => (newest === null || each.on >= newest.on ? each : newest), null)
