import { mkdir } from 'node:fs/promises'
import { join } from 'node:path'
import axe from 'axe-core'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../../domain/principal.ts'
import { serveWeb, type WebServer } from '../../infra/web-server/serve-web.ts'
import { type OpenBrowser, openBrowser } from '../support/browser.ts'
import { complete } from '../support/r202.ts'
import { rehearsalOf, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

/** Set it to look at the pages oneself. */
const pictures = process.env.PICTURES

describe('pages in a browser', () => {
  let live: WebInstallation
  let played: WebInstallation
  let server: WebServer
  let browser: OpenBrowser
  const outside: string[] = []

  beforeAll(async () => {
    live = await createWebInstallation('live', '2026-11-22')
    for (const instrument of ['R202', 'C192', 'C193']) await live.open(instrument, '2026-11-22')
    await openPlan(
      live.office,
      { commandId: 'open/ilo:sp', principal: systemPrincipal('seeds') },
      { cycle: 'ilo:sp', trackedFrom: day('2026-11-22'), synthetic: false },
    )
    played = await createWebInstallation('rehearsal', '2012-06-14')
    await play(played)
    const { app } = await webAppOn(live, [rehearsalOf('r202', played)])
    server = await serveWeb({ app, port: 0 })
    browser = await openBrowser()
    browser.context.on('request', (request) => {
      if (!request.url().startsWith(server.url) && !request.url().startsWith('data:')) outside.push(request.url())
    })
  })
  afterAll(async () => {
    await browser?.close()
    await server?.close()
    await live?.close()
    await played?.close()
  })

  const pages = [
    ['cycles', '/'],
    ['cycle-untracked', '/cycles/ilo:r202'],
    ['cycle-running', '/cycles/ilo:c193'],
    ['cycle-rehearsed', '/rehearsals/r202/cycles/ilo:r202'],
    ['obligation-untracked', '/obligations/ilo:R202:submission:FRA'],
    ['obligation-provisional', '/obligations/ilo:C193:submission:FRA'],
    ['obligation-discharged', '/rehearsals/r202/obligations/ilo:R202:submission:FRA'],
    ['obligation-incomplete', '/rehearsals/r202/obligations/ilo:R202:submission:KEN'],
    ['plan', '/cycles/ilo:sp'],
    ['obligation-of-row', '/obligations/ilo:sp-4.4:indicator:office'],
    ['letters', '/rehearsals/r202/letters'],
    ['letter', 'the first letter'],
    ['operations', '/operations'],
    ['missing', '/nothing'],
  ] as const

  for (const lang of ['en', 'ar'])
    it.each(pages)(`have nothing that keeps people out, on a phone and on a desk, in ${lang}: %s`, async (name, address) => {
      const page = await browser.context.newPage()
      try {
        for (const width of [360, 1280]) {
          await page.setViewportSize({ width, height: 800 })
          const path = address === 'the first letter' ? await firstLetter(page) : address
          await page.goto(`${server.url}${path}?lang=${lang}`)
          expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(width)
          expect(await barriersOn(page)).toStrictEqual([])
          if (pictures !== undefined) await picture(page, pictures, `${name}-${lang}-${width}`)
        }
      } finally {
        await page.close()
      }
    })

  it('show a letter as it was sent, and run nothing in it', async () => {
    const page = await browser.context.newPage()
    // Twice: what the browser kept from the first look must not keep the letter from the second.
    const address = `${server.url}${await firstLetter(page)}`
    await page.goto(address)
    await page.goto(address)
    expect(await page.frameLocator('iframe').locator('dl').first().textContent()).toContain('TUN')
    if (pictures !== undefined) await page.screenshot({ path: join(pictures, 'letter-frame.png') })
    await page.close()
  })

  it('fetch nothing from elsewhere', () => expect(outside).toStrictEqual([]))

  const firstLetter = async (page: Page): Promise<string> => {
    await page.goto(`${server.url}/rehearsals/r202/letters`)
    return (await page.locator('.letters a').first().getAttribute('href')) ?? ''
  }
})

/** Rules broken, each with the first element that breaks it. */
async function barriersOn(page: Page): Promise<readonly string[]> {
  // The pages run no script of their own, and let none be added: the checker comes in through the browser's own door.
  await page.evaluate(axe.source)
  const results = (await page.evaluate('axe.run(document, { iframes: false })')) as axe.AxeResults
  return results.violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)
}

async function picture(page: Page, folder: string, name: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  await page.screenshot({ path: join(folder, `${name}.png`), fullPage: !name.startsWith('cycle-') })
}

/** Two years of the cycle of R202, with an answer of each kind. */
async function play(installation: WebInstallation): Promise<void> {
  const states = ['FRA', 'KEN', 'URY', 'TUN', 'CAN', 'CIV']
  await installation.open('R202', '2012-06-14')
  await installation.begin('2012-08-01', states, 'R202')
  installation.clock.moveTo(day('2013-02-20'))
  await installation.report('FRA', 'R202', complete('2013-02-05'))
  await installation.begin('2013-06-14', states, 'R202')
  installation.clock.moveTo(day('2013-09-02'))
  await installation.report('URY', 'R202', complete('2013-08-20'))
  await installation.report('KEN', 'R202', { submitted: 'no', exceptionalCircumstances: 'Elections' })
  await installation.begin('2013-12-14', states, 'R202')
  installation.clock.moveTo(day('2014-03-03'))
  await installation.report('TUN', 'R202', complete('2014-02-11'))
  await installation.begin('2014-03-04', states, 'R202')
}
