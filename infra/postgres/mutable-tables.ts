import type { ColumnType, Generated } from 'kysely'
import { writeQueries } from './write-queries.ts'

/** A 64-bit integer: the driver reads it as text, and takes a number. */
type Position = ColumnType<string, number, number>

/** Never updated once it is there. */
type WrittenOnce<Value> = ColumnType<Value, Value, never>

/** The tables beside the log: what is in them changes, or can be erased. */
type MutableTables = {
  readonly checkpoint: { readonly name: WrittenOnce<string>; readonly position: Position }
  readonly subject_key: { readonly subject: WrittenOnce<string>; readonly key: WrittenOnce<Buffer> }
  readonly encrypted_item: {
    readonly id: WrittenOnce<string>
    readonly subject: WrittenOnce<string>
    readonly media_type: WrittenOnce<string>
    readonly nonce: WrittenOnce<Buffer>
    readonly ciphertext: WrittenOnce<Buffer>
    readonly sha256: WrittenOnce<Buffer>
  }
  readonly temporal_seen: { readonly only_one: Generated<boolean>; readonly namespace_id: string }
  readonly wake_up_set_aside: {
    readonly workflow: WrittenOnce<string>
    readonly position: Position
    readonly code: string
    readonly since: Generated<Date>
  }
}

/** Writes queries of the tables beside the log. */
export const mutableQueries = writeQueries<MutableTables>()
