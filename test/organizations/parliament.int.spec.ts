import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { deliverLetter } from '../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { nextStep, takeStep } from '../../activities/obligation/take-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { listCaptured } from '../../infra/mail/captured-mail.ts'
import { parliamentSeeds } from '../infra/seeds/seeds-copy.ts'
import { askOf, type Fault, webAppOn } from '../support/web-app.ts'
import { createWebInstallation, type WebInstallation } from '../support/web-installation.ts'

const transport = 'parliament:reports-7.1:government-response:dept-transport'
const islands = 'parliament:reports-7.2:government-response:dept-7'

/** From its seeds alone, on real PostgreSQL, with real views, pages and mail. What happens, happens in the order of these tests. */
describe('a parliament in two languages, followed from its seeds alone', () => {
  let installation: WebInstallation
  let ask: ReturnType<typeof askOf>
  let faults: Fault[]

  beforeAll(async () => {
    installation = await createWebInstallation('live', '2026-02-02', parliamentSeeds)
    const { app, faults: logged } = await webAppOn(installation)
    ask = askOf(app)
    faults = logged
  })
  afterAll(async () => {
    expect(faults).toStrictEqual([])
    await installation.close()
  })

  const give = async (actor: string, path: string, body: unknown) => {
    const answer = await ask('POST', path, { headers: { 'x-actor': actor }, body })
    return [answer.status, await answer.json()] as const
  }
  const report = (id: string) => `/api/obligations/${encodeURIComponent(id)}`
  /** The words of a page without its marks. */
  const page = async (path: string): Promise<string> => {
    const answer = await ask('GET', path)
    expect(answer.status).toBe(200)
    return answer.text()
  }
  const words = async (path: string): Promise<string> =>
    (await page(path))
      .replaceAll(/<[^>]+>/g, '')
      .replaceAll('\u2068', '')
      .replaceAll('\u2069', '')
  /** The day begins; what is due is taken, and letters are delivered. */
  async function begin(date: string): Promise<readonly string[]> {
    const { office, clock, dataDirectory } = installation
    const before = (await listCaptured(dataDirectory)).length
    clock.moveTo(day(date))
    for (const obligation of [transport, islands])
      for (let step = await nextStep(office, obligation); step.kind === 'step' && step.waitMs === 0; ) step = await takeStep(office, obligation, step)
    for (const party of ['parliament:dept-transport', 'parliament:dept-7'])
      for (let next = await nextLetter(office, party); next.kind === 'deliver'; next = await nextLetter(office, party))
        await deliverLetter(office, next.letter, AbortSignal.timeout(30_000))
    return (await listCaptured(dataDirectory)).slice(before).map(({ subject }) => subject)
  }
  const limits = async (id: string) => {
    const answer = await ask('GET', `/api/obligations/${encodeURIComponent(id)}/explanation`)
    return ((await answer.json()) as { limits: { limit: string; dueOn: string }[] }).limits.map(({ limit, dueOn }) => `${limit} ${dueOn}`)
  }

  it('opens what its rows ask, without a day and without a letter', async () => {
    expect(await give('secretariat', '/api/commands/open-plan', { cycle: 'parliament:reports' })).toMatchObject([201, { id: 'parliament:reports' }])
    expect(await limits(transport)).toStrictEqual([])
    expect(await begin('2026-02-02')).toStrictEqual([])
  })

  it.each([
    { language: 'en', waits: 'Last day for the response: no day yet. It is set once “Report tabled” (report-7) is on record and enough days' },
    { language: 'fr', waits: 'Dernier jour pour la réponse : pas encore de date. Elle est fixée dès que le fait « Rapport déposé » (report-7) est enregistré' },
    // The parliament has no words in Arabic: its fallback stands, in the sentences of an Arabic page.
    { language: 'ar', waits: 'Last day for the response: لا موعد بعدُ' },
  ])('says on its page in $language what the day waits for', async ({ language, waits }) =>
    expect((await words(`/obligations/${transport}?lang=${language}`)).replaceAll('\u00a0', ' ')).toContain(waits),
  )

  it('counts the day from the tabling, once it is on record, and sends each department a request in its language', async () => {
    installation.clock.moveTo(day('2026-02-03'))
    const tabled = { organization: 'parliament', type: 'report-tabled', about: 'report-7', on: '2026-02-03' }
    const [status, shown] = await give('secretariat', '/api/commands/record-event/preview', tabled)
    expect([status, (shown as { records: { stream: string }[] }).records.map(({ stream }) => stream)]).toStrictEqual([
      200,
      ['occurrence/parliament:report-tabled:report-7', `obligation/${transport}`, `obligation/${islands}`],
    ])
    expect(await limits(transport)).toStrictEqual([])
    expect(await give('secretariat', '/api/commands/record-event', tabled)).toMatchObject([201, {}])
    expect(await limits(transport)).toStrictEqual(['response 2026-05-07'])
    expect(await begin('2026-02-03')).toStrictEqual([
      'A response is requested: That the Department of Transport publish the timetable of the ferries (Department of Transport)',
      'Une réponse est demandée : Que le ministère des Îles répare les quais (Ministère des Îles)',
    ])
  })

  it.each([
    { language: 'en', last: '7 May 2026', counted: '60 days and 6 sitting days after “Report tabled”, 3 February 2026.' },
    { language: 'fr', last: '7 mai 2026', counted: '60 jours et 6 jours de séance après le fait « Rapport déposé », le 3 février 2026.' },
    { language: 'ar', last: '٧ أيار/مايو ٢٠٢٦', counted: '«Report tabled»' },
  ])('shows in $language when the response is due, and how that is counted', async ({ language, last, counted }) => {
    const shown = (await words(`/obligations/${transport}?lang=${language}`)).replaceAll('\u00a0', ' ')
    expect(shown).toContain(last)
    expect(shown).toContain(counted)
    expect(await page(`/obligations/${transport}?lang=${language}`)).toContain(`<html lang="${language}"`)
  })

  it.each([
    {
      language: 'en',
      said: ['Reports of committees (fictional)', 'That the Department of the Islands repair the wharves.', 'Response to a committee’s report'],
    },
    { language: 'fr', said: ['Rapports des commissions (fictifs)', 'Que le ministère des Îles répare les quais.', 'Réponse au rapport d’une commission'] },
    { language: 'ar', said: ['Reports of committees (fictional)', 'That the Department of the Islands repair the wharves.'] },
  ])('shows its plan in $language', async ({ language, said }) => {
    const shown = await words(`/cycles/parliament%3Areports?lang=${language}`)
    for (const each of said) expect(shown).toContain(each)
  })

  it('takes the response of a department from its own focal point, and from no other', async () => {
    installation.clock.moveTo(day('2026-04-20'))
    const response = { respondedOn: '2026-04-17', response: 'Les quais sont réparés.' }
    expect(await give('ministry:dept-transport', `${report(islands)}/reports`, response)).toMatchObject([403, { code: 'not-allowed' }])
    expect(await give('ministry:dept-7', `${report(islands)}/reports`, response)).toMatchObject([201, { missing: [], obligation: { status: 'discharged' } }])
    expect(await give('reviewer', `${report(islands)}/reports/acceptance`, {})).toMatchObject([200, { obligation: { reports: [{ review: 'accepted' }] } }])
    expect(await words(`/obligations/${islands}?lang=fr`)).toContain('Jour de la réponse')
  })

  it('acknowledges it by letter where the secretariat has it acknowledged, and recalls only what is still owed', async () => {
    expect(await give('secretariat', `${report(islands)}/reports/acknowledgement`, {})).toMatchObject([200, {}])
    const [acknowledgement, ...others] = await begin('2026-04-20')
    expect([acknowledgement, others]).toStrictEqual([expect.stringContaining('Ministère des Îles'), []])
    expect(await begin('2026-05-07')).toStrictEqual([])
    expect(await begin('2026-05-08')).toStrictEqual([expect.stringContaining('Department of Transport')])
    expect(await words(`/obligations/${transport}?lang=en`)).toContain('Reminder')
  })
})
