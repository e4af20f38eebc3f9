import { Client } from 'pg'
import { NewerDatabase } from '../event-store/migrate.ts'
import { migrations } from '../event-store/migrations/index.ts'

/** A rehearsal was played by an older release, and no command migrates it. */
export class OlderRehearsal extends Error {
  override readonly name = 'OlderRehearsal'
}

/**
 * Asks whether a database that is not migrated can be read by this release.
 *
 * @throws NewerDatabase, OlderRehearsal
 */
export async function requireThisRelease(ownerUrl: string): Promise<void> {
  const client = new Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>('select name from kysely_migration order by name')
    const applied = rows.map(({ name }) => name)
    const unknown = applied.filter((name) => !(name in migrations))
    if (unknown.length > 0) throw new NewerDatabase(unknown)
    const lacking = Object.keys(migrations).filter((name) => !applied.includes(name))
    if (lacking.length > 0) throw new OlderRehearsal(`This rehearsal was played by an older release, which did not know ${lacking.join(', ')}. Play it again`)
  } finally {
    await client.end()
  }
}
