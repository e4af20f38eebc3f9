import { number } from '../../activities/letters/legal-words.ts'
import { plain } from '../../activities/letters/phrase.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import { type PageWording, tell } from '../words.ts'
import { dayText, separator } from './said.tsx'
import { sessionInFull } from './session-name.tsx'

/** When something is to be done, as it was read, in the shape in which the document prints it. @param organization whose sessions are meant */
export function timingText(wording: PageWording, timing: Timing, organization: string): string {
  const year = (value: number) => number(wording, String(value))
  const month = (value: string) => monthText(wording, value)
  switch (timing.shape) {
    case 'day':
      return dayText(wording, timing.date)
    case 'before':
      return tell(wording, 'timingBefore', { date: dayText(wording, timing.date) })
    case 'by':
      return tell(wording, 'timingBy', { date: dayText(wording, timing.date) })
    case 'month':
      return month(timing.month)
    case 'months':
      return tell(wording, 'timingRange', { from: month(timing.from), to: month(timing.to) })
    case 'season':
      return tell(wording, 'timingSeason', { season: timing.season, year: year(timing.year) })
    case 'half-year':
      return tell(wording, 'timingHalf', { half: timing.half === 1 ? 'first' : 'second', year: year(timing.year) })
    case 'year':
      return year(timing.year)
    case 'years':
      return tell(wording, 'timingRange', { from: year(timing.from), to: year(timing.to) })
    case 'before-end-of':
      return tell(wording, 'timingBeforeEnd', { year: year(timing.year) })
    case 'every-year':
      return tell(wording, 'timingEveryYear', { from: year(timing.from), to: year(timing.to) })
    case 'session':
      return plain(sessionInFull(wording, timing.session.includes(':') ? timing.session : `${organization}:${timing.session}`))
    case 'span':
      return tell(wording, 'timingSpan', { years: timing.years, date: dayText(wording, timing.from) })
    case 'other-rows':
      return tell(wording, 'timingOtherRows', { rows: timing.rows.join(separator(wording)) })
    case 'none':
      return tell(wording, 'timingNone')
  }
}

function monthText(wording: PageWording, value: string): string {
  const [year = '', month = ''] = value.split('-')
  return `${wording.months[Number(month) - 1] ?? month} ${number(wording, year)}`
}
