import { date } from '../../documents/catalogs/legal-terms.ts'
import { type Message, toPlainText } from '../../documents/catalogs/message.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PageCatalog } from '../page-catalog.ts'

/** A sentence of the letters' words: each value stands apart, so that its direction does not disturb the sentence around it. */
export const MessageText = ({ phrase }: { phrase: Message }) => (
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

export const dayText = (catalog: PageCatalog, day: CalendarDate): string => toPlainText(date(catalog, day))

export const Day = ({ catalog, day }: { catalog: PageCatalog; day: CalendarDate }) => <time datetime={day}>{dayText(catalog, day)}</time>

/** Between the items of a list. */
export const separator = ({ language }: PageCatalog): string => (language === 'ar' ? '، ' : ', ')
