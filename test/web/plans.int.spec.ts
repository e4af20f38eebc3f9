import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createCommandMetadata } from '../../activities/command.ts'
import { recordDecision } from '../../activities/commands/decision/record-decision.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { recordDecisionPayload } from '../../activities/decision/decision-payload.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { principalIn, systemPrincipal } from '../../domain/principal.ts'
import { askOf, type Fault, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const indicator = 'ilo:sp-4.4:indicator:office'
const output = 'ilo:sp-3.5:output:office'

/** The plan on social protection of the seeds and the Ankara recommendations, open since 2021, on a day of 2026. */
describe('plans on pages and over HTTP', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let faults: Fault[]

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2022-01-03')
    for (const cycle of ['ilo:sp', 'oic:oic'])
      await openPlan(
        installation.office,
        { commandId: `open/${cycle}`, principal: systemPrincipal('seeds') },
        { cycle, trackedFrom: day('2022-01-03'), synthetic: false },
      )
    const { app, faults: logged } = await webAppOn(installation)
    ask = askOf(app)
    faults = logged
    installation.clock.moveTo(day('2026-11-22'))
  })
  afterAll(async () => {
    expect(faults).toStrictEqual([])
    await installation.close()
  })

  const page = async (path: string): Promise<string> => {
    const answer = await ask('GET', path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const json = async (path: string) => {
    const answer = await ask('GET', path)
    expect(answer.status).toBe(200)
    return answer.json()
  }
  const send = (id: string, route: string, body: unknown) =>
    ask('POST', `/api/obligations/${encodeURIComponent(id)}/${route}`, { headers: { 'x-actor': 'secretariat' }, body })

  it('list plans beside each other with their periods, of both organizations', async () => {
    const first = await page('/')
    expect(first).toContain('href="/cycles/ilo%3Asp"')
    expect(first).toContain('1 January 2021 to 31 December 2026')
    expect(first).toContain('no end is printed')
    expect(await json('/api/cycles')).toMatchObject({
      cycles: [
        { id: 'ilo:sp', type: 'plan', instrument: null, status: 'open' },
        { id: 'oic:oic', organization: 'oic', instrument: null, session: null },
      ],
    })
  })

  it('show every row as printed beside our words, with its timing as printed and as read', async () => {
    const list = await page('/cycles/ilo%3Asp')
    const { rows } = (await json('/api/cycles/ilo%3Asp/rows')) as { rows: { id: string; printed: { text: string } }[] }
    expect(list.match(/<article class="row"/g)).toHaveLength(rows.length)
    expect(list).toContain('<blockquote class="printed" lang="ar" dir="rtl">')
    expect(list).toMatch(/id="row-2\.1"/)
    expect(list).toContain('read as: 2021 to 2026')
    expect(list).toContain('href="/obligations/ilo:sp-3.5:output:office"')
    expect((await ask('GET', '/api/cycles/ilo%3Ar202/rows')).status).toBe(404)
  })

  it('show the rows of one stage alone, and count obligations, not States', async () => {
    const undated = await page('/cycles/oic%3Aoic?stage=undated')
    expect(undated).toContain('122 obligations')
    const done = await page('/cycles/oic%3Aoic?stage=inTime')
    expect(done.match(/<article class="row"/g)).toBeNull()
  })

  it.each(['fr', 'es', 'ar'] as const)('speak %s on every page of a plan', async (language) => {
    for (const path of ['/', '/cycles/ilo%3Asp', `/obligations/${output}`]) expect(await page(`${path}?lang=${language}`)).toContain(`<html lang="${language}"`)
  })

  it('show an obligation of a row with its source, its days and what a report holds', async () => {
    const one = await page(`/obligations/${output}`)
    for (const said of ['Output of a plan', 'International Labour Office', 'Delivered on', '31 December 2026', 'The last day of the timing'])
      expect(one).toContain(said)
    expect(one).toContain('href="/cycles/ilo%3Asp#row-3.5"')
    expect(await page(`/obligations/${encodeURIComponent('ilo:sp-§15:indicator:office')}`)).toContain('Indicator with a target')
  })

  it('answer where an obligation of a row stands, with its form and no closing', async () => {
    const answer = (await json(`/api/obligations/${output}`)) as Record<string, unknown>
    expect(answer).toMatchObject({
      ...{ instrument: null, request: 'sp-3.5', row: '3.5', kind: 'output', party: 'office', status: 'open', asOf: '2026-11-22' },
      limits: [{ limit: 'due', dueOn: '2026-12-31', provisional: false }],
      dimensions: { legalClock: 'running', discharged: false },
      form: { performedOn: 'deliveredOn' },
      partyName: { en: 'International Labour Office' },
    })
    expect(answer).toMatchObject({ closing: null })
    expect(await json(`/api/obligations/${output}/explanation`)).toMatchObject({ row: '3.5', timing: { shape: 'years' }, limits: [{ dueOn: '2026-12-31' }] })
  })

  it('take a report by the questions of its kind: in parts, then complete', async () => {
    const first = await send(output, 'reports', { deliveredOn: '2026-03-02' })
    expect([first.status, await first.json()]).toMatchObject([201, { missing: ['summary'], obligation: { status: 'open', reports: [{ review: 'returned' }] } }])
    const rest = await send(output, 'reports/completion', { report: { summary: 'The evaluation was published' } })
    expect([rest.status, await rest.json()]).toMatchObject([
      201,
      { missing: [], obligation: { status: 'discharged', dimensions: { performance: { class: 'inTime' } } } },
    ])
    const one = await page(`/obligations/${output}`)
    expect(one).toContain('Done in time')
    expect(one).toContain('The day on which it was done, according to the report')
    expect(one).not.toContain('The evaluation was published')
  })

  it('show an observation that does not reach its target as what it is', async () => {
    expect((await send(indicator, 'reports', { observedOn: '2026-06-30', value: 64, basis: 'A count' })).status).toBe(201)
    const one = await page(`/obligations/${indicator}`)
    expect(one).toContain('Observed; target not reached yet')
    expect(one).toContain('Value: <bdi>64</bdi>')
    const twice = await send(indicator, 'reports', { observedOn: '2026-06-30', value: 65, basis: 'Another count' })
    expect([twice.status, await twice.json()]).toMatchObject([409, { code: 'already-observed' }])
  })

  describe('say of an obligation that a decision released', () => {
    const released = 'ilo:sp-§24(2):recurrent-discussion:office:3'
    const path = `/obligations/${encodeURIComponent(released)}`
    const mayMove = /may still move|Provisional/

    beforeAll(async () => {
      await decide('8', { moves: [{ obligation: released, session: 'ilo:gb-358' }] })
      expect(await page(path)).toMatch(mayMove)
      await decide('9', { releases: [{ obligation: released }] })
    })

    const decide = async (paragraph: string, brought: object) => {
      const decided = recordDecisionPayload.parse({ session: 'ilo:gb-356', paragraph, text: 'Fictional', ...brought })
      await recordDecision(
        installation.office,
        createCommandMetadata(principalIn({ role: 'secretariat', id: 'secretariat' }, 'ilo', 'http'), 'record-decision', paragraph, decided),
        decided,
      )
    }

    it.each([
      { language: 'en', says: 'Ended by a decision: nothing is owed' },
      { language: 'fr', says: 'Éteinte par une décision' },
      { language: 'es', says: 'Extinguida por una decisión' },
      { language: 'ar', says: 'انقضى بقرار' },
    ])('so in $language, on its own page and among the rows of its plan', async ({ language, says }) => {
      expect(await page(`${path}?lang=${language}`)).toContain(says)
      expect(await page(`/cycles/ilo%3Asp?stage=released&lang=${language}`)).toContain(says)
    })

    it('with the reason, and no day ahead or that may still move', async () => {
      const one = await page(path)
      expect(one).toContain('The obligation was released: nothing is owed any more')
      expect(one).toContain('No further date.')
      expect(one).not.toMatch(mayMove)
      expect(await json(`/api${path}`)).toMatchObject({ status: 'released', dimensions: { next: null, overdue: false, discharged: false } })
    })
  })

  it.each([
    ['a field of no such name', { doneBy: 'us' }, 'doneBy'],
    ['a day that does not exist', { observedOn: '2026-02-30' }, 'observedOn'],
    ['a number in words', { report: { value: 'sixty' } }, 'report.value'],
    ['a question that is called as the wrapping', { report: 'no report' }, 'report'],
  ])('turn away %s with its path, and record nothing', async (_, body, path) => {
    const head = await installation.office.log.head()
    const answer = await send(indicator, 'reports', body)
    const { code, problems } = (await answer.json()) as { code: string; problems: { path: string }[] }
    expect([answer.status, code, problems.map((each) => each.path), await installation.office.log.head()]).toStrictEqual([400, 'malformed', [path], head])
  })
})
