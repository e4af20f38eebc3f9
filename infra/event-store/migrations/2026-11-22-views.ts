import { type Kysely, sql } from 'kysely'
import { live, rebuildStatements, viewStatements } from '../../read-models/schema.ts'

/**
 * The views, empty: the projection fills them from the log. They hold nothing that the log does not, so another making of them
 * is another migration that runs the same statements again.
 */
export async function up(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const database = rows[0]?.name ?? ''
  for (const statement of [...viewStatements(live, database), ...rebuildStatements(database)]) await sql.raw(statement).execute(db)
}
