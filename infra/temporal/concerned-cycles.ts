import { foldSession } from '../../activities/fold.ts'
import type { EventLog } from '../../activities/ports.ts'
import { idsOfOrganization } from '../../domain/ids.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { followedStreams, parseStreamName } from '../../domain/streams.ts'

/**
 * The cycles and plans that the sessions of these events concern: those counted from them, and every other of their organization,
 * because a plan has papers ready for sessions to come.
 */
export async function findConcernedCycles(log: EventLog, events: readonly RecordedEvent[]): Promise<(session: string) => readonly string[]> {
  const streams = [...new Set(events.map(({ stream: name }) => name).filter((name) => parseStreamName(name).category === 'session'))]
  const histories = streams.length === 0 ? [] : (await log.read(streams)).histories
  const sessions = new Map(histories.map((history) => [parseStreamName(history.stream).id, foldSession(history)]))
  const organizations = new Set([...sessions.values()].flatMap((state) => (state.status === 'unknown' ? [] : [state.organization])))
  const cycles = new Map<string, readonly string[]>()
  for (const each of organizations) cycles.set(each, await followedBy(log, each))
  return (session) => {
    const state = sessions.get(session)
    if (state === undefined) return []
    const counted = state.cycles ?? []
    return state.status === 'unknown' ? counted : [...new Set([...counted, ...(cycles.get(state.organization) ?? [])])]
  }
}

/** In byte order of id, so that workflows are woken in one order whatever they follow. */
async function followedBy(log: EventLog, organization: string): Promise<readonly string[]> {
  const named = await Promise.all(followedStreams(idsOfOrganization(organization)).map((prefix) => log.versions(prefix)))
  return named
    .flat()
    .map(({ stream: name }) => parseStreamName(name).id)
    .toSorted()
}
