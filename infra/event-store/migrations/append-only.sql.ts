/** The second line of defence: even the owner changes nothing in the log without taking a trigger away first. */
export const appendOnly = ['recorded_event', 'command'].flatMap((table) => [
  `create function ${table}_is_append_only() returns trigger language plpgsql set search_path = pg_catalog, pg_temp as $$
  begin
    raise exception '${table} is append-only: % refused', tg_op using errcode = 'insufficient_privilege';
  end $$`,
  `create trigger ${table}_is_append_only before update or delete or truncate on ${table}
    for each statement execute function ${table}_is_append_only()`,
])
