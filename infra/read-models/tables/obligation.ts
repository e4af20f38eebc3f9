import type { ClientBase } from 'pg'
import type { Versioned } from '../../../domain/decider.ts'
import { instrumentOf } from '../../../domain/obligation/basis.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { KnownObligation, Obligation, ObligationEvent } from '../../../domain/obligation/state.ts'
import { eventsById, isKnown } from '../folded-view.ts'
import { type ColumnTypes, putRows } from '../put-rows.ts'
import type { View } from '../view.ts'

const types: ColumnTypes = {
  id: 'text',
  from_position: 'bigint',
  to_position: 'bigint',
  state: 'text',
  organization: 'text',
  cycle: 'text',
  kind: 'text',
  instrument: 'text',
  folded: 'json',
}

type Row = {
  id: string
  from_position: number
  to_position: number | null
  state: string
  organization: string
  cycle: string
  kind: string
  instrument: string | null
  folded: KnownObligation
}

/** What was known of each obligation, and between which positions: a row an event, the newest without `to_position`. */
export const obligationView: View = {
  table: 'obligation',
  columns: `id text collate "C", from_position bigint, to_position bigint, state text not null, organization text not null, cycle text not null,
    kind text not null, instrument text, folded json not null, primary key (id, from_position), check (from_position < to_position)`,
  indexes: ['unique index on (id) where to_position is null', 'index on (cycle) where to_position is null', 'index on (state) where to_position is null'],
  key: ['id', 'from_position'],
  apply: async (client, schema, events) => {
    const table = `${schema}.obligation`
    const streams = eventsById(events, 'obligation')
    const before = await newest(client, table, [...streams.keys()])
    const ended: { id: string; at: number }[] = []
    const rows: Row[] = []
    for (const [id, own] of streams) {
      let state: Obligation = before.get(id) ?? obligation.initial
      let open: Row | null = null
      for (const event of own) {
        const wasKnown = isKnown(state)
        state = obligation.evolve(state, event as unknown as Versioned<ObligationEvent>)
        if (!isKnown(state)) continue
        if (open !== null) open.to_position = event.position
        else if (wasKnown) ended.push({ id, at: event.position })
        const { party, organization, cycle, kind } = state
        const instrument = instrumentOf(state)
        open = { id, from_position: event.position, to_position: null, state: party, organization, cycle, kind, instrument, folded: state }
        rows.push(open)
      }
    }
    await end(client, table, ended)
    await putRows(client, table, types, ['id', 'from_position'], rows)
  },
}

async function newest(client: ClientBase, table: string, ids: readonly string[]): Promise<ReadonlyMap<string, KnownObligation>> {
  if (ids.length === 0) return new Map()
  const text = `select id, folded from ${table} where id = any($1) and to_position is null`
  const { rows } = await client.query<{ id: string; folded: KnownObligation }>(text, [ids])
  return new Map(rows.map(({ id, folded }) => [id, folded]))
}

async function end(client: ClientBase, table: string, ended: readonly { readonly id: string; readonly at: number }[]): Promise<void> {
  if (ended.length === 0) return
  const text = `update ${table} known set to_position = ended.at from unnest($1::text[], $2::bigint[]) as ended(id, at)
    where known.id = ended.id and known.to_position is null`
  await client.query(text, [ended.map(({ id }) => id), ended.map(({ at }) => at)])
}
