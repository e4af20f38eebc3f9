import { day } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/views/timeline.ts'
import { type PageWording, tell } from '../words.ts'
import { actorMessages, momentText } from './moment-text.ts'
import { Day, dayText, separator } from './said.tsx'

type TimelineProps = {
  readonly wording: PageWording
  readonly base: string
  readonly moments: readonly Moment[]
  /** What the obligation's kind calls a stage. */
  readonly stageName: (stage: string) => string
}

/** What happened, by the day of each fact; where it was recorded on another day, that day too. */
export const Timeline = ({ wording, base, moments, stageName }: TimelineProps) => (
  <ol class="timeline">
    {moments
      .filter(isShown)
      .toSorted((a, b) => (a.occurredOn === b.occurredOn ? a.position - b.position : a.occurredOn < b.occurredOn ? -1 : 1))
      .map((moment) => (
        <li>
          <Day wording={wording} day={moment.occurredOn} />
          <div>
            {moment.letter === null ? (
              momentText(wording, moment, stageName)
            ) : (
              <a href={`${base}/letters/${encodeURIComponent(moment.letter)}`}>{momentText(wording, moment, stageName)}</a>
            )}
            {withReason.includes(moment.type) && typeof moment.what.facts.reason === 'string' && (
              <>
                : <bdi lang="en">{moment.what.facts.reason}</bdi>
              </>
            )}
            <span class="quiet">
              {' '}
              {[...recordedLater(wording, moment), tell(wording, 'byActor', { actor: tell(wording, actorMessages[moment.actor.role]) })].join(
                separator(wording),
              )}
            </span>
          </div>
        </li>
      ))}
  </ol>
)

/** Why, in the words of the one who recorded it. */
const withReason = ['DeadlineMoved', 'ObligationMoved', 'ObligationReleased']

/** An attempt says nothing that its outcome does not say; it stands in the full history. */
const isShown = ({ type }: Moment): boolean => type !== 'DeliveryAttempted'

function recordedLater(wording: PageWording, { occurredOn, recordedAt }: Moment): readonly string[] {
  const recordedOn = day(recordedAt.slice(0, 10))
  return recordedOn === occurredOn ? [] : [tell(wording, 'recordedOn', { date: dayText(wording, recordedOn) })]
}
