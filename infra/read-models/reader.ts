import { escapeLiteral, type Pool, type QueryResultRow } from 'pg'
import { inTransaction } from '../postgres/transaction.ts'

/** Whose eyes: staff see every State's rows, a State sees its own and those that are everybody's. */
export type Reader = 'staff' | { readonly state: string }

export type Ask = <Row extends QueryResultRow>(text: string, values?: readonly unknown[]) => Promise<readonly Row[]>

/**
 * Asks the views with a reader's eyes: PostgreSQL itself hides the other rows from the web's login.
 *
 * Each question is one statement in a transaction of its own, so that its rows are of one position.
 */
export const askingAs =
  (pool: Pool, reader: Reader): Ask =>
  (text, values = []) =>
    inTransaction(pool, async (client) => {
      await client.query(`set transaction read only; ${withEyesOf(reader)}`)
      const { rows } = await client.query(text, [...values])
      return rows
    })

/** The statement that tells PostgreSQL who looks, until the end of the transaction. */
export const withEyesOf = (reader: Reader): string =>
  reader === 'staff' ? "set local app.staff = 'on'" : `set local app.state = ${escapeLiteral(reader.state)}`
