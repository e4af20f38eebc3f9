import type { Pool } from 'pg'

const page = 1_000

/** The stored lines, byte for byte and without a newline, in order of position. @param from first position given, 1 by default */
export async function* exportLines(pool: Pool, from = 1): AsyncGenerator<string> {
  let next = from
  for (;;) {
    const text = 'select position, line from recorded_event where position >= $1 order by position limit $2'
    const { rows } = await pool.query<{ position: string; line: string }>(text, [next, page])
    for (const { line } of rows) yield line
    const last = rows.at(-1)
    if (last === undefined) return
    next = Number(last.position) + 1
  }
}
