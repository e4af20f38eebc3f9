import { escapeIdentifier } from 'pg'
import { roleNames } from '../postgres/roles.ts'
import type { View } from './view.ts'
import { views } from './views.ts'

/** Where the views stand; a rebuild fills the shadow, of the same making, and swaps. */
export const live = 'views'
export const shadow = 'views_shadow'
export const retired = 'views_retired'

/**
 * The statements that make the views, empty, at position 0: tables, indexes, row-level security, grants.
 *
 * The migration runs these, and puts the same into the function of a rebuild, so a rebuilt view has the policies and grants of the first one.
 */
export function viewStatements(schema: string, database: string): readonly string[] {
  const { service, web } = roleNames(database)
  const [projection, reader] = [escapeIdentifier(service), escapeIdentifier(web)]
  return [
    `drop schema if exists ${schema} cascade`,
    `create schema ${schema}`,
    `grant usage on schema ${schema} to ${projection}, ${reader}`,
    ...views.flatMap((view) => tableStatements(schema, view, projection, reader)),
    // How far the views are; and, for "as known at the end of a day", the last position of each quarter of an hour since 1970 that has one:
    // every seat's day begins on a quarter.
    `create table ${schema}.position (only_one boolean primary key default true check (only_one), position bigint not null)`,
    `create table ${schema}.recorded_quarter (quarter bigint primary key, last_position bigint not null)`,
    `insert into ${schema}.position (position) values (0)`,
    `grant select, update on ${schema}.position to ${projection}`,
    `grant select, insert, update on ${schema}.recorded_quarter to ${projection}`,
    `grant select on ${schema}.position, ${schema}.recorded_quarter to ${reader}`,
  ]
}

/** What the principal who asks may see: `actingAs` says who it is. */
const visible = `(current_setting('app.sees', true) = 'everything'
  or (organization = current_setting('app.organization', true)
    and (state is null or current_setting('app.sees', true) = 'organization' or state = current_setting('app.party', true))))`

function tableStatements(schema: string, { table, columns, indexes }: View, projection: string, reader: string): readonly string[] {
  const name = `${schema}.${table}`
  return [
    `create table ${name} (${columns})`,
    ...indexes.map((index) => `create ${index.replace(' on ', ` on ${name} `)}`),
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    // The projection says nothing of who asks, and sees every row; the same login is held to what a principal sees as soon as it asks as one.
    `create policy projection on ${name} to ${projection}, current_user
      using (coalesce(current_setting('app.sees', true), '') = '' or ${visible}) with check (true)`,
    `create policy reader on ${name} for select to ${reader}
      using (${visible})`,
    `grant select, insert, update, delete on ${name} to ${projection}`,
    `grant select on ${name} to ${reader}`,
  ]
}

/**
 * The statements that make the functions of a rebuild. Views are made by their owner alone, and a rebuild works under the service's
 * login: it may call these three, and give them nothing.
 */
export function rebuildStatements(database: string): readonly string[] {
  const service = escapeIdentifier(roleNames(database).service)
  const bodies = {
    make_shadow_views: viewStatements(shadow, database),
    swap_views: [`alter schema ${live} rename to ${retired}`, `alter schema ${shadow} rename to ${live}`],
    drop_retired_views: [`drop schema if exists ${retired} cascade`],
  }
  return Object.entries(bodies).flatMap(([name, statements]) => [
    `create or replace function ${name}() returns void language plpgsql security definer set search_path = pg_catalog, pg_temp as $function$
    begin
      ${statements.map((statement) => `execute $statement$${statement}$statement$;`).join('\n      ')}
    end $function$`,
    `revoke all on function ${name}() from public`,
    `grant execute on function ${name}() to ${service}`,
  ])
}
