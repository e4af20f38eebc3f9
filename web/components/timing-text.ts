import { number } from '../../documents/catalogs/legal-terms.ts'
import { toPlainText } from '../../documents/catalogs/message.ts'
import type { Timing } from '../../domain/calendar/timing.ts'
import { qualifyId } from '../../domain/ids.ts'
import { formatText, type PageCatalog } from '../page-catalog.ts'
import { dayText, separator } from './message.tsx'
import { sessionInFull } from './session-name.tsx'

/** When something is to be done, as it was read, in the shape in which the document prints it. @param organization whose sessions are meant */
export function timingText(catalog: PageCatalog, timing: Timing, organization: string): string {
  const year = (value: number) => number(catalog, String(value))
  const month = (value: string) => monthText(catalog, value)
  switch (timing.shape) {
    case 'day':
      return dayText(catalog, timing.date)
    case 'before':
      return formatText(catalog, 'timingBefore', { date: dayText(catalog, timing.date) })
    case 'by':
      return formatText(catalog, 'timingBy', { date: dayText(catalog, timing.date) })
    case 'month':
      return month(timing.month)
    case 'months':
      return formatText(catalog, 'timingRange', { from: month(timing.from), to: month(timing.to) })
    case 'season':
      return formatText(catalog, 'timingSeason', { season: timing.season, year: year(timing.year) })
    case 'half-year':
      return formatText(catalog, 'timingHalf', { half: timing.half === 1 ? 'first' : 'second', year: year(timing.year) })
    case 'year':
      return year(timing.year)
    case 'years':
      return formatText(catalog, 'timingRange', { from: year(timing.from), to: year(timing.to) })
    case 'before-end-of':
      return formatText(catalog, 'timingBeforeEnd', { year: year(timing.year) })
    case 'every-year':
      return timing.to === null
        ? formatText(catalog, 'timingEveryYearFrom', { from: year(timing.from) })
        : formatText(catalog, 'timingEveryYear', { from: year(timing.from), to: year(timing.to) })
    case 'session':
      return toPlainText(sessionInFull(catalog, qualifyId(organization, timing.session)))
    case 'span':
      return formatText(catalog, 'timingSpan', { years: timing.years, date: dayText(catalog, timing.from) })
    case 'other-rows':
      return formatText(catalog, 'timingOtherRows', { rows: timing.rows.join(separator(catalog)) })
    case 'none':
      return formatText(catalog, 'timingNone')
  }
}

function monthText(catalog: PageCatalog, value: string): string {
  const [year = '', month = ''] = value.split('-')
  return `${catalog.months[Number(month) - 1] ?? month} ${number(catalog, year)}`
}
