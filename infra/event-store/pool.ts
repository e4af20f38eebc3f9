import { Pool } from 'pg'

/** Connections of one role. One that PostgreSQL drops while idle is replaced at the next use. */
export function openPool(url: string, options: { readonly max?: number; readonly onDropped?: (error: Error) => void } = {}): Pool {
  const pool = new Pool({ connectionString: url, max: options.max ?? 10, connectionTimeoutMillis: 10_000, keepAlive: true })
  pool.on('error', options.onDropped ?? (() => undefined))
  return pool
}
