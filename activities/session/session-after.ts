import type { NewEvent } from '../../domain/record.ts'
import { type Session, type SessionEvent, session } from '../../domain/session/session.ts'
import { foldSession } from '../fold.ts'
import type { StreamHistory } from '../ports.ts'

/** A session once these events have happened to it. */
export const sessionAfter = (history: Pick<StreamHistory, 'events' | 'version'> | undefined, events: readonly NewEvent[]): Session =>
  events.reduce<Session>(
    (state, event, index) => session.evolve(state, { ...(event as SessionEvent), version: (history?.version ?? 0) + index + 1 }),
    foldSession(history),
  )
