import type { OpenAPIHono } from '@hono/zod-openapi'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { nextCycleStep, takeCycleStep } from '../../activities/cycle/cycle-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import { complete } from '../support/r202.ts'
import { askOf, rehearsalOf, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const france = 'ilo:R202:submission:FRA'

/** Where no organization's things are shown: what the program itself is, and how it runs. */
const general = ['/api/openapi.json', '/api/commands', '/operations', '/assets', '/favicon.ico']
/** Lists: they show what is there, and have no id to ask for. */
const lists = ['/', '/api/cycles', '/api/letters', '/letters', '/rehearsals/:rehearsal/letters']

describe('what is one organization’s, asked for by the other’s own people', () => {
  let installation: WebInstallation
  let app: OpenAPIHono
  let ask: ReturnType<typeof askOf>
  let letter: string
  let report: string

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2012-06-14')
    await installation.open('R202', '2012-06-14')
    await installation.begin('2012-08-01', ['FRA'], 'R202')
    await installation.report('FRA', 'R202', complete('2012-07-20'))
    installation.clock.moveTo(day('2021-11-12'))
    await openPlan(installation.office, { commandId: 'open', principal: systemPrincipal('seeds') }, { cycle: 'ilo:sp', trackedFrom: day('2021-11-12') })
    installation.clock.moveTo(day('2023-09-30'))
    for (let step = await nextCycleStep(installation.office, 'ilo:sp'); step.kind === 'step' && step.waitMs === 0; )
      step = await takeCycleStep(installation.office, 'ilo:sp', step)
    app = (await webAppOn(installation, [rehearsalOf('r202', installation)])).app
    ask = askOf(app)
    letter = (await installation.views.letters(france))[0]?.id ?? ''
    report = (await installation.views.obligation(france))?.state.reports[0]?.id ?? ''
  }, 120_000)
  afterAll(() => installation.close())

  /** Every address that is read from, as the application itself has them. */
  const paths = () =>
    [...new Set(app.routes.filter(({ method, path }) => method === 'GET' && !path.includes('*')).map(({ path }) => path))].filter(
      (path) => !general.some((each) => path.startsWith(each)),
    )

  const addressOf = (path: string): string => {
    const id = /\/letters\/:id/.test(path) ? letter : /\/obligations\/:id/.test(path) ? france : 'ilo:sp'
    return path
      .replace(':rehearsal', 'r202')
      .replace(':id', encodeURIComponent(id))
      .replace(':report', report)
      .replace(':session', encodeURIComponent('ilo:gb-349'))
      .replace(':day', '2023-09-30')
      .replace(':file', 'paper.en.html')
  }
  const as = (actor: string, path: string) => ask('GET', addressOf(path), { headers: { 'x-actor': actor } })

  it('is on every address that names it as if it did not exist', async () => {
    const named = paths().filter((path) => !lists.includes(path))
    expect(named.length).toBeGreaterThan(15)
    const answers = await Promise.all(named.map(async (path) => [path, (await as('ilo/secretariat', path)).status, (await as('oic/secretariat', path)).status]))
    expect(answers).toStrictEqual(named.map((path) => [path, 200, 404]))
  })

  it('is in no list', async () => {
    expect(
      paths()
        .filter((path) => lists.includes(path))
        .toSorted(),
    ).toStrictEqual(lists.toSorted())
    for (const path of lists) {
      expect([path, await (await as('ilo/secretariat', path)).text()]).toStrictEqual([path, expect.stringMatching(/ilo(:|%3A)/)])
      expect([path, await (await as('oic/secretariat', path)).text()]).toStrictEqual([path, expect.not.stringMatching(/ilo(:|%3A)/)])
    }
  })

  it.each([
    ['oic/ministry:FRA', 'unknown-organization'],
    ['nobody/secretariat', 'unknown-organization'],
    ['secretariat', 'ambiguous-organization'],
  ])('is not read by %s, whom nobody knows', async (actor, code) => {
    const answer = await ask('GET', '/api/cycles', { headers: { 'x-actor': actor } })
    expect([answer.status, await answer.json()]).toMatchObject([400, { code }])
  })

  it('is read by nobody away from this machine', async () => {
    for (const path of paths()) expect([path, (await ask('GET', addressOf(path), { from: '192.0.2.7' })).status]).toStrictEqual([path, 401])
  })

  it('that the Office wrote for its own people is not given to a ministry of the same organization', async () => {
    const answers = ['ilo/auditor', 'ilo/ministry:FRA'].map(async (actor) => (await as(actor, '/cycles/:id/paper/:file')).status)
    expect(await Promise.all(answers)).toStrictEqual([200, 404])
  })
})
