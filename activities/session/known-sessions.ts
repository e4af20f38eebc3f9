import type { Timing } from '../../domain/calendar/timing.ts'
import { partsOfStream, stream } from '../../domain/obligation/obligation-id.ts'
import type { SessionDays } from '../../domain/plan/entering.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { KnownSession } from '../../domain/session/forward-reference.ts'
import { type Session, sessionDays } from '../../domain/session/session.ts'
import { foldSession } from '../fold.ts'
import type { House } from '../house.ts'
import type { Append, StreamHistory } from '../ports.ts'

/** Every session of an organization that is on record. */
export async function knownSessions({ log }: Pick<House, 'log'>, organization: string): Promise<readonly KnownSession[]> {
  const streams = await log.versions(stream.session(`${organization}:`))
  const { histories } = await log.read(streams.map((each) => each.stream))
  return histories.map((history) => ({ id: partsOfStream(history.stream).id, session: foldSession(history) }))
}

/** The sessions that timings name, with their days, and what counts a cycle from them. */
export type WaitedFor = {
  readonly states: ReadonlyMap<string, Session>
  daysOf(timing: Timing): SessionDays | null
  /** For each of them that one of these timings names and from which the cycle is not counted yet. */
  counted(cycle: string, timings: readonly Timing[], today: CountedOn): Append['streams']
}
type CountedOn = Append['streams'][number]['events'][number]['occurredOn']

/** @throws Refusal `unknown-session`, `session-cancelled`: what is to be done at a session waits for one on record */
export async function waitedFor({ log }: Pick<House, 'log'>, organization: string, timings: readonly Timing[]): Promise<WaitedFor> {
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
