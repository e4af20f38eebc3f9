import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import type { EventLog } from '../../../activities/ports.ts'
import type { RecordedEvent } from '../../../domain/record.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { checkpointInMemory } from '../../../infra/subscriptions/checkpoint.ts'
import { createSubscription, type Subscription, type SubscriptionSettings, SubscriptionStopped } from '../../../infra/subscriptions/subscription.ts'
import { lossyProxy } from '../../support/lossy-proxy.ts'
import { note } from '../../support/notes.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

describe('a subscription', () => {
  let database: FreshInstallation
  let proxy: Awaited<ReturnType<typeof lossyProxy>>
  /** Through a wire that can be cut. */
  let pool: Pool
  let direct: Pool
  let writer: EventLog

  beforeAll(async () => {
    database = await openFreshInstallation()
    proxy = await lossyProxy(database.connections.service)
    pool = openPool(proxy.url)
    direct = openPool(database.connections.service)
    writer = createEventLog(direct)
  })
  afterAll(async () => {
    await pool.end()
    await direct.end()
    await proxy.close()
    await database.drop()
  })

  const subscribe = (settings: Pick<SubscriptionSettings, 'handle'> & Partial<SubscriptionSettings>): Subscription =>
    createSubscription({ name: 'reader', log: createEventLog(settings.pool ?? pool), pool, from: checkpointInMemory(), leader: false, ...settings })

  let written = 0
  const write = async (text = 'x'): Promise<number> => {
    written += 1
    return (await writer.append(note(`w${written}`, `w/${written}`, 0, text))).lastPosition
  }
  const fromHead = async () => checkpointInMemory(await writer.head())

  it('reads from a position, past and future, until told to stop', async () => {
    const start = await writer.head()
    const stop = new AbortController()
    const seen: number[] = []
    await write()
    const subscription = subscribe({
      from: checkpointInMemory(start),
      handle: async (events) => {
        seen.push(...events.map(({ position }) => position - start))
        if (seen.length === 5) stop.abort()
      },
    })
    const running = subscription.run(stop.signal)
    for (let n = 0; n < 4; n += 1) await write()
    await running
    expect(seen).toStrictEqual([1, 2, 3, 4, 5])
  })

  it('goes on where it stood when its connections are cut', async () => {
    const start = await writer.head()
    const stop = new AbortController()
    const seen: number[] = []
    await write()
    const subscription = subscribe({
      from: checkpointInMemory(start),
      handle: async (events) => {
        seen.push(...events.map(({ position }) => position - start))
        if (seen.length === 5) return stop.abort()
        proxy.cutAll()
        await write()
      },
    })
    await subscription.run(stop.signal)
    expect(seen).toStrictEqual([1, 2, 3, 4, 5])
  })

  it('listens again after a lost connection, so that it need not wait for its next look', async () => {
    const findListener = async (not?: number): Promise<number> => {
      const text = "select pid from pg_stat_activity where datname = current_database() and query = 'listen recorded' and pid is distinct from $1"
      const { rows } = await direct.query<{ pid: number }>(text, [not])
      return rows[0]?.pid ?? findListener(not)
    }
    const stop = new AbortController()
    const handle = () => Promise.reject(new TypeError('Nothing was recorded'))
    const running = subscribe({ from: await fromHead(), handle }).run(stop.signal)
    const first = await findListener()
    proxy.cutAll()
    expect(await findListener(first)).not.toBe(first)
    stop.abort()
    await running
  })

  it('catches up once, in batches, beside its own run, and hands over no event twice', async () => {
    const start = await writer.head()
    const batches: (readonly number[])[] = []
    const handle = async (events: readonly RecordedEvent[]) => {
      batches.push(events.map(({ position }) => position - start))
    }
    const subscription = subscribe({ from: checkpointInMemory(start), handle, largestBatch: 2 })
    expect(await subscription.catchUp()).toBe(start)
    for (let n = 0; n < 5; n += 1) await write()
    expect(await subscription.catchUp(start + 1)).toBe(start + 2)
    expect(batches).toStrictEqual([[1, 2]])

    const stop = new AbortController()
    const running = subscription.run(stop.signal)
    expect(await Promise.all([subscription.catchUp(), subscription.catchUp()])).toStrictEqual([start + 5, start + 5])
    await subscription.reached(start + 5)
    stop.abort()
    await running
    expect(batches).toStrictEqual([[1, 2], [3, 4], [5]])
  })

  it('says how far it is behind, in events and in seconds', async () => {
    const subscription = subscribe({ from: await fromHead(), handle: async () => undefined })
    expect(await subscription.lag()).toStrictEqual({ events: 0, seconds: 0 })
    const position = await write()
    await write()
    await direct.query('select pg_sleep(0.05)')
    expect(await subscription.position()).toBe(position - 1)
    const { events, seconds } = await subscription.lag()
    expect(events).toBe(2)
    expect(seconds).toBeGreaterThanOrEqual(0.05)
    expect(seconds).toBeLessThan(60)
    await subscription.catchUp()
    expect(await subscription.lag()).toStrictEqual({ events: 0, seconds: 0 })
  })

  it('waits out a failure that its owner calls an outage, and hands over the same events again', async () => {
    const from = await fromHead()
    const start = await from.read()
    await write()
    const stop = new AbortController()
    const outages: string[] = []
    const seen: number[] = []
    const subscription = subscribe({
      from,
      handle: async (events) => {
        seen.push(...events.map(({ position }) => position - start))
        if (seen.length === 1) throw new RangeError('The other side does not answer')
        stop.abort()
      },
      isOutage: (error) => error instanceof RangeError,
      onOutage: ({ message }) => outages.push(message),
    })
    await subscription.run(stop.signal)
    expect([seen, outages]).toStrictEqual([[1, 1], ['The other side does not answer']])
  })

  it('prepares before it reads, and begins again when what it watches fails', async () => {
    const from = await fromHead()
    await write()
    const stop = new AbortController()
    const steps: string[] = []
    const subscription = subscribe({
      from,
      prepare: async () => {
        steps.push('prepare')
        await from.moveTo(await writer.head())
      },
      watch: async (signal) => {
        steps.push('watch')
        if (steps.length < 4) throw new RangeError('Replaced')
        stop.abort()
        if (!signal.aborted) throw new TypeError('The signal did not reach the watch')
      },
      handle: async () => {
        steps.push('handle')
      },
      isOutage: (error) => error instanceof RangeError,
    })
    await subscription.run(stop.signal)
    expect(steps).toStrictEqual(['prepare', 'watch', 'prepare', 'watch'])
  })

  it('stops by name at an event that it cannot read, and is never led past it', async () => {
    const start = await writer.head()
    await write('one')
    const poisoned = await write('two')
    const log = createEventLog(pool, { parse: (_, data) => z.object({ text: z.literal('one') }).parse(data) })
    const seen: number[] = []
    const subscription = subscribe({
      name: 'strict',
      log,
      from: checkpointInMemory(start),
      largestBatch: 1,
      handle: async (events) => {
        seen.push(...events.map(({ position }) => position))
      },
    })
    const stopped = await subscription.run(new AbortController().signal).catch((error: unknown) => error)
    expect(stopped).toBeInstanceOf(SubscriptionStopped)
    expect(stopped).toMatchObject({
      message: `The subscription strict stopped after position ${poisoned - 1}: Event ${poisoned} (Noted in w/${written}) cannot be read`,
      subscription: 'strict',
      position: poisoned - 1,
      cause: { name: 'UnreadableEvent', position: poisoned },
    })
    expect(seen).toStrictEqual([poisoned - 1])
    await expect(subscription.catchUp()).rejects.toMatchObject({ name: 'UnreadableEvent', position: poisoned })
    expect((await subscription.lag()).events).toBe(1)
  })

  it('stops by name at an event that it cannot handle for a fault of ours', async () => {
    const from = await fromHead()
    await write()
    const handle = () => Promise.reject(new TypeError('Not a function'))
    const run = subscribe({ name: 'faulty', from, handle }).run(new AbortController().signal)
    await expect(run).rejects.toMatchObject({ name: 'SubscriptionStopped', subscription: 'faulty', position: await from.read(), cause: expect.any(TypeError) })
  })

  it('stops where a position is missing', async () => {
    const from = await fromHead()
    await write()
    const position = await write()
    const log = { head: writer.head, readFrom: async (after: number, limit: number) => (await writer.readFrom(after, limit)).slice(1) }
    await expect(subscribe({ from, log, handle: async () => undefined }).catchUp()).rejects.toThrow(`Position ${position - 1} is missing from the log`)
  })
})
