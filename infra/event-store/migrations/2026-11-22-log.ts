import { type Kysely, sql } from 'kysely'
import { roleNames } from '../../postgres/roles.ts'
import { appendCommands } from './append-commands.sql.ts'
import { appendOnly } from './append-only.sql.ts'

/** The log, its streams and its commands, and who may do what with them. */
export async function up(db: Kysely<never>): Promise<void> {
  await sql`create table installation (
    only_one boolean primary key default true check (only_one),
    kind text not null check (kind in ('live', 'rehearsal'))
  )`.execute(db)
  await sql`create table stream (
    id bigint generated always as identity primary key,
    name text collate "C" not null constraint stream_name_key unique,
    version int not null check (version > 0)
  )`.execute(db)
  await sql`create table command (
    id text collate "C" primary key,
    role text not null,
    actor text not null,
    body_hash text,
    first_position bigint not null,
    last_position bigint not null
  )`.execute(db)
  // Everything but line, leaf and chain is a copy for indexes and for reading: verify compares it with the line.
  await sql`create table recorded_event (
    position bigint not null constraint recorded_event_position_key unique,
    stream_id bigint not null,
    recorded_at timestamptz(3) not null,
    version int not null,
    occurred_on date not null,
    event_id uuid not null,
    command_id text not null,
    type text not null,
    leaf bytea not null,
    chain bytea not null,
    line text not null,
    constraint recorded_event_stream_version_key unique (stream_id, version)
  )`.execute(db)

  for (const statement of [...appendOnly, appendCommands]) await sql.raw(statement).execute(db)
  await grant(db)
}

async function grant(db: Kysely<never>): Promise<void> {
  const { rows } = await sql<{ name: string }>`select current_database() as name`.execute(db)
  const names = roleNames(rows[0]?.name ?? '')
  const service = sql.id(names.service)
  const bulk = sql.id(names.import)
  await sql`revoke create on schema public from public`.execute(db)
  await sql`revoke all on function append_commands(jsonb, jsonb, jsonb) from public`.execute(db)
  await sql`grant execute on function append_commands(jsonb, jsonb, jsonb) to ${service}`.execute(db)
  await sql`grant select on installation, stream, command, recorded_event to ${service}, ${bulk}`.execute(db)
  await sql`grant select on installation to ${sql.id(names.web)}`.execute(db)
  // COPY needs INSERT. This login is no part of a running installation: the bulk command alone is handed it.
  await sql`grant insert on stream, command, recorded_event to ${bulk}`.execute(db)
  await sql`grant update (version) on stream to ${bulk}`.execute(db)
}
