import type { Timing } from '../domain/calendar/timing.ts'

/** When something is to be done, as it was read: `years 2012 to 2019`. */
export function timingInWords(timing: Timing): string {
  switch (timing.shape) {
    case 'day':
      return timing.date
    case 'before':
    case 'by':
      return `${timing.shape} ${timing.date}`
    case 'month':
      return timing.month
    case 'months':
      return `months ${timing.from} to ${timing.to}`
    case 'season':
      return `${timing.season} ${timing.year}`
    case 'half-year':
      return `${timing.half === 1 ? 'first' : 'second'} half of ${timing.year}`
    case 'year':
      return `year ${timing.year}`
    case 'years':
      return `years ${timing.from} to ${timing.to}`
    case 'before-end-of':
      return `before the end of ${timing.year}`
    case 'every-year':
      return timing.to === null ? `every year from ${timing.from}` : `every year, ${timing.from} to ${timing.to}`
    case 'session':
      return `at session ${timing.session}`
    case 'span':
      return `${timing.years} ${timing.years === 1 ? 'year' : 'years'} from ${timing.from}`
    case 'other-rows':
      return `followed where ${timing.rows.join(', ')} are`
    case 'none':
      return 'no date'
  }
}
