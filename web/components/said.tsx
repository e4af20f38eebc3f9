import { date } from '../../activities/letters/legal-words.ts'
import { type Phrase, plain } from '../../activities/letters/phrase.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PageWording } from '../words.ts'

/** A sentence of the letters' words: each value stands apart, so that its direction does not disturb the sentence around it. */
export const Said = ({ phrase }: { phrase: Phrase }) => (
  <>
    {phrase.map((part) =>
      typeof part === 'string' ? (
        part
      ) : (
        <bdi lang={part.language} class={part.strong ? 'strong' : undefined}>
          {part.text}
        </bdi>
      ),
    )}
  </>
)

export const dayText = (wording: PageWording, day: CalendarDate): string => plain(date(wording, day))

export const Day = ({ wording, day }: { wording: PageWording; day: CalendarDate }) => <time datetime={day}>{dayText(wording, day)}</time>

/** Between the items of a list. */
export const separator = ({ language }: PageWording): string => (language === 'ar' ? '، ' : ', ')
