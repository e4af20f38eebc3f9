import { describe, expect, it } from 'vitest'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { foldCorrespondence, foldObligation } from '../../../activities/fold.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import { collectPaper } from '../../../activities/papers/collect-facts.ts'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import { composePaper } from '../../../documents/papers/compose-paper.ts'
import { paperHtml } from '../../../documents/papers/paper-html.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import { type Language, languages } from '../../../domain/languages.ts'
import type { KnownObligation } from '../../../domain/obligation/state.ts'
import { fieldsOf } from '../../../domain/report/form.ts'
import type { Kind } from '../../../domain/rulebook/kind.ts'
import { statusOn } from '../../../domain/status/status-on.ts'
import { tallyByKind } from '../../../domain/status/tally.ts'
import { readPageCatalogs } from '../../../infra/locales/read-page-catalogs.ts'
import { readPaperCatalogs } from '../../../infra/locales/read-paper-catalogs.ts'
import type { PageCatalog } from '../../../web/page-catalog.ts'
import { ObligationPage } from '../../../web/pages/obligation-page.tsx'
import type { PageContext } from '../../../web/pages/page-context.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { by, ministry } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { contextOfPlan, followed, inFour, kinds, plan, row } from '../../support/plan.ts'

/** A kind that the product does not know: it stands here alone, and nothing else was changed for it. */
const declaration: Kind = {
  code: 'declaration',
  name: { en: 'Declaration on territories', fr: 'Déclaration sur les territoires', es: 'Declaración sobre territorios', ar: 'إعلان بشأن الأقاليم' },
  owedBy: ['member'],
  limits: [{ limit: 'declared', from: 'timing', name: inFour('declared') }],
  letters: [
    { letter: 'request', from: 'timing-begins', days: 0 },
    { letter: 'reminder', from: { limit: 'declared' }, days: 1 },
  ],
  report: {
    fields: [
      { name: 'declaredOn', type: 'day', required: true, label: inFour('declared on') },
      { name: 'applies', type: 'yes-no', required: true, label: { en: 'It applies', fr: 'Elle s’applique', es: 'Se aplica', ar: 'ينطبق' } },
      { name: 'text', type: 'words', required: false, label: inFour('text') },
    ],
    performedOn: 'declaredOn',
  },
  discharge: { by: 'complete-report' },
  answerWithin: 14,
}

const plans = [{ ...plan, code: 'np', rows: [row('35', [followed('declaration', { shape: 'year', year: 2022 }, { party: 'FRA' })])] }]
const id = 'ilo:np-35:declaration:FRA'

describe('a kind of obligation that is declared and nothing else', () => {
  it('is asked for, reminded, reported, judged by its own questions, discharged, tallied and explained', async () => {
    const context = await contextOfPlan('2022-01-01', { plans, declared: [...kinds, declaration] })
    const { office, log } = context
    const stateNow = async () => foldObligation((await log.read([`obligation/${id}`])).histories[0])

    const metadata = await nextStep(office, id)
    expect(metadata).toMatchObject({ step: 'request-timing-begins', waitMs: 0 })
    if (metadata.kind === 'step') await takeStep(office, id, metadata)
    expect(foldCorrespondence((await log.read(['correspondence/ilo:FRA'])).histories[0]).pending).toMatchObject([{ obligation: id, kind: 'request' }])
    const sent = await nextLetter(office, 'ilo:FRA')
    if (sent.kind !== 'deliver') throw new TypeError('No letter is owed')
    const item = [...context.encrypted.items].find(([key]) => key.startsWith(`letter/${sent.letter}/`))
    const facts: LetterFacts = JSON.parse(JSON.parse(item?.[1].content ?? '{}').message)
    for (const language of languages) {
      const { text, html } = composeLetter(facts, language, catalogs[language])
      for (const written of [text, html]) for (const word of [declaration.name[language], labelOf('applies', language)]) expect(written).toContain(word)
    }

    context.turn('2023-01-01')
    const reminded = await nextStep(office, id)
    expect(reminded).toMatchObject({ step: 'reminder-declared', waitMs: 0 })
    if (reminded.kind === 'step') await takeStep(office, id, reminded)

    context.turn('2023-02-01')
    const incomplete = await submitReport(office, by(ministry('FRA'), 'r1'), id, { declaredOn: '2023-01-20' })
    expect(incomplete.missing).toStrictEqual(['applies'])
    await expect(submitReport(office, by(ministry('FRA'), 'r2'), id, { submitted: 'yes' })).rejects.toThrow(/Unrecognized key/)
    const complete = await submitReport(office, by(ministry('FRA'), 'r3'), id, { declaredOn: '2023-01-20', applies: true, text: 'in confidence' })
    expect(complete.missing).toStrictEqual([])

    const state = await stateNow()
    if (state.status === 'unknown') throw new TypeError('not opened')
    expect(state).toMatchObject({ status: 'discharged', expired: ['declared/1'] })
    expect(JSON.stringify(log.events)).not.toContain('in confidence')
    expect(statusOn(state, day('2023-02-01'))).toMatchObject({ performance: { performedOn: '2023-01-20', class: 'late' }, discharged: true, overdue: false })
    expect(tallyByKind([[id, state]], [])).toMatchObject({ declaration: { obligations: 1, outcomes: { late: 1, inTime: 0, open: 0 } } })
    expect(explanationOf(id, state).limits).toMatchObject([{ limit: 'declared', dueOn: '2022-12-31', rule: 'Declaration on territories: declared' }])

    for (const language of languages) {
      const written = await pageOf(state, pages[language])
      for (const word of [declaration.name[language], labelOf('applies', language), labelOf('text', language)]) expect(written).toContain(word)
      const paper = await collectPaper(office, { organization: 'ilo', session: null, cycle: 'ilo:np', day: day('2023-02-01') })
      expect(paperHtml(composePaper(paper, { catalog: papers[language] }))).toContain(declaration.name[language])
    }
  })
})

const catalogs = await readCatalogs()
const [pages, papers] = await Promise.all([readPageCatalogs(catalogs), readPaperCatalogs(catalogs)])

const labelOf = (field: string, language: Language): string =>
  fieldsOf(declaration.report).find(({ name }) => name === field)?.label[language] ?? `no question ${field}`

/** The page of the obligation, as a visitor of no rehearsal sees it. */
async function pageOf(state: KnownObligation, catalog: PageCatalog): Promise<string> {
  const pageContext = {
    catalog,
    assets: { files: new Map(), look: 'look.css', preload: { latin: [], arabic: [] } },
    path: '/',
    base: '',
    installation: {},
    rehearsal: null,
    caughtUp: true,
  } as unknown as PageContext
  const row = { id, state, partyName: inFour('France') }
  return String(await ObligationPage({ pageContext, row, title: null, asOf: day('2023-02-01'), timelineEntries: [], letters: [] }))
}
