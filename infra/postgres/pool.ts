import { Pool } from 'pg'

/** Connections of one role. One that PostgreSQL drops is replaced at the next use; whoever was using it learns by its own query. */
export function openPool(url: string, options: { readonly max?: number; readonly onDropped?: (error: Error) => void } = {}): Pool {
  const pool = new Pool({ connectionString: url, max: options.max ?? 10, connectionTimeoutMillis: 10_000, keepAlive: true })
  const dropped = options.onDropped ?? (() => undefined)
  pool.on('error', dropped)
  // A connection that is lent out between two queries has nobody else to tell: unheard, its end would end the process.
  pool.on('connect', (client) => client.on('error', dropped))
  return pool
}
