import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { CommandIdReused, VersionConflict } from '../../../activities/conflicts.ts'
import type { EventLog } from '../../../activities/ports.ts'
import { system } from '../../../domain/actor.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('the event log', () => {
  let database: FreshInstallation
  let pool: ReturnType<typeof openPool>
  let log: EventLog

  beforeAll(async () => {
    database = await openFreshInstallation()
    pool = openPool(database.connections.service)
    log = createEventLog(pool)
  })
  afterAll(async () => {
    await pool.end()
    await database.drop()
  })

  it('gives back what was appended, whole and in order', async () => {
    const before = await log.head()
    const { firstPosition, lastPosition } = await log.append(note('c1', 'a/1', 0, 'one', 'twö "quoted" \\ \u0000'))
    expect([firstPosition, lastPosition]).toStrictEqual([before + 1, before + 2])
    const { histories, head, answered } = await log.read(['a/1', 'a/none'], 'c1')
    expect(histories.map(({ stream, version, events }) => [stream, version, events.map(({ data }) => data.text)])).toStrictEqual([
      ['a/1', 2, ['one', 'twö "quoted" \\ \u0000']],
      ['a/none', 0, []],
    ])
    expect({ head, answered }).toStrictEqual({ head: before + 2, answered: { firstPosition, lastPosition, actor: system('test'), bodyHash: null } })
    expect(histories[0]?.events[1]).toMatchObject({
      position: lastPosition,
      stream: 'a/1',
      version: 2,
      type: 'Noted',
      occurredOn: '2013-06-13',
      commandId: 'c1',
      causationId: null,
      correlationId: 'c1',
    })
  })

  it('judges commands that travel together each as if alone', async () => {
    const answers = await Promise.allSettled([
      log.append(note('t1', 'b/1', 0, 'one')),
      log.append(note('t2', 'b/1', 0, 'stale')),
      log.append(note('t1', 'b/1', 0, 'one')),
      log.append(note('t3', 'b/1', 1, 'two')),
      log.append({ ...note('t1', 'b/1', 0, 'one'), bodyHash: 'ff' }),
    ])
    expect(answers.map((answer) => (answer.status === 'fulfilled' ? 'recorded' : answer.reason.constructor))).toStrictEqual([
      'recorded',
      VersionConflict,
      'recorded',
      'recorded',
      CommandIdReused,
    ])
    expect((await log.read(['b/1'])).histories[0]?.events.map(({ data }) => data.text)).toStrictEqual(['one', 'two'])
  })

  it('lets a command that PostgreSQL rejects fail alone', async () => {
    const answers = await Promise.allSettled([
      log.append(note('r1', 'r/1', 0, 'good')),
      log.append(note('r2', 'r/\u0000', 0, 'bad')),
      log.append(note('r3', 'r/3', 0, 'good')),
    ])
    expect(answers.map(({ status }) => status)).toStrictEqual(['fulfilled', 'rejected', 'fulfilled'])
  })

  it('refuses an append of no events', () => expect(log.append(note('n1', 'n/1', 0))).rejects.toThrow(RangeError))
})
