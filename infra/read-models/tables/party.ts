import type { RecordedEvent } from '../../../domain/record.ts'
import { eventsById } from '../folded-view.ts'
import { type ColumnTypes, putRows } from '../put-rows.ts'
import type { View } from '../view.ts'

const types: ColumnTypes = { organization: 'text', party: 'text', state: 'text', name: 'json' }

/** The names of those who may owe, States and units of an organization, each a row: a list of obligations asks for no more of an organization than these. */
export const partyView: View = {
  table: 'party',
  columns: 'organization text collate "C", party text collate "C", state text, name json not null, primary key (organization, party)',
  indexes: [],
  key: ['organization', 'party'],
  apply: async (client, schema, events) => {
    const rows = new Map<string, { organization: string; party: string; state: null; name: object }>()
    for (const [organization, own] of eventsById(events, 'organization'))
      for (const event of own) {
        const named = nameIn(event)
        if (named !== null) rows.set(`${organization}/${named.party}`, { organization, state: null, ...named })
      }
    await putRows(client, `${schema}.party`, types, ['organization', 'party'], [...rows.values()])
  },
}

type Named = { readonly member?: string; readonly unit?: string; readonly name: object }

function nameIn({ type, data }: RecordedEvent): { readonly party: string; readonly name: object } | null {
  if (type !== 'MemberAdmitted' && type !== 'AdmissionCorrected' && type !== 'UnitNamed') return null
  const { member, unit, name } = data as Named
  const party = member ?? unit
  return party === undefined ? null : { party, name }
}
