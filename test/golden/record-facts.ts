import type { EventLog } from '../../activities/ports.ts'
import { parseStreamName } from '../../domain/streams.ts'
import { countedEvents, letterWritten } from './names.ts'

export type Counts = Readonly<Record<keyof typeof countedEvents, number>>

/** What no state keeps: how often something happened to an obligation, and the language of each letter. */
export type RecordFacts = {
  countsOf(obligation: string): Counts
  languageOf(letter: string): string | null
}

const names = Object.keys(countedEvents) as (keyof typeof countedEvents)[]

/** Reads the whole record once. */
export async function readRecordFacts(log: Pick<EventLog, 'head' | 'readFrom'>): Promise<RecordFacts> {
  const happened = new Map<string, number>()
  const languages = new Map<string, string>()
  const head = await log.head()
  let position = 0
  while (position < head) {
    const events = await log.readFrom(position, 1_000)
    for (const { stream, type, data } of events) {
      const { id } = parseStreamName(stream)
      happened.set(`${id} ${type}`, (happened.get(`${id} ${type}`) ?? 0) + 1)
      if (type === letterWritten) languages.set(id, String(data.language))
    }
    position = events.at(-1)?.position ?? head
  }
  const count = (id: string, types: readonly string[]) => types.reduce((sum, type) => sum + (happened.get(`${id} ${type}`) ?? 0), 0)
  return {
    countsOf: (id) => Object.fromEntries(names.map((name) => [name, count(id, countedEvents[name])])) as Counts,
    languageOf: (letter) => languages.get(letter) ?? null,
  }
}
