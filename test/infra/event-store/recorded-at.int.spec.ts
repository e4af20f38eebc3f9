import { Client, type Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { bulkAppend } from '../../../infra/event-store/bulk-append.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe.each(['live', 'rehearsal'] as const)('the instant of recording in a %s installation', (kind) => {
  let database: FreshInstallation
  let pool: Pool
  let importer: Pool

  beforeAll(async () => {
    database = await openFreshInstallation(kind)
    pool = openPool(database.connections.service)
    importer = openPool(database.connections.import)
  })
  afterAll(async () => {
    await pool.end()
    await importer.end()
    await database.drop()
  })

  const instants = async () => (await createEventLog(pool).readFrom(0, 100)).map(({ recordedAt }) => recordedAt)

  if (kind === 'rehearsal') {
    it('is that of its own clock, and never goes back when the clock does', async () => {
      const clock = ['2012-06-14T00:00:00.000Z', '2012-06-15T10:20:30.456Z', '2012-06-14T00:00:00.000Z']
      for (const [index, instant] of clock.entries()) await createEventLog(pool, { clock: async () => instant }).append(note(`c${index}`, 's', index, 'x'))
      await bulkAppend(importer, [note('bulk', 'b', 0, 'x')], { at: '2012-06-01T00:00:00.000Z' })
      expect(await instants()).toStrictEqual(['2012-06-14T00:00:00.000Z', ...Array.from({ length: 3 }, () => '2012-06-15T10:20:30.456Z')])
    })

    it('is asked for: no host time gets into a rehearsal', async () => {
      await expect(createEventLog(pool).append(note('none', 'n', 0, 'x'))).rejects.toThrow('A rehearsal records')
      await expect(bulkAppend(importer, [note('none', 'n', 0, 'x')])).rejects.toThrow('A rehearsal records')
    })
  } else {
    it('is that of the server, whatever instant the caller gives', async () => {
      await createEventLog(pool, { clock: async () => '2012-06-14T00:00:00.000Z' }).append(note('c', 's', 0, 'x'))
      await bulkAppend(importer, [note('bulk', 'b', 0, 'x')], { at: '2012-06-14T00:00:00.000Z' })
      expect((await instants()).every((instant) => instant > '2020' && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(instant))).toBe(true)
    })

    it('never goes back behind an event from a server whose clock was ahead', async () => {
      const ahead = '2999-12-31T23:59:59.999Z'
      const owner = new Client({ connectionString: database.url })
      await owner.connect()
      await owner.query(`set session_replication_role = 'replica'; update recorded_event set recorded_at = '${ahead}' where position = 2`)
      await owner.end()
      await createEventLog(pool).append(note('after', 's', 1, 'x'))
      await bulkAppend(importer, [note('bulk-after', 'b', 1, 'x')])
      expect((await instants()).slice(2)).toStrictEqual([ahead, ahead])
    })
  }
})
