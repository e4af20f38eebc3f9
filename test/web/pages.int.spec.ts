import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../domain/calendar/calendar-date.ts'
import { complete } from '../support/r202.ts'
import { askOf, rehearsalOf, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

describe('pages', () => {
  let live: WebInstallation
  let played: WebInstallation
  let ask: ReturnType<typeof askOf>

  beforeAll(async () => {
    live = await createWebInstallation('live', '2026-11-22')
    await live.open('R202', '2026-11-22')
    await live.open('C193', '2026-11-22')
    played = await createWebInstallation('rehearsal', '2012-06-14')
    await played.open('R202', '2012-06-14')
    await played.begin('2012-08-01', ['FRA', 'KEN'], 'R202')
    played.clock.moveTo(day('2013-02-20'))
    await played.report('FRA', 'R202', complete('2013-02-05'))
    await played.begin('2013-12-14', ['KEN'], 'R202')
    ask = askOf((await webAppOn(live, [rehearsalOf('r202', played)])).app)
  })
  afterAll(async () => {
    await live.close()
    await played.close()
  })

  const page = async (path: string, headers: Record<string, string> = {}) => {
    const answer = await ask('GET', path, { headers })
    expect(answer.status).toBe(200)
    return answer.text()
  }

  it('show the rehearsal beside the live installation, labelled synthetic, and the live installation without that label', async () => {
    const first = await page('/')
    expect(first.match(/Synthetic: rehearsal/g)).toHaveLength(1)
    expect(first).toContain('href="/rehearsals/r202/cycles/ilo%3Ar202"')
    expect(await page('/rehearsals/r202/cycles/ilo:r202')).toContain('made up in order to play the whole cycle')
    expect(await page('/cycles/ilo:r202')).not.toContain('Synthetic')
  })

  it('say of States whose steps all lay before tracking began that nothing is recorded here, and blame nobody', async () => {
    const list = await page('/cycles/ilo:r202')
    expect(list).toContain('Nothing recorded here: before tracking began')
    expect(list).toContain('This is no finding about any State.')
    expect(list).not.toContain('Last date passed')
    const one = await page('/obligations/ilo:R202:submission:FRA')
    expect(one).toContain('This is no finding about anybody')
    expect(`${list}${one}`).not.toMatch(/default|overdue|breach|violat/i)
  })

  it('list every State in the order of the language, in less than 100 kB', async () => {
    for (const [lang, first, count] of [
      ['en', 'Afghanistan', 185],
      ['ar', 'آيسلندا', 185],
    ] as const) {
      const list = await page(`/cycles/ilo:r202?lang=${lang}`)
      expect(list.match(/<li><a href="\/obligations\//g)).toHaveLength(count)
      expect(Buffer.byteLength(list)).toBeLessThan(100_000)
      expect(/<ol class="states"><li><a href="[^"]+">([^<]+)</.exec(list)?.[1]).toBe(first)
    }
  })

  it('show the States of one stage alone', async () => {
    const list = await page('/rehearsals/r202/cycles/ilo:r202?stage=inTime')
    expect(list.match(/<li><a href="\/rehearsals\/r202\/obligations\//g)).toHaveLength(1)
    expect(list).toContain('/rehearsals/r202/obligations/ilo:R202:submission:FRA')
  })

  it('derive the dates as a lawyer would, with the printed date and what is not certain', async () => {
    const one = await page('/obligations/ilo:R202:submission:FRA')
    expect(one).toContain('<time datetime="2013-06-13">')
    expect(one).toContain('قبل ١٣ حزيران/ يونيه ٢٠١٣')
    expect(one).toContain('sources disagree on this date')
    expect(one).toContain('Unconfirmed: no source says yet')
    const newest = await page('/obligations/ilo:C193:submission:FRA')
    expect(newest).toContain('Provisional: the actual closing of the session is not on record yet')
    expect(newest).toContain('inferred, not yet confirmed')
  })

  it('tell what happened, what became of the letters, and show a letter as it was sent', async () => {
    const one = await page('/rehearsals/r202/obligations/ilo:R202:submission:FRA')
    for (const said of ['Letter written: Request for information', 'A report was received', 'the obligation is discharged', 'by the Government'])
      expect(one).toContain(said)
    const [, address = ''] = /href="(\/rehearsals\/r202\/letters\/[^"]+)"/.exec(one) ?? []
    const letter = await page(address)
    expect(letter).toContain('sandbox=""')
    expect(letter).toContain('Message-ID')
    const content = await ask('GET', `${address}/content`)
    expect(content.headers.get('content-security-policy')).toBe("default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'self'")
    expect(content.headers.get('cache-control')).toBe('no-store')
    expect(await content.text()).toContain('<!DOCTYPE html>')
    expect((await ask('GET', address, { from: '192.0.2.7' })).status).toBe(401)
    expect(await page('/rehearsals/r202/letters')).toContain('Accepted by the relay')
  })

  it.each([
    ['fr-CH, fr;q=0.9, en;q=0.8', 'fr', 'ltr', 'Ce que les États et d’autres doivent'],
    ['de, es;q=0.4', 'es', 'ltr', 'Qué deben los Estados'],
    ['ar', 'ar', 'rtl', 'ما على الدول'],
    ['zz', 'en', 'ltr', 'What States and others owe'],
  ])('speak the language that the browser asks for: %s', async (header, lang, dir, said) => {
    const first = await page('/', { 'accept-language': header })
    expect(first).toContain(`<html lang="${lang}" dir="${dir}">`)
    expect(first).toContain(said)
  })

  it('keep the language that was chosen', async () => {
    const chosen = await ask('GET', '/?lang=ar')
    const [cookie = ''] = (chosen.headers.get('set-cookie') ?? '').split(';')
    expect(await page('/letters', { cookie, 'accept-language': 'fr' })).toContain('<html lang="ar" dir="rtl">')
  })

  it('run no script, fetch nothing from elsewhere, and are not sent twice to who has them', async () => {
    const answer = await ask('GET', '/')
    const html = await answer.text()
    expect(html).not.toMatch(/<script|style="|https?:\/\//)
    expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
    const again = await ask('GET', '/', { headers: { 'if-none-match': answer.headers.get('etag') ?? '' } })
    expect(again.status).toBe(304)
    const [, look = ''] = /href="(\/assets\/look[^"]+)"/.exec(html) ?? []
    const style = await ask('GET', look)
    expect([style.status, style.headers.get('cache-control')]).toStrictEqual([200, 'public, max-age=31536000, immutable'])
    expect(await style.text()).toContain('--ilo-blue:rgba(30, 45, 190, 1)')
  })

  it.each(['/nothing', '/cycles/ilo:none', '/obligations/ilo:R202:submission:TON', '/letters/none', '/rehearsals/none/letters', '/assets/none.css'])(
    'answer %s with a page that says that there is no such page',
    async (path) => {
      const answer = await ask('GET', path)
      expect([answer.status, (await answer.text()).includes('There is no such page')]).toStrictEqual([404, true])
    },
  )
})
