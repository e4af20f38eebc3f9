import { escapeIdentifier } from 'pg'
import { connect } from './connect.ts'

/**
 * Makes a database unless it is there.
 *
 * @param url of a login that may create databases
 * @returns the same login's url for that database
 */
export async function provisionDatabase(url: string, name: string): Promise<string> {
  const client = await connect({ connectionString: url })
  try {
    const { rowCount } = await client.query('select from pg_database where datname = $1', [name])
    // From template0: nothing that someone left in template1 gets in.
    if (rowCount === 0) await client.query(`create database ${escapeIdentifier(name)} template template0 encoding 'UTF8'`)
  } finally {
    await client.end()
  }
  return urlOfDatabase(url, name)
}

export function urlOfDatabase(url: string, name: string): string {
  const changed = new URL(url)
  changed.pathname = `/${encodeURIComponent(name)}`
  return changed.href
}
