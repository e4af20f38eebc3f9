import fc from 'fast-check'
import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Append, EventLog } from '../../../activities/ports.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { bulkAppend } from '../../../infra/event-store/bulk-append.ts'
import { createEventLog } from '../../../infra/event-store/event-log.ts'
import { verify } from '../../../infra/event-store/verify.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { LogModel } from '../../support/log-model.ts'
import { type FreshInstallation, openFreshInstallation } from '../../support/postgres.ts'

/** A command as drawn: versions are given as distances from the true ones, so that most hold and some are stale. */
type Draft = {
  readonly id: number
  readonly actor: string
  readonly body: string | undefined
  readonly streams: readonly { readonly name: string; readonly off: number; readonly texts: readonly string[] }[]
  readonly preconditions: readonly { readonly name: string; readonly off: number }[]
}

const name = fc.constantFrom('obligation/é', 'obligation/e', 'letter/1', 'session/ilc')
const off = fc.oneof({ weight: 8, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.constantFrom(1, 2) })
const draft: fc.Arbitrary<Draft> = fc.record({
  id: fc.nat(30),
  actor: fc.constantFrom('a', 'a', 'a', 'b'),
  body: fc.constantFrom(undefined, undefined, undefined, 'ff'),
  streams: fc.uniqueArray(fc.record({ name, off, texts: fc.array(fc.string({ unit: 'grapheme' }), { minLength: 1, maxLength: 3 }) }), {
    minLength: 1,
    maxLength: 3,
    selector: (stream) => stream.name,
  }),
  preconditions: fc.array(fc.record({ name, off }), { maxLength: 2 }),
})

const outcomeOf = async (appending: Promise<{ firstPosition: number; lastPosition: number }>) => {
  try {
    const { firstPosition, lastPosition } = await appending
    return [firstPosition, lastPosition]
  } catch (error) {
    return error instanceof Error ? error.name : error
  }
}

describe('an append', () => {
  let database: FreshInstallation
  let pool: Pool
  let importer: Pool
  let log: EventLog
  let run = 0

  beforeAll(async () => {
    database = await openFreshInstallation()
    pool = openPool(database.connections.service)
    importer = openPool(database.connections.import)
    log = createEventLog(pool)
  })
  afterAll(async () => {
    await pool.end()
    await importer.end()
    await database.drop()
  })

  /** Each run has streams and commands of its own in the one log. */
  const toAppend = (model: LogModel, prefix: string, { id, actor, body, streams, preconditions }: Draft): Append => ({
    commandId: `${prefix}/${id}`,
    actor: { role: 'ministry', id: actor },
    ...(body === undefined ? {} : { bodyHash: body }),
    streams: streams.map(({ name: stream, off: distance, texts }) => ({
      stream: `${prefix}/${stream}`,
      atVersion: model.version(`${prefix}/${stream}`) + distance,
      events: texts.map((text) => ({ type: 'Noted', occurredOn: day('2013-06-13'), data: { text } })),
    })),
    preconditions: preconditions.map(({ name: stream, off: distance }) => ({
      stream: `${prefix}/${stream}`,
      version: model.version(`${prefix}/${stream}`) + distance,
    })),
  })

  it('does what the model does, one by one or many in one call', () =>
    fc.assert(
      fc.asyncProperty(fc.array(fc.array(draft, { minLength: 1, maxLength: 6 }), { maxLength: 8 }), async (batches) => {
        const model = new LogModel()
        const prefix = `run-${run++}`
        const base = await log.head()
        for (const batch of batches) {
          const expected: unknown[] = []
          const appends = batch.map((drawn) => {
            const append = toAppend(model, prefix, drawn)
            const outcome = model.append(append)
            expected.push(typeof outcome === 'string' ? outcome : outcome.map((position) => position + base))
            return append
          })
          expect(await Promise.all(appends.map((append) => outcomeOf(log.append(append))))).toStrictEqual(expected)
        }
        const recorded = await log.readFrom(base, 1_000)
        expect(recorded.map(({ stream, version, data }) => ({ stream, version, text: data.text }))).toStrictEqual(model.events)
        const { histories } = await log.read([...model.versions.keys()])
        expect(new Map(histories.map(({ stream, version }) => [stream, version]))).toStrictEqual(model.versions)
        expect(histories.every(({ version, events }) => events.length === version)).toBe(true)
      }),
      { numRuns: 40 },
    ))

  it('in bulk records what the model records, whatever the chunk, and stops where the model refuses', () =>
    fc.assert(
      fc.asyncProperty(fc.array(draft, { maxLength: 20 }), fc.integer({ min: 1, max: 9 }), async (drafts, chunk) => {
        const model = new LogModel()
        const prefix = `bulk-${run++}`
        const base = await log.head()
        const sound: Append[] = []
        let refusal: string | null = null
        for (const drawn of drafts) {
          const append = toAppend(model, prefix, drawn)
          const outcome = model.append(append)
          sound.push(append)
          if (typeof outcome !== 'string') continue
          refusal = outcome
          break
        }
        if (refusal !== null) await expect(bulkAppend(importer, sound, { chunk })).rejects.toMatchObject({ name: refusal })
        // Made again without what was refused: what is on record is known, the rest follows.
        const passing = refusal === null ? sound : sound.slice(0, -1)
        const again = await bulkAppend(importer, passing, { chunk })
        expect(again.commands + again.known).toBe(passing.length)
        const recorded = await log.readFrom(base, 1_000)
        expect(recorded.map(({ stream, version, data }) => ({ stream, version, text: data.text }))).toStrictEqual(model.events)
      }),
      { numRuns: 40 },
    ))

  it('leaves a log that verifies', async () => {
    const { events, firstBad } = await verify(pool)
    expect({ events, firstBad }).toStrictEqual({ events: await log.head(), firstBad: undefined })
    expect(events).toBeGreaterThan(100)
  })
})
