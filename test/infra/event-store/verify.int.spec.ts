import { createHash } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { exportLines } from '../../../infra/event-store/export-lines.ts'
import { verify } from '../../../infra/event-store/verify.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { note } from '../../support/notes.ts'
import { copyOf, type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('verify', () => {
  let database: FreshInstallation

  beforeAll(async () => {
    database = await openFreshInstallation()
    const pool = openPool(database.connections.service)
    const log = createEventLog(pool)
    // Streams whose order by bytes differs from their order in a dictionary.
    for (const [index, stream] of ['b', 'B', 'é', 'a'].entries()) await log.append(note(`c${index}`, stream, 0, 'one', 'two', 'three'))
    await log.append(note('c4', 'a', 3, 'four'))
    await pool.end()
  })
  afterAll(() => database.drop())

  it('finds nothing in a log as it was written, and hashes its lines by stream and version', async () => {
    const pool = openPool(database.connections.service)
    const { rows } = await pool.query<{ line: string }>(
      'select line from recorded_event join stream s on s.id = stream_id order by s.name, recorded_event.version',
    )
    const byStream = [...rows].map(({ line }) => `${line}\n`).join('')
    const { rows: last } = await pool.query<{ head: string }>("select encode(chain, 'hex') as head from recorded_event order by position desc limit 1")
    expect(await verify(pool)).toStrictEqual({ events: 13, recordHash: createHash('sha256').update(byStream).digest('hex'), head: last[0]?.head })
    await pool.end()
    expect(rows.map(({ line }) => JSON.parse(line).stream)).toStrictEqual(['B', 'B', 'B', 'a', 'a', 'a', 'a', 'b', 'b', 'b', 'é', 'é', 'é'])
  })

  it('reads the same lines that an export gives', async () => {
    const pool = openPool(database.connections.service)
    const lines: string[] = []
    for await (const line of exportLines(pool, 12)) lines.push(line)
    await pool.end()
    expect(lines.map((line) => JSON.parse(line).data.text)).toStrictEqual(['three', 'four'])
  })

  describe('under a superuser who tampers', () => {
    it.each([
      { what: 'a changed line', sql: `update recorded_event set line = replace(line, '"three"', '"drei!"') where position = 3`, position: 3 },
      {
        what: 'a changed line with a leaf to match',
        sql: `update recorded_event set line = replace(line, '"three"', '"drei!"'), leaf = sha256('\\x00'::bytea || convert_to(replace(line, '"three"', '"drei!"'), 'UTF8')) where position = 3`,
        position: 3,
      },
      { what: 'a line with a space', sql: `update recorded_event set line = replace(line, '"causation":', '"causation": ') where position = 4`, position: 4 },
      {
        what: 'a line with a space, hashed anew to the end of the log',
        sql: `with spaced as (select position, replace(line, '"causation":', '"causation": ') as line from recorded_event where position = 13),
            hashed as (select *, sha256('\\x00'::bytea || convert_to(line, 'UTF8')) as leaf from spaced)
          update recorded_event e set line = h.line, leaf = h.leaf, chain = sha256(previous.chain || h.leaf)
            from hashed h, recorded_event previous where e.position = h.position and previous.position = 12`,
        position: 13,
      },
      { what: 'a changed leaf', sql: `update recorded_event set leaf = '\\x00' where position = 5`, position: 5 },
      { what: 'a changed chain', sql: `update recorded_event set chain = leaf where position = 6`, position: 6 },
      { what: 'a changed type column', sql: `update recorded_event set type = 'Denied' where position = 2`, position: 2 },
      { what: 'a changed day column', sql: `update recorded_event set occurred_on = '2013-06-14' where position = 2`, position: 2 },
      {
        what: 'a changed instant column',
        sql: `update recorded_event set recorded_at = recorded_at + interval '1 millisecond' where position = 2`,
        position: 2,
      },
      { what: 'a changed event id column', sql: `update recorded_event set event_id = gen_random_uuid() where position = 2`, position: 2 },
      { what: 'a changed command column', sql: `update recorded_event set command_id = 'c1' where position = 2`, position: 2 },
      {
        what: 'an event in another stream',
        sql: `update recorded_event set stream_id = (select id from stream where name = 'a'), version = 9 where position = 2`,
        position: 2,
      },
      { what: 'a renamed stream', sql: `update stream set name = 'c' where name = 'B'`, position: 4 },
      { what: 'a dropped event', sql: `delete from recorded_event where position = 7`, position: 7 },
      { what: 'a dropped first event', sql: `delete from recorded_event where position = 1`, position: 1 },
      {
        what: 'a dropped event closed over',
        sql: `delete from recorded_event where position = 7; update recorded_event set position = position - 1 where position > 7`,
        position: 7,
      },
      {
        what: 'swapped events',
        sql: `update recorded_event set position = -position where position in (8, 9); update recorded_event set position = 17 + position where position < 0`,
        position: 8,
      },
      {
        what: 'an inserted event',
        sql: `insert into recorded_event select 14, stream_id, recorded_at, version + 1, occurred_on, event_id, command_id, type, leaf, chain, line from recorded_event where position = 13`,
        position: 14,
      },
      { what: 'a cut tail', sql: `delete from recorded_event where position > 11`, position: 12 },
      { what: 'a cut tail and its commands', sql: `delete from recorded_event where position > 12; delete from command where id = 'c4'`, position: 13 },
      { what: 'a command under another actor', sql: `update command set actor = 'someone else' where id = 'c2'`, position: 7 },
    ])('names the first bad position after $what', async ({ sql, position }) => {
      const copy = await copyOf(database)
      const tampered = openPool(copy.url, { max: 1 })
      try {
        // One statement string, one session: triggers sleep, as they do for whoever has that power.
        await tampered.query(`set session_replication_role = 'replica'; ${sql}`)
        expect((await verify(tampered)).firstBad?.position).toBe(position)
      } finally {
        await tampered.end()
        await copy.drop()
      }
    })
  })

  it('cannot tell a log from one whose end was cut with everything that remembered it: a head kept elsewhere can', async () => {
    const copy = await copyOf(database)
    const tampered = openPool(copy.url, { max: 1 })
    const whole = await verify(tampered)
    const cut = "delete from recorded_event where position = 13; delete from command where id = 'c4'; update stream set version = 3 where name = 'a'"
    await tampered.query(`set session_replication_role = 'replica'; ${cut}`)
    const after = await verify(tampered)
    await tampered.end()
    await copy.drop()
    expect(after.firstBad).toBeUndefined()
    expect(after.head).not.toBe(whole.head)
  })
})
