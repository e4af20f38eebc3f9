import { nameWithin, organizationOf } from '../../../domain/ids.ts'
import { correctable, parseStreamName } from '../../../domain/streams.ts'
import { ownerOfLetters, ownerOfObligation } from '../owner.ts'
import { type ColumnTypes, putRows } from '../put-rows.ts'
import type { View } from '../view.ts'

const types: ColumnTypes = { position: 'bigint', subject: 'text', organization: 'text', state: 'text', event: 'json' }

/** The events of obligations and letters, and of what may be corrected beneath them, for those who may look at views and not at the log. */
export const historyView: View = {
  table: 'history',
  columns: 'position bigint primary key, subject text collate "C" not null, organization text not null, state text, event json not null',
  indexes: ['index on (subject)'],
  key: ['position'],
  apply: async (client, schema, events) => {
    const rows = events.flatMap((event) => {
      const owner = ownerOf(event.stream)
      return owner === null ? [] : [{ position: event.position, subject: event.stream, ...owner, event }]
    })
    await putRows(client, `${schema}.history`, types, ['position'], rows)
  },
}

function ownerOf(stream: string): { readonly organization: string; readonly state: string | null } | null {
  const { category, id } = parseStreamName(stream)
  const organization = organizationOf(id)
  if (category === 'obligation') return { organization, state: ownerOfObligation(id) }
  if (category === 'supervision') return { organization, state: nameWithin(id) }
  if (correctable.includes(category)) return { organization, state: null }
  return category === 'letter' ? { organization, state: ownerOfLetters(id) } : null
}
