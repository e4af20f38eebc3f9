import { organizationOf } from '../../../domain/ids.ts'
import type { RowRecorded } from '../../../domain/plan/events.ts'
import { eventsById } from '../folded-view.ts'
import { type ColumnTypes, putRows } from '../put-rows.ts'
import type { View } from '../view.ts'

const types: ColumnTypes = { cycle: 'text', id: 'text', first_position: 'bigint', organization: 'text', state: 'text', recorded: 'json' }

/** Each row of each plan as it was last recorded. One that a revision recorded again keeps its place. */
export const rowView: View = {
  table: 'plan_row',
  columns:
    'cycle text collate "C", id text collate "C", first_position bigint not null, organization text not null, state text, recorded json not null, primary key (cycle, id)',
  indexes: [],
  key: ['cycle', 'id'],
  apply: async (client, schema, events) => {
    const rows = new Map<string, { cycle: string; id: string; first_position: number; organization: string; state: null; recorded: object }>()
    for (const [cycle, own] of eventsById(events, 'plan'))
      for (const { type, data, position } of own) {
        if (type !== 'RowRecorded') continue
        const { id } = data as RowRecorded
        const first_position = rows.get(`${cycle}/${id}`)?.first_position ?? position
        rows.set(`${cycle}/${id}`, { cycle, id, first_position, organization: organizationOf(cycle), state: null, recorded: data })
      }
    await putRows(client, `${schema}.plan_row`, types, ['cycle', 'id'], [...rows.values()], ['first_position'])
  },
}
