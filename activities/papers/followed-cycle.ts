import type { FollowedDecision } from '../../documents/papers/paper-facts.ts'
import { titleOfCycle } from '../../domain/cycle/cycle.ts'
import { obligationsOfRequest, ownedId } from '../../domain/ids.ts'
import { sessionId } from '../../domain/plan/obligations-of.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { OnRecord } from '../../domain/status/evidence.ts'
import type { RowOnRecord } from '../../domain/status/progress.ts'
import { parseStreamName, stream } from '../../domain/streams.ts'
import { foldInstrument, foldObligation } from '../fold.ts'
import { followedIn } from '../followed.ts'
import type { EventLog, StreamHistory } from '../ports.ts'
import { type SessionOnRecord, shownSession } from './sessions-of.ts'

/** A cycle or a plan as papers describe it: who or what decided, its rows, and what is owed under it. @throws Refusal `unknown-plan` where it is neither */
export async function decisionIn(log: EventLog, history: StreamHistory, sessions: readonly SessionOnRecord[]): Promise<FollowedDecision> {
  const followed = followedIn(history)
  if (followed === null || followed.type === 'yearly-list') {
    const { id } = parseStreamName(history.stream)
    throw new Refusal('unknown-plan', `${id} is neither a plan nor an instrument that is followed: there is no paper about it`, { cycle: id })
  }
  const { id, type, state } = followed
  const session = type === 'plan' ? state.decision.session : state.session
  const taken = session === null ? undefined : sessions.find((each) => each.id === sessionId(state.organization, session))
  const common = { id, session: taken === undefined ? null : shownSession(taken) }
  if (type === 'plan') {
    const obligations = state.rows.flatMap((row) => row.obligations)
    return { ...common, type, cycle: state, title: state.title, rows: rowsIn(history.events), obligations: await onRecord(log, obligations) }
  }
  const title = titleOfCycle(state, await instrumentTitle(log, state))
  return { ...common, type, cycle: state, title, rows: [], obligations: await onRecord(log, await owedOn(log, state)) }
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
