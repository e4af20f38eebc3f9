import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { nextCycleStep, takeCycleStep } from '../../activities/cycle/cycle-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import { unzip } from '../support/unzip.ts'
import { askOf, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const word = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

describe('the papers on a plan’s page', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let page: string

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2021-11-12')
    const metadata = { commandId: 'open/ilo:sp', principal: systemPrincipal('seeds') }
    await openPlan(installation.office, metadata, { cycle: 'ilo:sp', trackedFrom: day('2021-11-12'), synthetic: false })
    // The first session ahead that the seeds know to the day opens on 30 October 2023.
    installation.clock.moveTo(day('2023-09-30'))
    for (let step = await nextCycleStep(installation.office, 'ilo:sp'); step.kind === 'step' && step.waitMs === 0; )
      step = await takeCycleStep(installation.office, 'ilo:sp', step)
    ask = askOf((await webAppOn(installation)).app)
    page = await (await ask('GET', '/cycles/ilo:sp?lang=ar')).text()
  }, 120_000)
  afterAll(() => installation.close())

  const linked = (pattern: RegExp) => [...page.matchAll(/href="([^"]*)"/g)].map(([, href = '']) => href).filter((href) => pattern.test(href))

  it('are given as the record stands, in the language of the page, as HTML and as a file of Word', async () => {
    const [html = '', docx = ''] = linked(/\/paper\/progress\.ar\./)
    const shown = await ask('GET', html)
    expect([shown.status, shown.headers.get('content-type')]).toStrictEqual([200, 'text/html; charset=utf-8'])
    expect(shown.headers.get('content-security-policy')).toContain("default-src 'none'; style-src 'unsafe-inline'")
    expect(await shown.text()).toContain('<html lang="ar" dir="rtl">')
    const taken = await ask('GET', docx)
    expect([taken.status, taken.headers.get('content-type'), taken.headers.get('content-disposition')]).toStrictEqual([
      200,
      word,
      'attachment; filename="progress.ar.docx"',
    ])
    expect(unzip(new Uint8Array(await taken.arrayBuffer())).some(({ name }) => name === 'word/document.xml')).toBe(true)
  })

  it('tell the follow-up to decisions for the session that comes next', async () => {
    const [html = ''] = linked(/\/follow-up\//)
    const said = await (await ask('GET', html.replace('.ar.', '.en.'))).text()
    expect(said).toContain('<title>Follow-up to decisions: report for the 349th Session of the Governing Body</title>')
  })

  it('are given as they were ready on their day, and stay so', async () => {
    const ready = linked(/\/papers\/ilo%3Agb-349\/2023-09-30\//)
    expect(ready.map((href) => href.split('/').at(-1))).toStrictEqual(['progress.ar.html', 'progress.ar.docx'])
    const [html = ''] = ready
    const first = await (await ask('GET', html)).text()
    installation.clock.moveTo(day('2023-12-01'))
    expect(await (await ask('GET', html)).text()).toBe(first)
  })

  it('are given on the loopback address only', async () => {
    for (const path of ['/cycles/ilo:sp/paper/progress.en.html', '/cycles/ilo:sp/follow-up/follow-up.en.docx'])
      expect((await ask('GET', path, { from: '192.0.2.7' })).status).toBe(401)
  })

  it.each([
    '/cycles/ilo:nothing/paper/progress.en.html',
    '/cycles/ilo:sp/paper/progress.de.html',
    '/cycles/ilo:sp/papers/ilo:gb-349/2023-09-29/progress.en.html',
  ])('are not found at %s', async (path) => expect((await ask('GET', path)).status).toBe(404))
})
