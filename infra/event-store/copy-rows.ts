import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { PoolClient } from 'pg'
import { from as copyFrom } from 'pg-copy-streams'

/** Copies rows in COPY's text format, each ended by a newline, into a table. */
export async function copyRows(client: PoolClient, table: string, columns: readonly string[], rows: readonly string[]): Promise<void> {
  const copy = client.query(copyFrom(`copy ${table} (${columns.join(', ')}) from stdin`))
  await pipeline(Readable.from(inBlocks(rows)), copy)
}

/** Joined into blocks: one write a row would cost more than the row. */
function* inBlocks(rows: readonly string[]): Generator<Buffer> {
  for (let start = 0; start < rows.length; start += rowsInBlock) yield Buffer.from(rows.slice(start, start + rowsInBlock).join(''), 'utf8')
}

const rowsInBlock = 256
