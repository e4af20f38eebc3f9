import { appendLock } from '../append-lock.ts'

/**
 * The one way into the log while the installation runs. One call takes commands that have nothing to do with each other: no command id and no
 * written stream stands there twice, so that judging all at once is judging each as if alone. What breaks this is refused whole.
 *
 * `commands`: `[{ id, role, actor, body, at, count }]`; `at` is used in a rehearsal only.
 * `touched`: `[{ c, s, name, at, count }]`, streams first, numbered by `s` from 1; a guard has no `s` and the count 0. `c` is the command, from 1.
 * `events`: `[{ c, s, v, id, command, type, day, before, after }]`, in order.
 *
 * Answers a row a command: `appended` and `known` with the positions of its events, `reused`, or `stale` with the stream and the version expected.
 */
export const appendCommands = `
create function append_commands(commands jsonb, touched jsonb, events jsonb)
returns table (outcome text, first_position bigint, last_position bigint, stale_stream text, expected int)
language plpgsql security definer
set search_path = pg_catalog, public, pg_temp
set lock_timeout = '10s'
-- Plans are kept for a session and the tables grow: a handful of lookups by index is right at every size.
set enable_seqscan = off
set enable_hashjoin = off
set enable_mergejoin = off
as $$
#variable_conflict use_column
declare
  rehearsal boolean;
  last_stamp timestamptz(3);
  head bigint;
  link bytea;
  outcomes text[]; firsts bigint[]; lasts bigint[]; stale_streams text[]; expecteds int[];
  appended boolean[]; stamps timestamptz[];
  stream_keys bigint[];
  lines text[]; leaves bytea[]; chains bytea[] := '{}';
  keys bigint[]; versions int[]; days date[]; ids uuid[]; command_ids text[]; types text[]; recorded timestamptz[];
  leaf bytea;
begin
  if current_setting('transaction_isolation') <> 'read committed' then
    raise exception 'append_commands needs read committed: under the lock it must see the last commit';
  end if;
  perform pg_advisory_xact_lock(${appendLock});

  select h.kind = 'rehearsal' into strict rehearsal from installation h;
  select e.position, e.chain, e.recorded_at into head, link, last_stamp from recorded_event e order by e.position desc limit 1;
  head := coalesce(head, 0);
  link := coalesce(link, decode(repeat('00', 32), 'hex'));
  if not rehearsal then
    last_stamp := greatest(last_stamp, date_trunc('milliseconds', clock_timestamp()));
  end if;

  select array_agg(j.outcome order by j.n), array_agg(j.outcome = 'appended' order by j.n),
         array_agg(case j.outcome when 'appended' then head + j.through - j.fresh + 1 else j.known_first end order by j.n),
         array_agg(case j.outcome when 'appended' then head + j.through else j.known_last end order by j.n),
         array_agg(j.stale_name order by j.n), array_agg(j.stale_at order by j.n), array_agg(j.stamp order by j.n)
    into outcomes, appended, firsts, lasts, stale_streams, expecteds, stamps
    from (
      select i.*, sum(i.fresh) over w as through,
             case when rehearsal then greatest(last_stamp, max(date_trunc('milliseconds', i.at)) filter (where i.outcome = 'appended') over w)
                  else last_stamp end as stamp
        from (
          select c.n, c.at, k.known_first, k.known_last, t.stale_name, t.stale_at, verdict.outcome,
                 case verdict.outcome when 'appended' then c.count else 0 end as fresh
            from rows from (jsonb_to_recordset(commands) as (id text, role text, actor text, body text, at timestamptz, count int))
                 with ordinality as c(id, role, actor, body, at, count, n)
            left join lateral (
              select o.first_position as known_first, o.last_position as known_last,
                     o.role = c.role and o.actor = c.actor and o.body_hash is not distinct from c.body as same
                from command o where o.id = c.id limit 1
            ) k on true
            left join (
              select distinct on (u.c) u.c, u.name as stale_name, u.at as stale_at
                from jsonb_to_recordset(touched) as u(c int, s int, name text, at int)
                left join lateral (select x.version from stream x where x.name = u.name limit 1) now_at on true
               where coalesce(now_at.version, 0) <> u.at
               order by u.c, u.s
            ) t on t.c = c.n
            cross join lateral (
              select case when k.same then 'known' when not k.same then 'reused' when t.c is not null then 'stale' else 'appended' end as outcome
            ) verdict
        ) i
      window w as (order by i.n)
    ) j;

  if true = any(appended) then
    if rehearsal and exists (select from rows from (jsonb_to_recordset(commands) as (at timestamptz)) with ordinality as c(at, n)
                              where c.at is null and appended[c.n]) then
      raise exception 'A rehearsal records at the instant of its own clock, and none was given' using errcode = 'null_value_not_allowed';
    end if;

    insert into stream (name, version)
      select t.name, t.count from jsonb_to_recordset(touched) as t(c int, name text, at int, count int)
       where t.at = 0 and t.count > 0 and appended[t.c];
    update stream set version = t.at + t.count from jsonb_to_recordset(touched) as t(c int, name text, at int, count int)
     where stream.name = t.name and t.at > 0 and t.count > 0 and appended[t.c];
    select array_agg(found.id order by t.s) into stream_keys
      from jsonb_to_recordset(touched) as t(s int, name text)
      left join lateral (select x.id from stream x where x.name = t.name limit 1) found on true
     where t.s is not null;
    insert into command (id, role, actor, body_hash, first_position, last_position)
      select c.id, c.role, c.actor, c.body, firsts[c.n], lasts[c.n]
        from rows from (jsonb_to_recordset(commands) as (id text, role text, actor text, body text)) with ordinality as c(id, role, actor, body, n)
       where appended[c.n];

    select array_agg(e.line order by e.n), array_agg(sha256('\\x00'::bytea || convert_to(e.line, 'UTF8')) order by e.n),
           array_agg(stream_keys[e.s] order by e.n), array_agg(e.v order by e.n), array_agg(e.day order by e.n), array_agg(e.id order by e.n),
           array_agg(e.command order by e.n), array_agg(e.type order by e.n), array_agg(stamps[e.c] order by e.n)
      into lines, leaves, keys, versions, days, ids, command_ids, types, recorded
      from (
        select raw.*, raw.before || to_char(stamps[raw.c] at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') || raw.after as line
          from rows from (jsonb_to_recordset(events)
            as (c int, s int, v int, id uuid, command text, type text, day date, before text, after text))
            with ordinality as raw(c, s, v, id, command, type, day, before, after, n)
         where appended[raw.c]
        offset 0
      ) e;
    foreach leaf in array leaves loop
      link := sha256(link || leaf);
      chains := chains || link;
    end loop;

    insert into recorded_event (position, stream_id, recorded_at, version, occurred_on, event_id, command_id, type, leaf, chain, line)
      select head + a.n, a.stream_id, a.recorded_at, a.version, a.occurred_on, a.event_id, a.command_id, a.type, a.leaf, a.chain, a.line
        from unnest(keys, recorded, versions, days, ids, command_ids, types, leaves, chains, lines) with ordinality
          as a(stream_id, recorded_at, version, occurred_on, event_id, command_id, type, leaf, chain, line, n);
    if head + cardinality(lines) <> (select max(l.last) from unnest(lasts, appended) as l(last, is_new) where l.is_new) then
      raise exception 'The events do not match the counts of their commands' using errcode = 'invalid_parameter_value';
    end if;
    perform pg_notify('recorded', (head + cardinality(lines))::text);
  end if;

  return query select * from unnest(outcomes, firsts, lasts, stale_streams, expecteds);
end $$`
