import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readEvent } from '../../domain/events.ts'
import { createEventLog } from '../../infra/event-store/event-log.ts'
import { openPool } from '../../infra/postgres/pool.ts'
import { createQueries } from '../../infra/read-models/create-queries.ts'
import { createViewsProjection } from '../../infra/read-models/views-projection.ts'
import { lossyProxy } from '../support/lossy-proxy.ts'
import { complete } from '../support/r202.ts'
import { askOf, type Fault, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

describe('when PostgreSQL is gone', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let faults: Fault[]
  let proxy: Awaited<ReturnType<typeof lossyProxy>>
  let pool: ReturnType<typeof openPool>

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2013-03-01')
    await installation.open('R202', '2012-06-14')
    proxy = await lossyProxy(installation.connections.service)
    pool = openPool(proxy.url)
    const log = createEventLog(pool, { parse: readEvent })
    const queries = createQueries(pool, { projection: createViewsProjection({ pool, log }) })
    const through = { ...installation, queries, office: { ...installation.office, log } }
    const built = await webAppOn(through)
    ask = askOf(built.app)
    faults = built.faults
  })
  afterAll(async () => {
    await pool.end()
    await installation.close()
  })

  it('a report is received once although its answer was lost on the wire', async () => {
    proxy.loseNextAnswer()
    const answer = await ask('POST', '/api/obligations/ilo:R202:submission:FRA/reports', { headers: { 'x-actor': 'ministry:FRA' }, body: complete() })
    expect([answer.status, proxy.hasLost()]).toStrictEqual([201, true])
    const events = (await installation.views.history('ilo:R202:submission:FRA')).filter(({ type }) => type === 'ReportReceived')
    expect(events).toHaveLength(1)
  })

  it('programs and people are told so, nothing is half-recorded, and it is no fault of ours', async () => {
    const head = await installation.office.log.head()
    await proxy.close()
    const answer = await ask('POST', '/api/obligations/ilo:R202:submission:KEN/reports', { headers: { 'x-actor': 'ministry:KEN' }, body: complete() })
    expect([answer.status, answer.headers.get('retry-after'), await answer.json()]).toMatchObject([503, '10', { code: 'record-unavailable' }])
    const page = await ask('GET', '/cycles/ilo:r202')
    expect([page.status, page.headers.get('retry-after')]).toStrictEqual([503, '10'])
    expect(await page.text()).toContain('The record cannot be reached')
    expect(await installation.office.log.head()).toBe(head)
    expect(faults).toStrictEqual([])
  })

  it('a fault of ours is another thing: it has an id, and the log has the rest', async () => {
    const broken = await webAppOn(installation, [], { rehearsals: () => Promise.reject(new TypeError('a secret of the inside')) })
    const answer = await askOf(broken.app)('GET', '/')
    const [fault] = broken.faults
    const said = await answer.text()
    expect([answer.status, said.includes(fault?.id ?? 'none'), said.includes('secret')]).toStrictEqual([500, true, false])
  })

  it('a page that cannot show yet what its reader wrote says so', async () => {
    const { app } = await webAppOn(installation)
    const head = await installation.office.log.head()
    const page = async (position: number) => (await askOf(app)('GET', '/', { headers: { cookie: `position=${position}` } })).text()
    expect(await page(head)).not.toContain('This page is catching up')
    expect(await page(head + 1)).toContain('This page is catching up')
  })
})
