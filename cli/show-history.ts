import { actorName } from '../domain/actor-name.ts'
import { type TimelineEntry, timelineOf } from '../domain/history/timeline.ts'
import type { RecordedEvent } from '../domain/record.ts'
import { parseStreamName } from '../domain/streams.ts'
import { eventInWords } from './event-words.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs } from './read-as.ts'
import { resolveObligation } from './resolve-ids.ts'
import { table } from './table.ts'
import { answer } from './write-output.ts'

/** Everything on record about an obligation, or about what an obligation may rest on, in order. */
export const showHistory = (ports: CommandLinePorts, given: string, options: Reading): Promise<void> =>
  readAs(ports, options, async (installation) => {
    const recorded = await installation.views.history(given)
    const id = recorded.length > 0 ? given : (await resolveObligation(installation, given)).id
    const events = recorded.length > 0 ? recorded : await installation.views.history(id)
    await answer(ports, options.json, { ...(isObligation(events) ? { obligation: id } : { id }), events }, () => [
      table([['Day', 'Recorded', 'What', 'Who', ''], ...timelineOf(events).map(inWords)]),
    ])
  })

const isObligation = (events: readonly RecordedEvent[]): boolean => events.some(({ stream }) => parseStreamName(stream).category === 'obligation')

function inWords({ occurredOn, recordedAt, actor, type, letter, what }: TimelineEntry): readonly string[] {
  const name = eventInWords(type)
  const facts = Object.entries(what.facts).map(([key, value]) => `${key} ${Array.isArray(value) ? value.join(' + ') : String(value)}`)
  return [occurredOn, recordedAt.slice(0, 16).replace('T', ' '), name, actorName(actor), [...(letter === null ? [] : [letter]), ...facts].join(', ')]
}
