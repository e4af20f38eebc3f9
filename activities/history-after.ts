import type { NewEvent, RecordedEvent } from '../domain/record.ts'
import type { EventLog, StreamHistory } from './ports.ts'

/** A stream as it was read, and what is new of it. */
export type StreamNews = { readonly history: StreamHistory; readonly events: readonly NewEvent[] }

/** Streams once what is new of them has happened, by their names. */
export type After = ReadonlyMap<string, StreamHistory>

/** A stream with what is new of it: to fold, and never to append at. */
export const historyAfter = ({ history, events }: StreamNews): StreamHistory => ({
  ...history,
  events: [...history.events, ...events.map((event, index) => ({ ...event, version: history.version + index + 1 }) as RecordedEvent)],
})

export const afterNews = (news: readonly StreamNews[]): After => new Map(news.map((each) => [each.history.stream, historyAfter(each)]))

/** Streams as they are on record, but for those of which something is new. */
export async function readAfter(log: Pick<EventLog, 'read'>, streams: readonly string[], after: After): Promise<readonly StreamHistory[]> {
  const unchanged = streams.filter((name) => !after.has(name))
  const { histories } = unchanged.length === 0 ? { histories: [] } : await log.read(unchanged)
  const read = new Map(histories.map((history) => [history.stream, history]))
  return streams.map((name) => after.get(name) ?? read.get(name) ?? { stream: name, version: 0, events: [] })
}
