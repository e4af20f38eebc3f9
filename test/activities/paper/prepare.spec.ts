import { describe, expect, it } from 'vitest'
import { nextCycleStep, takeCycleStep } from '../../../activities/cycle/cycle-step.ts'
import { foldCycle } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { submitReport } from '../../../activities/obligation/submit-report.ts'
import { openPaper } from '../../../activities/paper/prepare.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, secretariat } from '../../support/memory-house.ts'
import { houseOfPapers } from '../../support/paper.ts'
import { announcedSession } from '../../support/plan.ts'
import { unzip } from '../../support/unzip.ts'

const cycle = 'ilo:fp'

/** Takes every step that is due. */
async function keepUp({ office }: Pick<Awaited<ReturnType<typeof houseOfPapers>>, 'office'>) {
  for (let step = await nextCycleStep(office, cycle); step.kind === 'step' && step.waitMs === 0; ) step = await takeCycleStep(office, cycle, step)
}

const prepared = ({ log }: Pick<Awaited<ReturnType<typeof houseOfPapers>>, 'log'>) =>
  log.events
    .filter(({ type }) => type === 'PaperPrepared')
    .map(({ data }) => data as { session: string; dueOn: string; papers: { language: 'ar'; format: 'html' | 'docx'; id: string }[] })

describe('the papers of a plan', () => {
  it('are ready thirty days before each session of the body that lies ahead, and not a day earlier', async () => {
    const house = await houseOfPapers()
    house.turn('2023-09-29')
    await keepUp(house)
    expect(prepared(house)).toStrictEqual([])
    house.turn('2023-09-30')
    await keepUp(house)
    expect(prepared(house).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([['ilo:gb-349', '2023-09-30']])
    house.turn('2024-02-03')
    await keepUp(house)
    expect(prepared(house).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([
      ['ilo:gb-349', '2023-09-30'],
      ['ilo:gb-350', '2024-02-03'],
    ])
  })

  it('are sealed as the files that the policy names, before the event names them', async () => {
    const house = await houseOfPapers()
    await keepUp(house)
    const [{ papers } = { papers: [] }] = prepared(house)
    const [arabic, french] = papers
    if (arabic === undefined || french === undefined) throw new TypeError('Two papers were asked for')
    expect(papers.map(({ language, format }) => [language, format])).toStrictEqual([
      ['ar', 'html'],
      ['fr', 'docx'],
    ])
    const page = await openPaper(house.office, arabic)
    expect(page?.mediaType).toBe('text/html; charset=utf-8')
    expect(new TextDecoder().decode(page?.bytes)).toContain('<html lang="ar" dir="rtl">')
    const word = await openPaper(house.office, french)
    expect(unzip(word?.bytes ?? new Uint8Array()).find(({ name }) => name === 'word/document.xml')?.text).toContain('rapport sur l’état d’avancement')
  })

  it('are prepared once: a step whose answer was lost, and one taken again, record nothing more', async () => {
    const house = await houseOfPapers()
    const step = await nextCycleStep(house.office, cycle)
    if (step.kind !== 'step') throw new TypeError('A paper is due')
    house.log.loseAnswer = true
    await expect(takeCycleStep(house.office, cycle, step)).rejects.toThrow('lost')
    await takeCycleStep(house.office, cycle, step)
    await keepUp(house)
    expect(prepared(house).filter(({ session }) => session === 'ilo:gb-349')).toHaveLength(1)
  })

  it('are those of the first run where two runs meet, and all that the event names can be opened', async () => {
    const house = await houseOfPapers()
    const step = await nextCycleStep(house.office, cycle)
    if (step.kind !== 'step') throw new TypeError('A paper is due')
    house.log.meanwhile = async () => {
      // Between reading and appending something is reported and another run takes the step: its papers tell of it.
      const answer = { doneOn: '2024-02-01', summary: 'Told in between' }
      await submitReport(house.office, by(secretariat, 'in between'), 'ilo:fp-1:output:office', answer)
      await takeCycleStep(house.office, cycle, step)
    }
    await takeCycleStep(house.office, cycle, step)
    const [first, ...others] = prepared(house).filter(({ session }) => session === 'ilo:gb-349')
    expect(others).toStrictEqual([])
    const [page] = first?.papers ?? []
    const opened = page === undefined ? null : await openPaper(house.office, page)
    expect(new TextDecoder().decode(opened?.bytes)).toContain('Told in between')
  })

  it('are prepared again for a session that moved', async () => {
    const house = await houseOfPapers()
    await keepUp(house)
    await importFacts(house.office, [announcedSession('gb-350', '2024-04-08', '2024-04-18')], day('2024-02-04'))
    house.turn('2024-03-09')
    await keepUp(house)
    expect(prepared(house).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([
      ['ilo:gb-349', '2023-09-30'],
      ['ilo:gb-350', '2024-02-03'],
      ['ilo:gb-350', '2024-03-09'],
    ])
    const { histories } = await house.log.read([`cycle/${cycle}`])
    expect(foldCycle(histories[0])).toMatchObject({ papers: [{ session: 'ilo:gb-349' }, { session: 'ilo:gb-350' }, { dueOn: '2024-03-09' }] })
  })

  it('are one file in a rehearsal, without a position', async () => {
    const house = await houseOfPapers(true)
    await keepUp(house)
    const [{ papers } = { papers: [] }] = prepared(house)
    expect(papers.map(({ language, format }) => [language, format])).toStrictEqual([['en', 'html']])
    const [paper] = papers
    const page = paper === undefined ? null : await openPaper(house.office, paper)
    expect(new TextDecoder().decode(page?.bytes)).not.toMatch(/position <bdi/)
  })
})
