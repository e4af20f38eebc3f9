import { createHash } from 'node:crypto'
import type { Pool } from 'pg'
import { inTransaction } from '../postgres/transaction.ts'
import { live } from './schema.ts'
import { views } from './views.ts'

/**
 * SHA-256 over every row of every view and its position, in hex. Views folded from the same events have the same hash,
 * whatever the batches in which they came.
 *
 * @param pool of the owner's or the service's login: one that sees every row
 */
export const hashOfViews = (pool: Pool, schema: string = live): Promise<string> =>
  inTransaction(pool, async (client) => {
    await client.query('set transaction isolation level repeatable read, read only')
    const hash = createHash('sha256')
    for (const { table, key } of [...views, position, quarters]) {
      const text = `select sha256(convert_to(row_to_json(row)::text, 'UTF8')) as row from ${schema}.${table} row order by ${key.join(', ')}`
      const { rows } = await client.query<{ row: Buffer }>(text)
      hash.update(`${table} ${rows.length}\n`)
      for (const { row } of rows) hash.update(row)
    }
    return hash.digest('hex')
  })

const position = { table: 'position', key: ['only_one'] }
const quarters = { table: 'recorded_quarter', key: ['quarter'] }
