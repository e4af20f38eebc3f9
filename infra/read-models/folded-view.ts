import type { ClientBase } from 'pg'
import type { DomainEvent, Versioned } from '../../domain/decider.ts'
import { organizationOf } from '../../domain/ids.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import { parseStreamName } from '../../domain/streams.ts'
import { type ColumnTypes, putRows } from './put-rows.ts'
import type { View } from './view.ts'

/** How the streams of one room become rows, one a stream. */
export type Folding<State extends { readonly status: string }, Event extends DomainEvent> = {
  readonly table: string
  /** The first part of the streams' names. */
  readonly category: string
  readonly fold: { readonly initial: State; readonly evolve: (state: State, event: Versioned<Event>) => State }
  readonly filters: ColumnTypes
  readonly indexes: readonly string[]
  /** The State that owns the row, and what the filters ask for; `null` where a filter does not apply. */
  readonly describe: (state: Known<State>) => Readonly<Record<string, string | readonly string[] | null>> & { readonly state: string | null }
}

export type Known<State> = Exclude<State, { readonly status: 'unknown' }>

/** A view with one row a stream: its folded state, and the columns by which it is asked for. */
export function foldedView<State extends { readonly status: string }, Event extends DomainEvent>(folding: Folding<State, Event>): View {
  const { table, category, fold, filters, indexes, describe } = folding
  const types: ColumnTypes = { id: 'text', first_position: 'bigint', organization: 'text', state: 'text', ...filters, folded: 'json' }
  return {
    table,
    columns: `id text collate "C" primary key, first_position bigint not null, organization text not null, state text, ${Object.entries(filters)
      .map(([name, type]) => `${name} ${type}, `)
      .join('')}folded json not null`,
    indexes,
    key: ['id'],
    apply: async (client, schema, events) => {
      const streams = eventsById(events, category)
      const before = await statesOf<State>(client, `${schema}.${table}`, [...streams.keys()])
      const rows = [...streams].flatMap(([id, own]) => {
        const state = own.reduce((each, event) => fold.evolve(each, event as unknown as Versioned<Event>), before.get(id) ?? fold.initial)
        // What is only waited for is kept too, until it is known: a batch more or less must not change what is made of it.
        return state === fold.initial
          ? []
          : [{ id, first_position: own[0]?.position ?? 0, organization: organizationOf(id), ...describe(state as Known<State>), folded: state }]
      })
      await putRows(client, `${schema}.${table}`, types, ['id'], rows, ['first_position'])
    },
  }
}

export const isKnown = <State extends { readonly status: string }>(state: State): state is Known<State> => state.status !== 'unknown'

/** The events of one room, by the id of their stream. */
export function eventsById(events: readonly RecordedEvent[], category: string): ReadonlyMap<string, readonly RecordedEvent[]> {
  const streams = new Map<string, RecordedEvent[]>()
  for (const event of events) {
    const parts = parseStreamName(event.stream)
    if (parts.category !== category) continue
    const own = streams.get(parts.id)
    if (own === undefined) streams.set(parts.id, [event])
    else own.push(event)
  }
  return streams
}

async function statesOf<State>(client: ClientBase, table: string, ids: readonly string[]): Promise<ReadonlyMap<string, State>> {
  if (ids.length === 0) return new Map()
  const { rows } = await client.query<{ id: string; folded: State }>(`select id, folded from ${table} where id = any($1)`, [ids])
  return new Map(rows.map(({ id, folded }) => [id, folded]))
}
