import { appendLock } from '../append-lock.ts'

/**
 * The one way into the log while the house runs.
 *
 * `commands`: `[{ id, role, actor, body, at, streams: [{ n, name, at, count }], guards: [{ name, at }] }]`, judged in order, each as if alone.
 * `events`: `[{ s, v, id, type, day, before, after }]`, in order; `s` is the `n` of its stream. `at` is heeded in a rehearsal house only.
 *
 * Answers a row a command: `appended` and `known` with the positions of its events, `reused`, or `stale` with the stream and the version expected.
 */
export const appendCommands = `
create function append_commands(commands jsonb, events jsonb)
returns table (outcome text, first_position bigint, last_position bigint, stale_stream text, expected int)
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
set lock_timeout = '10s'
as $$
#variable_conflict use_column
declare
  rehearsal boolean;
  now_stamp timestamptz(3);
  last_stamp timestamptz(3);
  head bigint;
  link bytea;
  given record;
  target record;
  earlier record;
  written record;
  key bigint;
  next_position bigint;
  stream_keys bigint[] := '{}';
  stamps timestamptz[] := '{}';
  lines text[] := '{}';
  leaves bytea[] := '{}';
  chains bytea[] := '{}';
  this_line text;
  this_leaf bytea;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_commands needs read committed: under the lock it must see the last commit';
  end if;
  perform pg_advisory_xact_lock(${appendLock});

  select h.kind = 'rehearsal' into strict rehearsal from house h;
  select e.position, e.chain, e.recorded_at into head, link, last_stamp from recorded_event e order by e.position desc limit 1;
  head := coalesce(head, 0);
  link := coalesce(link, decode(repeat('00', 32), 'hex'));
  now_stamp := date_trunc('milliseconds', clock_timestamp());
  next_position := head + 1;

  for given in
    select * from jsonb_to_recordset(commands)
      as c(id text, role text, actor text, body text, at timestamptz, streams jsonb, guards jsonb)
  loop
    stale_stream := null; expected := null; first_position := null; last_position := null;

    select c.* into earlier from command c where c.id = given.id;
    if found then
      if earlier.role = given.role and earlier.actor = given.actor and earlier.body_hash is not distinct from given.body then
        outcome := 'known'; first_position := earlier.first_position; last_position := earlier.last_position;
      else
        outcome := 'reused';
      end if;
      return next;
      continue;
    end if;

    select w.name, w.at into stale_stream, expected
      from jsonb_to_recordset(given.streams || given.guards) as w(name text, at int)
      left join stream s on s.name = w.name
      where coalesce(s.version, 0) <> w.at limit 1;
    if found then
      outcome := 'stale';
      return next;
      continue;
    end if;

    if rehearsal and given.at is null then
      raise exception 'A rehearsal house records at the instant of its own clock, and none was given' using errcode = 'null_value_not_allowed';
    end if;
    last_stamp := greatest(last_stamp, case when rehearsal then date_trunc('milliseconds', given.at) else now_stamp end);

    first_position := next_position;
    for target in select * from jsonb_to_recordset(given.streams) as t(n int, name text, at int, count int) loop
      if target.at = 0 then
        insert into stream (name, version) values (target.name, target.count) returning stream.id into key;
      else
        update stream set version = target.at + target.count where stream.name = target.name returning stream.id into key;
      end if;
      stream_keys[target.n] := key;
      stamps[target.n] := last_stamp;
      next_position := next_position + target.count;
    end loop;
    last_position := next_position - 1;
    insert into command (id, role, actor, body_hash, first_position, last_position)
      values (given.id, given.role, given.actor, given.body, first_position, last_position);
    outcome := 'appended';
    return next;
  end loop;

  if next_position = head + 1 then
    return;
  end if;

  for written in select e.s, e.before, e.after from jsonb_to_recordset(events) as e(s int, before text, after text) loop
    continue when stream_keys[written.s] is null;
    this_line := written.before || to_char(stamps[written.s] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || written.after;
    this_leaf := sha256('\\x00'::bytea || convert_to(this_line, 'UTF8'));
    link := sha256(link || this_leaf);
    lines := lines || this_line;
    leaves := leaves || this_leaf;
    chains := chains || link;
  end loop;
  if head + cardinality(lines) <> next_position - 1 then
    raise exception 'The events do not match the counts of their streams' using errcode = 'invalid_parameter_value';
  end if;

  insert into recorded_event (position, stream_id, recorded_at, version, occurred_on, event_id, command_id, type, leaf, chain, line)
    select head + kept.n, kept.stream_id, kept.recorded_at, kept.version, kept.occurred_on, kept.event_id, kept.command_id, kept.type,
           leaves[kept.n], chains[kept.n], lines[kept.n]
      from (
        select row_number() over (order by e.ordinality) as n, stream_keys[e.s] as stream_id, stamps[e.s] as recorded_at,
               e.v as version, e.day as occurred_on, e.id as event_id, e.command as command_id, e.type
          from rows from (jsonb_to_recordset(events) as (s int, v int, id uuid, command text, type text, day date)) with ordinality
            as e(s, v, id, command, type, day, ordinality)
         where stream_keys[e.s] is not null
      ) kept;
  perform pg_notify('recorded', (next_position - 1)::text);
end $$`
