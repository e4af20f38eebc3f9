import { type Compilable, DummyDriver, Kysely, PostgresAdapter, PostgresIntrospector, PostgresQueryCompiler } from 'kysely'
import type { ClientBase, Pool } from 'pg'

/** Writes queries of these tables, checked against their types. It has no connection: `runQuery` runs what it writes. */
export const writeQueries = <Tables>(): Kysely<Tables> =>
  new Kysely<Tables>({
    dialect: {
      createAdapter: () => new PostgresAdapter(),
      createDriver: () => new DummyDriver(),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => new PostgresQueryCompiler(),
    },
  })

/** Runs a query on a connection of the caller's own, in the caller's transaction if there is one. */
export async function runQuery<Row>(connection: Pick<Pool | ClientBase, 'query'>, query: Compilable<Row>): Promise<readonly Row[]> {
  const { sql, parameters } = query.compile()
  return (await connection.query(sql, [...parameters])).rows as readonly Row[]
}
