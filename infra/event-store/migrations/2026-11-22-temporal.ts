import { type Kysely, sql } from 'kysely'
import { roleNames } from '../../postgres/roles.ts'

/** What the installation remembers of Temporal: which one it last saw, and the wake-ups that it would not have. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table temporal_seen (
    only_one boolean primary key default true check (only_one),
    namespace_id text not null
  )`.execute(db)
  await sql`create table wake_up_set_aside (
    workflow text collate "C" primary key,
    position bigint not null check (position > 0),
    code text not null,
    since timestamptz not null default now()
  )`.execute(db)

  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const service = sql.id(roleNames(rows[0]?.name ?? '').service)
  await sql`grant select, insert, update on temporal_seen to ${service}`.execute(db)
  await sql`grant select, insert, update, delete on wake_up_set_aside to ${service}`.execute(db)
}
