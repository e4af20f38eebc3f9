import type { Timing } from '../../domain/calendar/timing.ts'
import { idsOfOrganization } from '../../domain/ids.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { KnownSession } from '../../domain/session/forward-reference.ts'
import { type Session, sessionDays } from '../../domain/session/session.ts'
import type { SessionDays } from '../../domain/session/session-days.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldSession } from '../fold.ts'
import type { Append, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** Every session of an organization that is on record, in byte order of id. A stream that did not grow is not read again. */
export async function knownSessions({ log }: Pick<ReadingContext, 'log'>, organization: string): Promise<readonly KnownSession[]> {
  const known = folded.get(log) ?? new Map<string, Folded>()
  folded.set(log, known)
  const names = await log.versions(stream.session(idsOfOrganization(organization)))
  const grown = names.filter((each) => known.get(each.stream)?.version !== each.version)
  if (grown.length > 0)
    for (const history of (await log.read(grown.map((each) => each.stream))).histories)
      known.set(history.stream, { version: history.version, session: foldSession(history) })
  return names.flatMap((each) => {
    const session = known.get(each.stream)?.session
    return session === undefined ? [] : [{ id: parseStreamName(each.stream).id, session }]
  })
}

type Folded = { readonly version: number; readonly session: Session }

/** What a stream says at a version never changes, so it may be kept. */
const folded = new WeakMap<object, Map<string, Folded>>()

/** The sessions that timings name, with their days, and what counts a cycle from them. */
export type WaitedFor = {
  readonly states: ReadonlyMap<string, Session>
  daysOf(timing: Timing): SessionDays | null
  /** For each of them that one of these timings names and from which the cycle is not counted yet. */
  counted(cycle: string, timings: readonly Timing[], today: CountedOn): Append['streams']
}
type CountedOn = Append['streams'][number]['events'][number]['occurredOn']

/** @throws Refusal `unknown-session`, `session-cancelled`: what is to be done at a session waits for one on record */
export async function waitedFor({ log }: Pick<ReadingContext, 'log'>, organization: string, timings: readonly Timing[]): Promise<WaitedFor> {
  const idOf = (timing: Timing) => (timing.shape === 'session' ? sessionId(organization, timing.session) : null)
  const ids = [...new Set(timings.map(idOf).filter((id) => id !== null))]
  const { histories } = await log.read(ids.map(stream.session))
  const sessions = new Map(ids.map((id, index) => [id, { history: histories[index], state: requireOpenTo(id, histories[index]) }]))
  return {
    states: new Map([...sessions].map(([id, { state }]) => [id, state])),
    daysOf: (timing) => {
      const id = idOf(timing)
      return id === null ? null : sessionDays(id, sessions.get(id)?.state ?? { status: 'unknown' })
    },
    counted: (cycle, named, today) =>
      [...new Set(named.map(idOf))].flatMap((id) => {
        const { history, state } = (id === null ? undefined : sessions.get(id)) ?? {}
        if (history === undefined || (state?.cycles ?? []).includes(cycle)) return []
        const events = [{ type: 'CycleCountedFromClosing', occurredOn: today, data: { cycle } }]
        return [{ stream: history.stream, atVersion: history.version, events }]
      }),
  }
}

function requireOpenTo(id: string, history: StreamHistory | undefined): Session {
  const state = foldSession(history)
  if (state.status === 'unknown') throw new Refusal('unknown-session', `There is no session ${id} on record: announce it first`, { session: id })
  if (state.status === 'cancelled') throw new Refusal('session-cancelled', `${id} was cancelled: name the session to which the business goes`, { session: id })
  return state
}
