import { type ClientBase, escapeIdentifier } from 'pg'
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
 * The migration and the rebuild both run these and no others, so a rebuilt view has the policies and grants of the first one.
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

function tableStatements(schema: string, { table, columns, indexes }: View, projection: string, reader: string): readonly string[] {
  const name = `${schema}.${table}`
  return [
    `create table ${name} (${columns})`,
    ...indexes.map((index) => `create ${index.replace(' on ', ` on ${name} `)}`),
    `alter table ${name} enable row level security`,
    `alter table ${name} force row level security`,
    `create policy projection on ${name} to ${projection}, current_user using (true) with check (true)`,
    `create policy reader on ${name} for select to ${reader}
      using (state is null or state = current_setting('app.state', true) or current_setting('app.staff', true) = 'on')`,
    `grant select, insert, update, delete on ${name} to ${projection}`,
    `grant select on ${name} to ${reader}`,
  ]
}

/** Makes the views in a schema, empty. @param client of the owner */
export async function makeViews(client: ClientBase, schema: string, database: string): Promise<void> {
  for (const statement of viewStatements(schema, database)) await client.query(statement)
}
