import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { UnreadableEvent } from '../../../infra/event-store/recorded-line.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('a reader of the log', () => {
  let database: FreshInstallation
  let pool: Pool

  beforeAll(async () => {
    database = await openFreshInstallation()
    pool = openPool(database.connections.service)
    await createEventLog(pool).append(note('c1', 'a/1', 0, 'one', 'two'))
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  it('is given older events in their present shape', async () => {
    const log = createEventLog(pool, {
      upcast: (type, { text, ...rest }) => (type === 'Noted' ? { type: 'Remarked', data: { ...rest, remark: text } } : { type, data: { ...rest, text } }),
      parse: (_, data) => z.object({ remark: z.string() }).parse(data),
    })
    const { histories } = await log.read(['a/1'])
    expect(histories[0]?.events.map(({ type, data }) => ({ type, data }))).toStrictEqual([
      { type: 'Remarked', data: { remark: 'one' } },
      { type: 'Remarked', data: { remark: 'two' } },
    ])
  })

  const strict = () => createEventLog(pool, { parse: (_, data) => z.object({ text: z.literal('one') }).parse(data) })
  const second = { name: 'UnreadableEvent', position: 2, message: 'Event 2 (Noted in a/1) cannot be read', cause: expect.any(z.ZodError) }

  it('is stopped by an event that it cannot read, by name, and sees what stands before it', async () => {
    await expect(strict().read(['a/1'])).rejects.toMatchObject(second)
    await expect(strict().readFrom(0, 10)).rejects.toThrow(UnreadableEvent)
    expect(await strict().readFrom(0, 1)).toHaveLength(1)
  })

  it('finds the streams whose names begin so, and no neighbour, each at its version', async () => {
    const log = createEventLog(pool)
    const names = ['b/ilo:A', 'b/ilo:Å', 'b/ilo:', 'b/ilo', 'b/ilp:A', 'b/oic:A', 'c/ilo:A']
    await log.append({ ...note('named', 'n', 0, 'x'), streams: names.flatMap((stream) => note('named', stream, 0, 'x', 'y').streams) })
    expect(await log.versions('b/ilo:')).toStrictEqual(['b/ilo:', 'b/ilo:A', 'b/ilo:Å'].map((stream) => ({ stream, version: 2 })))
    expect(await log.versions('d/')).toStrictEqual([])
  })

  it('sees streams, head and command of one moment while others write', async () => {
    const log = createEventLog(pool)
    const before = await log.head()
    const writing = (async () => {
      for (let n = 0; n < 60; n += 1)
        await log.append({
          ...note(`w${n}`, 'x', n, 'x'),
          streams: ['x', 'y'].flatMap((stream) => note(`w${n}`, stream, n, 'x').streams),
        })
    })()
    const readings = []
    for (let n = 0; n < 40; n += 1) readings.push(await log.read(['x', 'y'], 'w30'))
    await writing
    // Some of the readings fell between two appends, else nothing was asked.
    expect(new Set(readings.map(({ head }) => head)).size).toBeGreaterThan(2)
    for (const { histories, head, answered } of readings) {
      const [x, y] = histories
      expect(x?.version).toBe(y?.version)
      expect([x?.events.length, y?.events.length]).toStrictEqual([x?.version, y?.version])
      expect(head).toBe(before + 2 * (x?.version ?? 0))
      expect(answered !== null).toBe((x?.version ?? 0) > 30)
    }
  })
})
