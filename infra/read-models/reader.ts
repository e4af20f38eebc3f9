import type { Compilable } from 'kysely'
import { type ClientBase, escapeLiteral, type Pool } from 'pg'
import type { Principal } from '../../domain/principal.ts'
import { inTransaction } from '../postgres/transaction.ts'
import { runQuery } from '../postgres/write-queries.ts'

/** Runs a query of the views. */
export type Ask = <Row>(query: Compilable<Row>) => Promise<readonly Row[]>

/** Asks on one connection, as the principal that its transaction names. */
export const askingBy =
  (client: Pick<ClientBase, 'query'>): Ask =>
  (query) =>
    runQuery(client, query)

/**
 * Asks the views as a principal: PostgreSQL itself hides the other rows from the web's login.
 *
 * Each question is one statement in a transaction of its own, so that its rows are of one position.
 */
export const askingAs =
  (pool: Pool, principal: Principal): Ask =>
  (query) =>
    inTransaction(pool, async (client) => {
      await client.query(`set transaction read only; ${actingAs(principal)}`)
      return askingBy(client)(query)
    })

/**
 * The statements that tell PostgreSQL who asks, until the end of the transaction: the system sees everything, staff see their organization, a ministry
 * sees what is its own party's and what is for all parties of its organization.
 */
export function actingAs({ role, organization, party }: Principal): string {
  if (role === 'system') return "set local app.sees = 'everything'"
  const sees = role === 'ministry' ? 'party' : 'organization'
  return [
    `set local app.sees = '${sees}'`,
    `set local app.organization = ${escapeLiteral(organization ?? '')}`,
    ...(sees === 'party' ? [`set local app.party = ${escapeLiteral(party ?? '')}`] : []),
  ].join('; ')
}
