import type { FollowedDecision } from '../../documents/papers/paper-facts.ts'
import { titleOf } from '../../domain/cycle/cycle.ts'
import { obligationsOfRequest, ownedId } from '../../domain/ids.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { RowOnRecord } from '../../domain/status/progress.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldCycle, foldInstrument, foldObligation } from '../fold.ts'
import type { EventLog, StreamHistory } from '../ports.ts'
import { type SessionOnRecord, shownSession } from './sessions-of.ts'

/** A cycle as papers tell it: who or what decided, its rows, and what is owed under it. @throws Refusal `unknown-plan` where no plan and no instrument is followed under this name */
export async function followedIn(log: EventLog, history: StreamHistory, sessions: readonly SessionOnRecord[]): Promise<FollowedDecision> {
  const cycle = foldCycle(history)
  const { id } = parseStreamName(history.stream)
  if (cycle.status === 'unknown' || cycle.family === 'supervision')
    throw new Refusal('unknown-plan', `${id} is neither a plan nor an instrument that is followed: no paper tells of it`, { cycle: id })
  const isPlan = cycle.family === 'plan'
  const session = isPlan ? cycle.decision.session : cycle.session
  const taken = session === null ? undefined : sessions.find((each) => each.id === sessionId(cycle.organization, session))
  const obligations = isPlan ? cycle.rows.flatMap((row) => row.obligations) : await owedOn(log, cycle)
  const title = isPlan ? null : await instrumentTitle(log, cycle)
  return {
    id,
    cycle,
    title: titleOf(cycle, title),
    session: taken === undefined ? null : shownSession(taken),
    rows: isPlan ? rowsIn(history.events) : [],
    obligations: await onRecord(log, obligations),
  }
}

type OfInstrument = { readonly organization: string; readonly instrument: string }

const owedOn = async (log: EventLog, { organization, instrument }: OfInstrument): Promise<readonly string[]> =>
  (await log.versions(stream.obligation(obligationsOfRequest(organization, instrument)))).map((each) => parseStreamName(each.stream).id)

async function instrumentTitle(log: EventLog, { organization, instrument }: OfInstrument) {
  const { histories } = await log.read([stream.instrument(ownedId(organization, instrument))])
  const state = foldInstrument(histories[0])
  return state.status === 'unknown' ? null : state.title
}

async function onRecord(log: EventLog, ids: readonly string[]): Promise<readonly OnRecord[]> {
  const { histories } = await log.read(ids.map(stream.obligation))
  return ids.flatMap((id, index) => {
    const history = histories[index]
    const state = foldObligation(history)
    return state.status === 'unknown' || history === undefined ? [] : [{ id, state, events: history.events }]
  })
}

/** Each row as it was recorded last, in the order in which they were first. */
function rowsIn(events: readonly RecordedEvent[]): readonly RowOnRecord[] {
  const rows = new Map<string, RowOnRecord>()
  for (const event of events) {
    if (event.type !== 'RowRecorded') continue
    const { id, obligations, followedUnder } = event.data as Pick<RowOnRecord, 'id' | 'obligations' | 'followedUnder'>
    rows.set(id, { id, obligations, followedUnder, event })
  }
  return [...rows.values()]
}
