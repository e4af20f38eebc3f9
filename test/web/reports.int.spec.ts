import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../domain/calendar/calendar-date.ts'
import { stream } from '../../domain/streams.ts'
import { complete } from '../support/r202.ts'
import { askOf, type Fault, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const france = '/api/obligations/ilo:R202:submission:FRA'
const as = (actor: string, more: Record<string, string> = {}) => ({ 'x-actor': actor, ...more })

describe('reports over HTTP', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let faults: Fault[]
  const headOf = () => installation.office.log.head()

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2012-06-14')
    await installation.open('R202', '2012-06-14')
    const { app, faults: logged } = await webAppOn(installation)
    ask = askOf(app)
    faults = logged
    installation.clock.moveTo(day('2013-03-01'))
  })
  afterAll(async () => {
    expect(faults).toStrictEqual([])
    await installation.close()
  })

  it('are received with a receipt that says what is missing, and where the report stands', async () => {
    const answer = await ask('POST', '/api/obligations/ilo:R202:submission:KEN/reports', { headers: as('ministry:KEN'), body: { submitted: 'no' } })
    expect(answer.status).toBe(201)
    const receipt = (await answer.json()) as { report: string; missing: string[]; receivedOn: string; obligation: { status: string } }
    expect(receipt).toMatchObject({
      receivedOn: '2013-03-01',
      obligation: { status: 'open', asOf: '2013-03-01', dimensions: { notification: 'incomplete', discharged: false } },
    })
    expect(receipt.missing).toStrictEqual([
      ...['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction'],
      ...['communicatedTo.employers', 'communicatedTo.workers'],
    ])
    const location = answer.headers.get('location') ?? ''
    const read = await ask('GET', location, { headers: as('ministry:KEN') })
    expect(await read.json()).toMatchObject({ obligation: 'ilo:R202:submission:KEN', id: receipt.report, review: 'returned', returnDue: '2013-03-31' })
  })

  it('discharge when complete, completed, reviewed, returned and withdrawn by those who may', async () => {
    const first = await ask('POST', `${france}/reports`, { headers: as('ministry:FRA'), body: { submitted: 'yes', submissionDate: '2013-02-05' } })
    expect(await first.json()).toMatchObject({ obligation: { status: 'open' } })
    const { submitted: _, submissionDate: __, ...rest } = complete()
    const completed = await ask('POST', `${france}/reports/completion`, { headers: as('ministry:FRA'), body: rest })
    expect([completed.status, await completed.json()]).toMatchObject([
      201,
      { missing: [], obligation: { status: 'discharged', dimensions: { performance: { class: 'inTime' } } } },
    ])
    const returned = await ask('POST', `${france}/reports/return`, { headers: as('reviewer'), body: { missing: 'documentRef', due: '2013-04-01' } })
    expect([returned.status, await returned.json()]).toMatchObject([200, { obligation: { status: 'open' } }])
    const again = await ask('POST', `${france}/reports`, { headers: as('secretariat'), body: { report: complete('2013-02-06') } })
    expect(await again.json()).toMatchObject({ missing: [], obligation: { status: 'discharged' } })
    expect((await ask('POST', `${france}/reports/acknowledgement`, { headers: as('secretariat') })).status).toBe(409)
    expect((await ask('POST', `${france}/reports/acceptance`, { headers: as('reviewer') })).status).toBe(200)
    const twice = await ask('POST', `${france}/reports/acceptance`, { headers: as('reviewer') })
    expect([twice.status, await twice.json()]).toMatchObject([409, { code: 'already-accepted' }])
  })

  it('open the further obligation of a federal State, and state circumstances', async () => {
    const base = '/api/obligations/ilo:R202:submission:CHE'
    const stated = await ask('POST', `${base}/circumstances`, { headers: as('ministry:CHE'), body: { grounds: 'The chambers did not sit' } })
    expect([stated.status, await stated.json()]).toMatchObject([200, { obligation: { circumstancesStated: true } }])
    await ask('POST', `${base}/reports`, { headers: as('ministry:CHE'), body: { federal: { federalOrConstituent: 'constituent' } } })
    const referral = await ask('GET', '/api/obligations/ilo:R202:referral:CHE')
    expect(await referral.json()).toMatchObject({ kind: 'referral', limits: [{ limit: '18-months' }] })
  })

  it('are answered with the first receipt when the same key comes again with the same body, and refused with another', async () => {
    const send = (body: unknown, actor = 'ministry:MEX') =>
      ask('POST', '/api/obligations/ilo:R202:submission:MEX/reports', { headers: as(actor, { 'idempotency-key': 'k-1' }), body })
    const [one, two] = await Promise.all([send({ documentRef: 'A' }), send({ documentRef: 'A' })])
    const head = await headOf()
    const [first, second] = [(await one.json()) as { report: string; position: number }, (await two.json()) as { report: string; position: number }]
    expect([second.report, second.position]).toStrictEqual([first.report, first.position])
    const other = await send({ documentRef: 'B' })
    expect([other.status, await other.json()]).toMatchObject([422, { code: 'idempotency-key-reused' }])
    expect(await headOf()).toBe(head)
    expect((await send({ documentRef: 'A' }, 'secretariat')).status).toBe(201)
    expect(await headOf()).toBeGreaterThan(head)
  })

  it('hold what people wrote as it was written, signs that databases dislike included', async () => {
    const text = 'nul \u0000, an end of line\u2028, 𝄞, العربية'
    const answer = await ask('POST', '/api/obligations/ilo:R202:submission:URY/reports', {
      headers: as('ministry:URY'),
      body: JSON.stringify({ documentRef: text }),
    })
    expect(answer.status).toBe(201)
    const { report } = (await answer.json()) as { report: string }
    expect(JSON.parse((await installation.office.encrypted.open(`report/${report}`))?.content ?? '{}').documentRef).toBe(text)
  })

  it.each([
    ['a State that is no Member', 'ministry:XXX', france, {}, 400, 'unknown-state', 'XXX'],
    ['a role that does not exist', 'minister', france, {}, 400, 'unknown-role', 'minister'],
    ['nobody', '', france, {}, 401, 'actor-missing', 'X-Actor'],
    ['another State', 'ministry:KEN', france, {}, 403, 'not-allowed', 'KEN'],
    ['an auditor', 'auditor', france, {}, 403, 'not-allowed', 'auditor'],
    ['an obligation that does not exist', 'ministry:TON', '/api/obligations/ilo:R202:submission:TON', {}, 404, 'unknown-obligation', 'TON'],
    ['an id that is no id', 'ministry:FRA', '/api/obligations/%00%27', {}, 404, 'unknown-obligation', 'obligation'],
    ['an unknown field', 'ministry:FRA', france, { submited: 'yes' }, 400, 'malformed', 'submited'],
    [
      'a day that does not exist',
      'ministry:FRA',
      france,
      { communicatedTo: [{ organization: 'U', side: 'workers', date: '2013-02-30' }] },
      400,
      'malformed',
      'communicatedTo[0].date',
    ],
    ['a body that is no object', 'ministry:FRA', france, [], 400, 'malformed', 'report'],
    ['half of a character', 'ministry:FRA', france, '{"competentAuthorities":[{"name":"\\ud83d"}]}', 400, 'malformed', 'competentAuthorities[0].name'],
    ['a body nested without end', 'ministry:FRA', france, '['.repeat(100_000) + ']'.repeat(100_000), 400, 'malformed', 'nested'],
    ['broken JSON', 'ministry:FRA', france, '{"submitted":', 400, 'malformed', 'JSON'],
    ['an empty body', 'ministry:FRA', france, '', 400, 'malformed', 'JSON'],
    ['a submission before the adoption', 'ministry:FRA', france, { submissionDate: '2012-06-13' }, 422, 'submission-predates-adoption', '2012-06-13'],
    ['a date after the day of arrival', 'ministry:FRA', france, { submissionDate: '2013-03-02' }, 422, 'date-after-arrival', '2013-03-02'],
  ])('from or with %s are turned away with nothing recorded', async (_, actor, obligation, body, status, code, named) => {
    const head = await headOf()
    const answer = await ask('POST', `${obligation}/reports`, { headers: actor === '' ? {} : as(actor), body })
    const said = await answer.text()
    expect([answer.status, answer.headers.get('content-type')]).toStrictEqual([status, 'application/problem+json; charset=utf-8'])
    expect(JSON.parse(said)).toMatchObject({ type: `urn:problem:follow-up:${code}`, status, code, instance: expect.stringMatching(/^\/api\/obligations\//) })
    expect(said).toContain(named)
    expect(await headOf()).toBe(head)
  })

  it('are not taken from elsewhere, whoever says that they are near', async () => {
    const head = await headOf()
    const elsewhere = [
      { from: '192.0.2.1', headers: as('ministry:FRA') },
      { from: '192.0.2.1', headers: as('ministry:FRA', { 'x-forwarded-for': '127.0.0.1' }) },
      { headers: as('ministry:FRA', { 'x-forwarded-for': '127.0.0.1' }) },
    ]
    for (const where of elsewhere) expect((await ask('POST', `${france}/reports`, { ...where, body: {} })).status).toBe(401)
    expect(await headOf()).toBe(head)
    expect((await ask('POST', `${france}/reports`, { from: '::ffff:127.0.0.1', headers: as('ministry:FRA'), body: { documentRef: 'near' } })).status).toBe(201)
  })

  it('are taken up to the limits, and beyond them turned away with the limit named', async () => {
    const file = (bytes: number) => ({ documents: [{ name: 'a.pdf', mediaType: 'application/pdf', content: Buffer.alloc(bytes, 7).toString('base64') }] })
    const send = (body: unknown, headers = {}) =>
      ask('POST', '/api/obligations/ilo:R202:submission:TUN/reports', { headers: as('ministry:TUN', headers), body })
    expect((await send(file(10 * 1024 * 1024))).status).toBe(201)
    const head = await headOf()
    for (const tooLarge of [file(10 * 1024 * 1024 + 3), JSON.stringify({ documentRef: 'x'.repeat(15 * 1024 * 1024) })]) {
      const answer = await send(tooLarge)
      expect([answer.status, await answer.json()]).toMatchObject([413, { code: 'too-large', detail: expect.stringMatching(/1[05] MiB/) }])
    }
    const typed = await send({}, { 'content-type': 'text/plain' })
    expect([typed.status, await typed.json()]).toMatchObject([415, { code: 'media-type-not-supported' }])
    expect(await headOf()).toBe(head)
  })

  it('leave one event each however many come at once', async () => {
    const send = (n: number) => ask('POST', '/api/obligations/ilo:R202:submission:BRA/reports', { headers: as('ministry:BRA'), body: { documentRef: `N${n}` } })
    const answers = await Promise.all(Array.from({ length: 8 }, (_, n) => send(n)))
    expect(answers.map(({ status }) => status)).toStrictEqual(Array(8).fill(201))
    const { histories } = await installation.office.log.read([stream.obligation('ilo:R202:submission:BRA')])
    expect(histories[0]?.events.filter(({ type }) => type === 'ReportReceived')).toHaveLength(8)
  })
})
