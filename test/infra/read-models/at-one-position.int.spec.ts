import type { Pool } from 'pg'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { principalIn, systemPrincipal } from '../../../domain/principal.ts'
import { openPool } from '../../../infra/postgres/pool.ts'
import { atOnePosition } from '../../../infra/read-models/at-one-position.ts'
import { swapLock } from '../../../infra/read-models/fold-batch.ts'
import { rebuild } from '../../../infra/read-models/rebuild.ts'
import { createViewsProjection } from '../../../infra/read-models/views-projection.ts'
import type { Subscription } from '../../../infra/subscriptions/subscription.ts'
import { issueLetter, type SmallInstallation, smallInstallation } from '../../support/views-fixture.ts'

const kenya = 'ilo:R202:submission:KEN'

describe('a page', () => {
  let small: SmallInstallation
  let service: Pool
  let owner: Pool
  let web: Pool
  let projection: Subscription
  let letters = 0

  beforeAll(async () => {
    small = await smallInstallation()
    service = openPool(small.database.connections.service)
    owner = openPool(small.database.connections.owner)
    web = openPool(small.database.connections.web)
    projection = createViewsProjection({ pool: service, log: small.log })
    await projection.catchUp()
  })
  afterAll(async () => {
    for (const pool of [service, owner, web]) await pool.end()
    await small.close()
  })

  const anotherLetter = async (): Promise<void> => {
    letters += 1
    await issueLetter(small, { id: `ilo:KEN:2012-08-01:${letters}`, kind: 'request', obligations: [kenya], on: day('2012-08-01'), accepted: true })
    await projection.catchUp()
  }

  it('is of one position while the projection moves on', async () => {
    const before = await projection.catchUp()
    const answers = await atOnePosition(web, systemPrincipal('test'), async (views) => {
      const first = await views.position()
      await anotherLetter()
      return { first, later: await views.position(), letters: (await views.letters(kenya)).length }
    })
    expect(answers).toStrictEqual({ first: before, later: before, letters: letters - 1 })
    expect(await atOnePosition(web, principalIn({ role: 'ministry', id: 'KEN' }, 'ilo', 'http'), async (views) => (await views.letters()).length)).toBe(letters)
    expect(await atOnePosition(web, principalIn({ role: 'ministry', id: 'FRA' }, 'ilo', 'http'), async (views) => (await views.letters()).length)).toBe(0)
  })

  it('is whole although the views are swapped under it, and lets the swap go on', async () => {
    await anotherLetter()
    const swapped = { done: false }
    const { rebuilt, seen, early } = await atOnePosition(web, systemPrincipal('test'), async (views) => {
      await views.position()
      const rebuilt = rebuild(owner, small.log).then(() => (swapped.done = true))
      await swapWaits()
      return { rebuilt, seen: (await views.obligations({})).length, early: swapped.done }
    }).then(async (answers) => ({ ...answers, rebuilt: await answers.rebuilt }))
    expect({ rebuilt, seen, early }).toStrictEqual({ rebuilt: true, seen: 3, early: false })
    expect(await atOnePosition(web, systemPrincipal('test'), async (views) => (await views.obligations({})).length)).toBe(3)
  })

  const swapWaits = async (): Promise<void> => {
    for (let waiting = 0; waiting === 0; ) {
      const ours = "locktype = 'advisory' and not granted and database = (select oid from pg_database where datname = current_database())"
      const { rowCount } = await service.query(`select from pg_locks where ${ours} and objid = $1`, [swapLock])
      waiting = rowCount ?? 0
    }
  }

  it('that fails gives its lock back', async () => {
    await expect(
      atOnePosition(web, systemPrincipal('test'), async () => {
        throw new RangeError('no such page')
      }),
    ).rejects.toThrow('no such page')
    expect(await rebuild(owner, small.log)).toBe(await small.log.head())
  })
})
