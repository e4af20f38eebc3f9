import type { ClientBase } from 'pg'

/** Columns by name, with the type of each. `json` takes any value, `text[]` a list of texts. */
export type ColumnTypes = Readonly<Record<string, 'text' | 'bigint' | 'json' | 'text[]'>>
type Cell = string | number | null | object

/**
 * Inserts rows, all in one statement; a row that is there already gets the new values of all columns but its key and `kept`.
 *
 * JSON goes as text, never as `jsonb`: a text that holds U+0000 is legal in the record, and must not stop the views.
 */
export async function putRows(
  client: ClientBase,
  table: string,
  types: ColumnTypes,
  key: readonly string[],
  rows: readonly Readonly<Record<string, Cell>>[],
  kept: readonly string[] = [],
): Promise<void> {
  if (rows.length === 0) return
  const names = Object.keys(types)
  const columns = names.map((name) => rows.map((row) => written(row[name] ?? null)))
  const updated = names.filter((name) => !key.includes(name) && !kept.includes(name))
  await client.query(
    `insert into ${table} (${names.join(', ')})
     select ${names.map((name) => read(name, types[name])).join(', ')}
       from unnest(${names.map((_, index) => `$${index + 1}::text[]`).join(', ')}) as given(${names.join(', ')})
     on conflict (${key.join(', ')}) do update set ${updated.map((name) => `${name} = excluded.${name}`).join(', ')}`,
    columns,
  )
}

const written = (cell: Cell): string | null => (cell === null || typeof cell === 'string' ? cell : JSON.stringify(cell))

const read = (name: string, type: ColumnTypes[string] | undefined): string =>
  type === 'text[]' ? `array(select json_array_elements_text(given.${name}::json))` : `given.${name}::${type}`
