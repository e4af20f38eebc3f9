import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../domain/calendar/calendar-date.ts'
import { askOf, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const france = '/api/obligations/ilo:R202:submission:FRA'

describe('the HTTP interface', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  const json = async (path: string) => {
    const answer = await ask('GET', path)
    expect(answer.status).toBe(200)
    return answer.json()
  }

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2012-06-14')
    await installation.open('R202', '2012-06-14')
    await installation.begin('2012-08-01', ['FRA'], 'R202')
    ask = askOf((await webAppOn(installation)).app)
  })
  afterAll(() => installation.close())

  it('lists cycles, their obligations, one obligation, its history and its letters', async () => {
    expect(await json('/api/cycles')).toMatchObject({ cycles: [{ id: 'ilo:r202', instrument: 'R202', parties: 185, synthetic: false }] })
    const listed = (await json('/api/cycles/ilo:r202/obligations')) as { asOf: string; obligations: unknown[] }
    expect([listed.asOf, listed.obligations.length]).toStrictEqual(['2012-08-01', 185])
    expect(await json(france)).toMatchObject({ status: 'open', dimensions: { legalClock: 'running-12', next: { step: 'reminder12', on: '2013-06-14' } } })
    const { events } = (await json(`${france}/history`)) as { events: { type: string }[] }
    expect(events.map(({ type }) => type)).toStrictEqual(['ObligationOpened', 'LetterFellDue', 'LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
    const letter = { kind: 'request', party: 'ilo:FRA', outcome: 'accepted', messageId: expect.stringMatching(/^<.+@.+>$/) }
    expect(await json(`${france}/letters`)).toMatchObject({ letters: [letter] })
    expect(await json('/api/letters')).toMatchObject({ letters: [letter] })
  })

  it('explains each deadline', async () => {
    expect(await json(`${france}/explanation`)).toMatchObject({
      obligation: 'ilo:R202:submission:FRA',
      limits: [
        { limit: '12-months', dueOn: '2013-06-13', countedFrom: '2012-06-14', convention: 'day_before', printed: { date: '2013-06-13' } },
        { limit: '18-months', dueOn: '2013-12-13', exceptional: true },
      ],
    })
  })

  it('shows what is an organization’s to its own people alone', async () => {
    const answers = await Promise.all(
      ['secretariat', 'ilo/secretariat', 'ilo/ministry:FRA', 'ilo/ministry:DEU', 'oic/secretariat'].map(async (actor) => {
        const answer = await ask('GET', france, { headers: { 'x-actor': actor } })
        return [actor, answer.status, ((await answer.json()) as { code?: string }).code]
      }),
    )
    expect(answers).toStrictEqual([
      ['secretariat', 400, 'ambiguous-organization'],
      ['ilo/secretariat', 200, undefined],
      ['ilo/ministry:FRA', 200, undefined],
      ['ilo/ministry:DEU', 404, 'unknown-obligation'],
      ['oic/secretariat', 404, 'unknown-obligation'],
    ])
  })

  it('describes itself in OpenAPI 3.1, every route that it answers', async () => {
    const described = (await json('/api/openapi.json')) as { openapi: string; paths: Record<string, Record<string, { requestBody?: unknown }>> }
    expect(described.openapi).toBe('3.1.0')
    expect(Object.keys(described.paths).filter((path) => !path.startsWith('/api/commands'))).toHaveLength(18)
    for (const [path, methods] of Object.entries(described.paths)) {
      const address = path
        .replace('{id}', path.includes('/sessions/') ? 'ilo:ilc-101' : path.includes('/cycles/') ? 'ilo:r202' : 'ilo:R202:submission:FRA')
        .replace('{report}', 'none')
      for (const method of Object.keys(methods)) {
        const answer = await ask(method.toUpperCase(), address, { headers: { 'x-actor': 'auditor' }, ...(method === 'post' ? { body: {} } : {}) })
        expect([address, (await answer.text()).includes('unknown-address')]).toStrictEqual([address, false])
      }
    }
    const body = JSON.stringify(described.paths['/api/obligations/{id}/reports']?.post?.requestBody)
    for (const field of ['submissionDate', 'competentAuthorities', 'communicatedTo', 'exceptionalCircumstances']) expect(body).toContain(field)
  })

  it.each([
    ['/api/obligations/ilo:R202:submission:TON', 'unknown-obligation'],
    ['/api/cycles/ilo:none/obligations', 'unknown-cycle'],
    [`${france}/reports/none`, 'unknown-report'],
    ['/api/none', 'unknown-address'],
  ])('answers %s with %s', async (path, code) => {
    const answer = await ask('GET', path)
    expect([answer.status, answer.headers.get('content-type'), await answer.json()]).toMatchObject([404, 'application/problem+json; charset=utf-8', { code }])
  })

  it('answers nobody from elsewhere but who asks for its description', async () => {
    expect((await ask('GET', '/api/cycles', { from: '2001:db8::1' })).status).toBe(401)
    expect((await ask('GET', '/api/openapi.json', { from: '2001:db8::1' })).status).toBe(200)
  })

  it('records the closing of a session and the adoption of an instrument once, and names what cannot be', async () => {
    installation.clock.moveTo(day('2026-11-22'))
    const post = (path: string, body: unknown, actor = 'secretariat') => ask('POST', path, { headers: { 'x-actor': actor }, body })
    expect((await post('/api/sessions/ilo:ilc-114/closing', { closedOn: '2026-06-12' }, 'ministry:FRA')).status).toBe(403)
    const unknown = await post('/api/sessions/ilo:ilc-999/closing', {})
    expect([unknown.status, await unknown.json()]).toMatchObject([404, { code: 'unknown-session' }])
    const future = await post('/api/sessions/ilo:ilc-114/closing', { closedOn: '2027-01-01' })
    expect([future.status, await future.json()]).toMatchObject([422, { code: 'date-in-future', facts: { closedOn: '2027-01-01' } }])
    expect((await post('/api/sessions/ilo:ilc-114/closing', { closedOn: '2026-06-12' })).status).toBe(201)
    const twice = await post('/api/sessions/ilo:ilc-114/closing', { closedOn: '2026-06-12' })
    expect([twice.status, await twice.json()]).toMatchObject([409, { code: 'already-closed' }])
    const title = { en: 'R', fr: 'R', es: 'R', ar: 'R' }
    const adopted = await post('/api/sessions/ilo:ilc-114/instruments', { instrument: 'R210', kind: 'recommendation', title, adoptedOn: '2026-06-12' })
    expect(adopted.status).toBe(201)
    expect((await post('/api/sessions/ilo:ilc-114/instruments', { instrument: '210', kind: 'recommendation', title })).status).toBe(422)
  })
})
