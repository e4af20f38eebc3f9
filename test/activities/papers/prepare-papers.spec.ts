import { describe, expect, it } from 'vitest'
import { nextCycleStep, takeCycleStep } from '../../../activities/cycle/cycle-step.ts'
import { foldPlan } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { openPaper } from '../../../activities/papers/prepare-papers.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { contextOfPapers } from '../../support/paper.ts'
import { announcedSession } from '../../support/plan.ts'
import { unzip } from '../../support/unzip.ts'

const cycle = 'ilo:fp'

/** Takes every step that is due. */
async function keepUp({ office }: Pick<Awaited<ReturnType<typeof contextOfPapers>>, 'office'>) {
  for (let step = await nextCycleStep(office, cycle); step.kind === 'step' && step.waitMs === 0; ) step = await takeCycleStep(office, cycle, step)
}

const prepared = ({ log }: Pick<Awaited<ReturnType<typeof contextOfPapers>>, 'log'>) =>
  log.events
    .filter(({ type }) => type === 'PaperPrepared')
    .map(({ data }) => data as { session: string; dueOn: string; papers: { language: 'ar'; format: 'html' | 'docx'; id: string }[] })

describe('the papers of a plan', () => {
  it('are ready thirty days before each session of the body that lies ahead, and not a day earlier', async () => {
    const context = await contextOfPapers()
    context.turn('2023-09-29')
    await keepUp(context)
    expect(prepared(context)).toStrictEqual([])
    context.turn('2023-09-30')
    await keepUp(context)
    expect(prepared(context).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([['ilo:gb-349', '2023-09-30']])
    context.turn('2024-02-03')
    await keepUp(context)
    expect(prepared(context).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([
      ['ilo:gb-349', '2023-09-30'],
      ['ilo:gb-350', '2024-02-03'],
    ])
  })

  it('are encrypted as the files that the policy names, before the event names them', async () => {
    const context = await contextOfPapers()
    await keepUp(context)
    const [{ papers } = { papers: [] }] = prepared(context)
    const [arabic, french] = papers
    if (arabic === undefined || french === undefined) throw new TypeError('Two papers were asked for')
    expect(papers.map(({ language, format }) => [language, format])).toStrictEqual([
      ['ar', 'html'],
      ['fr', 'docx'],
    ])
    const page = await openPaper(context.office, arabic)
    expect(page?.mediaType).toBe('text/html; charset=utf-8')
    expect(new TextDecoder().decode(page?.bytes)).toContain('<html lang="ar" dir="rtl">')
    const word = await openPaper(context.office, french)
    expect(unzip(word?.bytes ?? new Uint8Array()).find(({ name }) => name === 'word/document.xml')?.text).toContain('rapport sur l’état d’avancement')
  })

  it('are prepared once: a step whose answer was lost, and one taken again, record nothing more', async () => {
    const context = await contextOfPapers()
    const step = await nextCycleStep(context.office, cycle)
    if (step.kind !== 'step') throw new TypeError('A paper is due')
    context.log.loseAnswer = true
    await expect(takeCycleStep(context.office, cycle, step)).rejects.toThrow('lost')
    await takeCycleStep(context.office, cycle, step)
    await keepUp(context)
    expect(prepared(context).filter(({ session }) => session === 'ilo:gb-349')).toHaveLength(1)
  })

  it('are those of the first run where two runs meet, and all that the event names can be opened', async () => {
    const context = await contextOfPapers()
    const step = await nextCycleStep(context.office, cycle)
    if (step.kind !== 'step') throw new TypeError('A paper is due')
    context.log.meanwhile = async () => {
      // Between reading and appending something is reported and another run takes the step: its papers tell of it.
      const answer = { doneOn: '2024-02-01', summary: 'Told in between' }
      await submitReport(context.office, by(secretariat, 'in between'), 'ilo:fp-1:output:office', answer)
      await takeCycleStep(context.office, cycle, step)
    }
    await takeCycleStep(context.office, cycle, step)
    const [first, ...others] = prepared(context).filter(({ session }) => session === 'ilo:gb-349')
    expect(others).toStrictEqual([])
    const [page] = first?.papers ?? []
    const opened = page === undefined ? null : await openPaper(context.office, page)
    expect(new TextDecoder().decode(opened?.bytes)).toContain('Told in between')
  })

  it('are prepared again for a session that moved', async () => {
    const context = await contextOfPapers()
    await keepUp(context)
    await importFacts(context.office, [announcedSession('gb-350', '2024-04-08', '2024-04-18')], day('2024-02-04'))
    context.turn('2024-03-09')
    await keepUp(context)
    expect(prepared(context).map(({ session, dueOn }) => [session, dueOn])).toStrictEqual([
      ['ilo:gb-349', '2023-09-30'],
      ['ilo:gb-350', '2024-02-03'],
      ['ilo:gb-350', '2024-03-09'],
    ])
    const { histories } = await context.log.read([`plan/${cycle}`])
    expect(foldPlan(histories[0])).toMatchObject({ papers: [{ session: 'ilo:gb-349' }, { session: 'ilo:gb-350' }, { dueOn: '2024-03-09' }] })
  })

  it('are one file in a rehearsal, without a position', async () => {
    const context = await contextOfPapers(true)
    await keepUp(context)
    const [{ papers } = { papers: [] }] = prepared(context)
    expect(papers.map(({ language, format }) => [language, format])).toStrictEqual([['en', 'html']])
    const [paper] = papers
    const page = paper === undefined ? null : await openPaper(context.office, paper)
    expect(new TextDecoder().decode(page?.bytes)).not.toMatch(/position <bdi/)
  })
})
