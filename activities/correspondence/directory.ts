import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { EventLog, StreamHistory } from '../ports.ts'

type Known = { readonly metadata: CalendarDate; readonly state: Promise<unknown> }

const directories = new WeakMap<EventLog, Map<string, Known>>()

/**
 * Reference facts for the wording of letters, an organization's Members or an instrument's title, read once a day at the seat:
 * a name that changes is used from the next day on. Nothing is decided from it.
 *
 * @param fold always the same one for a stream
 */
export function knownToday<State>(log: EventLog, stream: string, fold: (history: StreamHistory | undefined) => State, today: CalendarDate): Promise<State> {
  const directory = directories.get(log) ?? new Map<string, Known>()
  directories.set(log, directory)
  const known = directory.get(stream)
  if (known?.metadata === today) return known.state as Promise<State>
  const state = log.read([stream]).then(({ histories }) => fold(histories[0]))
  directory.set(stream, { metadata: today, state })
  state.catch(() => directory.delete(stream))
  return state
}
