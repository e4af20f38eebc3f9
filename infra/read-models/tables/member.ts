import type { Admission } from '../../../domain/organization/events.ts'
import { eventsById } from '../folded-view.ts'
import { type ColumnTypes, putRows } from '../put-rows.ts'
import type { View } from '../view.ts'

const types: ColumnTypes = { organization: 'text', member: 'text', state: 'text', name: 'json' }

/** The names of States, each a row: a list of obligations asks for no more of an organization than these. */
export const memberView: View = {
  table: 'member',
  columns: 'organization text collate "C", member text collate "C", state text, name json not null, primary key (organization, member)',
  indexes: [],
  key: ['organization', 'member'],
  apply: async (client, schema, events) => {
    const rows = new Map<string, { organization: string; member: string; state: null; name: Admission['name'] }>()
    for (const [organization, own] of eventsById(events, 'organization')) {
      for (const { type, data } of own) {
        if (type !== 'MemberAdmitted') continue
        const { member, name } = data as Admission
        rows.set(`${organization}/${member}`, { organization, member, state: null, name })
      }
    }
    await putRows(client, `${schema}.member`, types, ['organization', 'member'], [...rows.values()])
  },
}
