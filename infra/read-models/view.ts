import type { ClientBase } from 'pg'
import type { RecordedEvent } from '../../domain/record.ts'

/** A table that people look at, and what a batch of events makes of it. */
export type View = {
  readonly table: string
  /**
   * The table's columns, as `create table` takes them. Two say whose the row is: `organization`, and `state`, the party of it that owns the row; null
   * where it is for all parties of the organization.
   */
  readonly columns: string
  readonly indexes: readonly string[]
  /** The columns that name a row, in the order in which rows are hashed. */
  readonly key: readonly string[]
  /** Folds a batch, in order of position, inside the projection's transaction. The same events in other batches leave the same rows. */
  readonly apply: (client: ClientBase, schema: string, events: readonly RecordedEvent[]) => Promise<void>
}
