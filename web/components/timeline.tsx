import { day } from '../../domain/calendar/calendar-date.ts'
import type { TimelineEntry } from '../../domain/history/timeline.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { Day, dayText, separator } from './message.tsx'
import { actorMessages, timelineText } from './timeline-text.ts'

type TimelineProps = {
  readonly catalog: PageCatalog
  readonly base: string
  readonly timelineEntries: readonly TimelineEntry[]
  /** What the obligation's kind calls a stage. */
  readonly limitName: (limit: string) => string
}

/** What happened, by the day of each fact; where it was recorded on another day, that day too. */
export const Timeline = ({ catalog, base, timelineEntries, limitName }: TimelineProps) => (
  <ol class="timeline">
    {timelineEntries
      .filter(isShown)
      .toSorted((a, b) => (a.occurredOn === b.occurredOn ? a.position - b.position : a.occurredOn < b.occurredOn ? -1 : 1))
      .map((timelineEntry) => (
        <li>
          <Day catalog={catalog} day={timelineEntry.occurredOn} />
          <div>
            {timelineEntry.letter === null ? (
              timelineText(catalog, timelineEntry, limitName)
            ) : (
              <a href={`${base}/letters/${encodeURIComponent(timelineEntry.letter)}`}>{timelineText(catalog, timelineEntry, limitName)}</a>
            )}
            {withReason.includes(timelineEntry.type) && typeof timelineEntry.what.facts.reason === 'string' && (
              <>
                : <bdi lang="en">{timelineEntry.what.facts.reason}</bdi>
              </>
            )}
            <span class="quiet">
              {' '}
              {[
                ...recordedLater(catalog, timelineEntry),
                formatText(catalog, 'byActor', { actor: formatText(catalog, actorMessages[timelineEntry.actor.role]) }),
              ].join(separator(catalog))}
            </span>
          </div>
        </li>
      ))}
  </ol>
)

/** Why, in the words of the one who recorded it. */
const withReason = ['LimitsMoved', 'ObligationReleased']

/** An attempt says nothing that its outcome does not say; it stands in the full history. */
const isShown = ({ type }: TimelineEntry): boolean => type !== 'DeliveryAttempted'

function recordedLater(catalog: PageCatalog, { occurredOn, recordedAt }: TimelineEntry): readonly string[] {
  const recordedOn = day(recordedAt.slice(0, 10))
  return recordedOn === occurredOn ? [] : [formatText(catalog, 'recordedOn', { date: dayText(catalog, recordedOn) })]
}
