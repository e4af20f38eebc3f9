import { type Kysely, sql } from 'kysely'
import { roleNames } from '../../postgres/roles.ts'

/** What stands beside the log because it changes: checkpoints, and what people wrote, under keys that can be destroyed. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table checkpoint (name text primary key, position bigint not null check (position >= 0))`.execute(db)
  await sql`create table subject_key (subject text primary key, key bytea not null check (octet_length(key) = 32))`.execute(db)
  await sql`create table encrypted_item (
    id text primary key,
    subject text not null references subject_key,
    media_type text not null,
    nonce bytea not null,
    ciphertext bytea not null,
    sha256 bytea not null
  )`.execute(db)
  await sql`create index encrypted_item_subject on encrypted_item (subject)`.execute(db)

  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const service = sql.id(roleNames(rows[0]?.name ?? '').service)
  await sql`grant select, insert, update on checkpoint to ${service}`.execute(db)
  await sql`grant select, insert, delete on subject_key, encrypted_item to ${service}`.execute(db)
}
