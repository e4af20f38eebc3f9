import { setTimeout as pause } from 'node:timers/promises'
import type { Pool } from 'pg'
import { foldSession } from '../../activities/fold.ts'
import type { EventLog } from '../../activities/ports.ts'
import type { Reconciled } from '../../activities/workflow-activities.ts'
import { partsOfStream, stream } from '../../domain/obligation/obligation-id.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import type { Checkpoints } from '../event-store/checkpoints.ts'
import { isConnectionLost } from '../event-store/failures.ts'
import { withLeadership } from '../event-store/leadership.ts'
import type { TemporalMemory } from './temporal-memory.ts'
import { TemporalUnavailable, type Undelivered, type Waker } from './waker.ts'
import { wakesFor } from './wakes-for.ts'

/** Under this name the follower keeps its place in the log. */
export const followerName = 'temporal'

/** Under this name one follower at a time leads. */
export const leaderOfFollower = `${followerName} follower`

export type FollowerSettings = {
  readonly log: EventLog
  readonly checkpoints: Checkpoints
  readonly memory: TemporalMemory
  /** Of the service's login: one connection holds the lock of the leader. */
  readonly pool: Pool
  readonly waker: Waker
  /** Id of the namespace that answers now. @throws TemporalAway */
  readonly namespaceId: () => Promise<string>
  /** Compares the whole record with Temporal and repairs the difference. */
  readonly reconcile: () => Promise<Reconciled>
  readonly report?: (news: FollowerNews) => void
  /** Events; a longer backlog is replaced by one reconciliation. */
  readonly longestBacklog?: number
  /** How often an idle follower asks whether Temporal is still the same one. */
  readonly namespaceCheckMs?: number
}

/** For the house's own log. */
export type FollowerNews =
  | { readonly kind: 'reconciled'; readonly because: 'other-temporal' | 'backlog'; readonly result: Reconciled }
  | { readonly kind: 'set-aside'; readonly undelivered: readonly Undelivered[] }
  | { readonly kind: 'waiting'; readonly error: Error }

export type Follower = {
  /** Follows the log until the signal; where another process leads, waits for its turn. @throws whatever is neither an outage of PostgreSQL nor of Temporal */
  run(signal: AbortSignal): Promise<void>
  /** Settles once all that was recorded up to a position has been passed on, by this follower. */
  passed(position: number): Promise<void>
}

const afterOutageMs = 1_000

/** Reads the log in order and wakes the workflows that each event concerns. The log is the outbox: there is no other. */
export function createFollower(settings: FollowerSettings): Follower {
  const { log, checkpoints, memory, pool, waker, namespaceId, reconcile, report, longestBacklog = 10_000, namespaceCheckMs = 5_000 } = settings
  const passage = createPassage()

  const run = async (signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      try {
        await withLeadership(pool, leaderOfFollower, lead, signal)
      } catch (error) {
        if (!(error instanceof TemporalUnavailable) && !(error instanceof OtherTemporal) && !isConnectionLost(error)) throw error
        report?.({ kind: 'waiting', error: error as Error })
        if (!(error instanceof OtherTemporal)) await pause(afterOutageMs, undefined, { signal }).catch(() => undefined)
      }
    }
  }

  const lead = async (signal: AbortSignal): Promise<void> => {
    const seen = await sameTemporal()
    const from = await start()
    passage.reached(from)
    const ended = new AbortController()
    const until = AbortSignal.any([signal, ended.signal])
    const both = [follow(from, until), watch(seen, until)].map((each) => each.finally(() => ended.abort()))
    const [first] = (await Promise.allSettled(both)).filter((each) => each.status === 'rejected')
    if (first !== undefined) throw first.reason
  }

  /** An empty Temporal has to be filled from the record before a single wake-up makes it look alive. */
  const sameTemporal = async (): Promise<string> => {
    const id = await namespaceId()
    if ((await memory.seen()) === id) return id
    await reconciled('other-temporal')
    await memory.see(id)
    return id
  }

  const start = async (): Promise<number> => {
    const [from, head] = [await checkpoints.read(followerName), await log.head()]
    if (head - from <= longestBacklog) return from
    await reconciled('backlog')
    await checkpoints.moveTo(followerName, head)
    return head
  }

  const reconciled = async (because: 'other-temporal' | 'backlog'): Promise<void> => {
    const head = await log.head()
    const result = await reconcile()
    await memory.forgetUpTo(head)
    report?.({ kind: 'reconciled', because, result })
  }

  const follow = async (from: number, signal: AbortSignal): Promise<void> => {
    for await (const batch of log.follow(from, signal)) {
      const undelivered = await waker.wakeAll(wakesFor(batch, await cyclesConcernedBy(log, batch)))
      if (undelivered.length > 0) {
        await memory.setAside(undelivered)
        report?.({ kind: 'set-aside', undelivered })
      }
      const last = batch.at(-1)?.position ?? from
      await checkpoints.moveTo(followerName, last)
      passage.reached(last)
    }
  }

  const watch = async (seen: string, signal: AbortSignal): Promise<void> => {
    while (!signal.aborted) {
      await pause(namespaceCheckMs, undefined, { signal }).catch(() => undefined)
      if (!signal.aborted && (await namespaceId()) !== seen) throw new OtherTemporal('Temporal was replaced by another one')
    }
  }

  return { run, passed: passage.passed }
}

class OtherTemporal extends Error {
  override readonly name = 'OtherTemporal'
}

/** The cycles that these sessions concern: those counted from them, and every other of their organization, for a plan has papers ready for sessions to come. */
async function cyclesConcernedBy(log: EventLog, events: readonly RecordedEvent[]): Promise<(session: string) => readonly string[]> {
  const streams = [...new Set(events.map(({ stream: name }) => name).filter((name) => partsOfStream(name).room === 'session'))]
  const histories = streams.length === 0 ? [] : (await log.read(streams)).histories
  const sessions = new Map(histories.map((history) => [partsOfStream(history.stream).id, foldSession(history)]))
  const organizations = new Set([...sessions.values()].flatMap((state) => (state.status === 'unknown' ? [] : [state.organization])))
  const cycles = new Map<string, readonly string[]>()
  for (const each of organizations)
    cycles.set(
      each,
      (await log.versions(stream.cycle(`${each}:`))).map(({ stream: name }) => partsOfStream(name).id),
    )
  return (session) => {
    const state = sessions.get(session)
    if (state === undefined) return []
    const counted = state.cycles ?? []
    return state.status === 'unknown' ? counted : [...new Set([...counted, ...(cycles.get(state.organization) ?? [])])]
  }
}

/** How far one has come, and who waits for it. */
function createPassage() {
  let position = -1
  let waiting: readonly { readonly for: number; readonly tell: () => void }[] = []
  return {
    reached: (now: number): void => {
      position = Math.max(position, now)
      for (const each of waiting) if (each.for <= position) each.tell()
      waiting = waiting.filter((each) => each.for > position)
    },
    passed: async (wanted: number): Promise<void> => {
      if (wanted <= position) return
      await new Promise<void>((tell) => {
        waiting = [...waiting, { for: wanted, tell }]
      })
    },
  }
}
