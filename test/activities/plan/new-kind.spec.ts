import { cp } from 'node:fs/promises'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { deliverLetter } from '../../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { foldObligation } from '../../../activities/fold.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import { collectPaper } from '../../../activities/papers/collect-facts.ts'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import { composePaper } from '../../../documents/papers/compose-paper.ts'
import { paperHtml } from '../../../documents/papers/paper-html.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import { explanationLines } from '../../../domain/explanation/explanation-text.ts'
import { type InLanguages, type Language, languages } from '../../../domain/languages.ts'
import type { LetterKind } from '../../../domain/letter/events.ts'
import type { KnownObligation } from '../../../domain/obligation/state.ts'
import { fieldsOf } from '../../../domain/report/form.ts'
import { statusOn } from '../../../domain/status/status-on.ts'
import { tallyByKind } from '../../../domain/status/tally.ts'
import { createCatalogs } from '../../../infra/locales/create-catalogs.ts'
import { readLocales } from '../../../infra/locales/read-locales.ts'
import { readPageCatalogs } from '../../../infra/locales/read-page-catalogs.ts'
import { readPaperCatalogs } from '../../../infra/locales/read-paper-catalogs.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { referenceFrom } from '../../../infra/seeds/reference-from.ts'
import { obligationResponse, statusResponse } from '../../../web/api/status-response.ts'
import type { PageCatalog } from '../../../web/page-catalog.ts'
import { ObligationPage } from '../../../web/pages/obligation-page.tsx'
import type { PageContext } from '../../../web/pages/page-context.ts'
import { today, withSeedsCopy } from '../../infra/seeds/seeds-copy.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { never } from '../../support/notified.ts'
import { completeReport, submitReport } from '../../support/obligation-commands.ts'
import { contextOfPlan, followed, inFour, plan, row } from '../../support/plan.ts'

/** The one file: the seeds as they are, and it beside the other kinds. */
const declared = () =>
  withSeedsCopy(async (root) => {
    await cp(join(import.meta.dirname, 'declaration.yaml'), join(root, 'ilo/kinds/declaration.yaml'))
    return loadSeeds(root, today)
  })

const ofMember = 'ilo:np-35:declaration:FRA'
const ofUnit = 'ilo:np-36:declaration:office'
const year = { shape: 'year', year: 2022 } as const
const plans = [{ ...plan, code: 'np', rows: [row('35', [followed('declaration', year, { party: 'FRA' })]), row('36', [followed('declaration', year)])] }]

const law = { label: 'The law', name: 'in-confidence.txt', mediaType: 'text/plain', content: 'aW4gY29uZmlkZW5jZQ==' }
const whole = {
  ...{ declaredOn: '2023-01-20', applies: true, territories: 7, remarks: 'in confidence 1', extent: 'modified', laws: ['in confidence 2'] },
  authority: { title: 'in confidence 3', since: '2020-05-01' },
  contacts: [{ email: 'in confidence 4' }, { email: 'in confidence 5', until: '2022-12-01' }],
  texts: [law],
}

let seeds: Awaited<ReturnType<typeof declared>>
let catalogs: ReturnType<typeof createCatalogs>
beforeAll(async () => {
  seeds = await declared()
  catalogs = createCatalogs(await readLocales(), seeds)
})

/** The plan of the two rows, in memory, by the kinds that the seeds declare. */
async function opened() {
  const reference = referenceFrom(seeds)
  const context = await contextOfPlan('2022-01-01', { plans, declared: [reference.kindOf('ilo', 'declaration')] })
  return { ...context, office: { ...context.office, reference: { ...reference, planOf: context.office.reference.planOf } } }
}
type Context = Awaited<ReturnType<typeof opened>>

async function stateOf({ log }: Context, id: string): Promise<KnownObligation> {
  const state = foldObligation((await log.read([`obligation/${id}`])).histories[0])
  if (state.status === 'unknown') throw new TypeError('not opened')
  return state
}

async function stepTaken({ office }: Context, id: string) {
  const due = await nextStep(office, id)
  if (due.kind === 'step') await takeStep(office, id, due)
  return due
}

/** The letter that is owed to France, delivered, as it reads in each language. */
async function letterToFrance(context: Context) {
  const sent = await nextLetter(context.office, 'ilo:FRA')
  if (sent.kind !== 'deliver') throw new TypeError('No letter is owed')
  const item = [...context.encrypted.items].find(([key]) => key.startsWith(`letter/${sent.letter}/`))
  const facts: LetterFacts = JSON.parse(JSON.parse(item?.[1].content ?? '{}').message)
  await deliverLetter(context.office, sent.letter, never)
  return { kind: facts.kind, in: (language: Language) => composeLetter(facts, language, catalogs[language]) }
}

const declaration = () => {
  const found = seeds.organizations.flatMap(({ kinds }) => kinds).find(({ code }) => code === 'declaration')
  if (found === undefined || found.report.form !== undefined) throw new TypeError('not declared')
  return { ...found, fields: found.report.fields }
}
const own = (letter: LetterKind) => {
  const words = declaration().words.letters[letter]
  if (words === undefined || words === 'common') throw new TypeError('no own words')
  return words
}
const labelOf = (name: string): InLanguages => declaration().fields.find((field) => field.name === name)?.label ?? {}
const inLanguage = (texts: InLanguages, language: Language) => texts[language] ?? 'no words'
const optionModified: InLanguages = { en: 'with modifications', fr: 'avec modifications', es: 'con modificaciones', ar: 'مع تعديلات' }

describe('a kind of obligation that one file declares', () => {
  it('is requested, reminded, reported, returned, completed, discharged and acknowledged, with its words in four languages', async () => {
    const context = await opened()
    const { office, log } = context
    expect(await stepTaken(context, ofMember)).toMatchObject({ step: 'request-timing-begins', waitMs: 0 })
    const request = await letterToFrance(context)
    context.turn('2023-01-01')
    expect(await stepTaken(context, ofMember)).toMatchObject({ step: 'reminder-declared', waitMs: 0 })
    const reminder = await letterToFrance(context)

    context.turn('2023-02-01')
    const { texts: _, ...partial } = whole
    const incomplete = await submitReport(office, by(ministry('FRA'), 'r1'), ofMember, { ...partial, contacts: [{ email: 'a' }, {}] })
    expect(incomplete.missing).toStrictEqual(['contacts[1].email', 'texts'])
    const returned = await letterToFrance(context)
    const complete = await completeReport(office, by(ministry('FRA'), 'r2'), ofMember, { contacts: whole.contacts, texts: [law] })
    expect(complete.missing).toStrictEqual([])
    const acknowledgement = await letterToFrance(context)

    for (const language of languages) {
      for (const letter of [request, reminder, returned, acknowledgement])
        for (const written of [letter.in(language).text, letter.in(language).html])
          expect(written, letter.kind).toContain(inLanguage(declaration().name, language))
      for (const { kind, in: letterIn } of [request, acknowledgement]) {
        const [subject = ''] = inLanguage(own(kind).subject, language).split('{')
        expect(letterIn(language).subject).toContain(subject.trim())
        expect(letterIn(language).text).toContain(inLanguage(own(kind).opening, language).split('{')[0]?.trim())
      }
      for (const { in: letterIn } of [request, reminder]) {
        const { text, calendar } = letterIn(language)
        for (const name of ['applies', 'extent', 'authority', 'contacts', 'texts']) expect(text).toContain(inLanguage(labelOf(name), language))
        expect(text).toContain(inLanguage(optionModified, language))
        expect(text).not.toContain(inLanguage(labelOf('remarks'), language))
        expect(calendar[0]?.summary).toContain(
          inLanguage(declaration().words.calendar ?? {}, language)
            .split('{')[0]
            ?.trim(),
        )
      }
      const lacks = returned.in(language).text.replace(/[\u2068\u2069]/g, '')
      expect(lacks).toContain(`${inLanguage(labelOf('contacts'), language)} – ${language === 'ar' ? '٢' : '2'} – `)
      expect(lacks).toContain(inLanguage(labelOf('texts'), language))
    }

    const state = await stateOf(context, ofMember)
    expect(state).toMatchObject({ status: 'discharged', expired: ['declared/1'] })
    expect(JSON.stringify(log.events)).not.toMatch(/in confidence|in-confidence|aW4gY29uZm/)
    expect([...context.encrypted.items].filter(([, { content }]) => content.includes(law.content))).toHaveLength(1)
    expect(statusOn(state, day('2023-02-01'))).toMatchObject({ performance: { performedOn: '2023-01-20', class: 'late' }, discharged: true, overdue: false })
    expect(tallyByKind([[ofMember, state]], [])).toMatchObject({ declaration: { obligations: 1, outcomes: { late: 1, inTime: 0, open: 0 } } })
  })

  it.each([
    { wrong: { submitted: 'yes' }, path: 'report' },
    { wrong: { extent: 'half' }, path: 'report.extent' },
    { wrong: { authority: { title: 7 } }, path: 'report.authority.title' },
    { wrong: { contacts: [{ email: 'a' }, { email: 'b' }, { email: '' }] }, path: 'report.contacts.2.email' },
    { wrong: { texts: [{ ...law, content: 'no base64' }] }, path: 'report.texts.0.content' },
  ])('refuses a report that is none to its questions, by the path, and records nothing: $path', async ({ wrong, path }) => {
    const context = await opened()
    const before = context.log.events.length
    const error = await submitReport(context.office, by(ministry('FRA'), 'r'), ofMember, wrong).catch((reason: unknown) => reason)
    expect(error).toMatchObject({ issues: [{ path: path.split('.').map((part) => (/^\d$/.test(part) ? Number(part) : part)) }] })
    expect([context.log.events.length, [...context.encrypted.items.keys()].filter((id) => id.startsWith('report/'))]).toStrictEqual([before, []])
  })

  it('shows its form and its report on its page, and on its paper what a unit wrote, in four languages', async () => {
    const context = await opened()
    context.turn('2023-02-01')
    await submitReport(context.office, by(ministry('FRA'), 'r1'), ofMember, whole)
    await submitReport(context.office, by(secretariat, 'r2'), ofUnit, whole)
    const state = await stateOf(context, ofMember)
    const [pages, papers] = await Promise.all([readPageCatalogs(catalogs), readPaperCatalogs(catalogs)])
    const paper = await collectPaper(context.office, { organization: 'ilo', session: null, cycle: 'ilo:np', day: day('2023-02-01') })
    for (const language of languages) {
      const page = await pageOf(state, pages[language])
      for (const { label } of declaration().fields) expect(page).toContain(inLanguage(label, language))
      expect(page.split(inLanguage(optionModified, language))).toHaveLength(3)
      expect(page).toContain(language === 'ar' ? 'كانون الأول' : language === 'en' ? '1 December 2022' : '2022')
      expect(page).not.toMatch(/in confidence|in-confidence/)

      const written = paperHtml(composePaper(paper, { catalog: papers[language] }))
      for (const shown of [inLanguage(declaration().name, language), inLanguage(optionModified, language)]) expect(written).toContain(shown)
      for (const quoted of ['in confidence 1', 'in confidence 2', 'in confidence 3', 'in confidence 5'])
        expect(written.split(quoted), `${quoted} of the unit, once`).toHaveLength(2)
      expect(written).not.toContain('in-confidence.txt')
    }
  })

  it('tells programs and people what its form holds', async () => {
    const state = await stateOf(await opened(), ofMember)
    const { form } = statusResponse.parse(obligationResponse(ofMember, state, day('2022-02-01')))
    expect(form).toStrictEqual({ fields: fieldsOf(state.kindSnapshot.report), performedOn: 'declaredOn' })
    expect(form?.fields.map(({ type }) => type).toSorted()).toStrictEqual(['choice', 'day', 'documents', 'group', 'list', 'list', 'number', 'words', 'yes-no'])
    const explained = explanationOf(ofMember, state)
    expect(explained.limits).toMatchObject([{ limit: 'declared', dueOn: '2022-12-31', rule: 'Declaration on territories: Last day to declare' }])
    expect(explanationLines(explained).at(-1)).toBe(
      'A report holds: declaredOn (day), applies (yes-no), territories (number, may be left out), remarks (words, may be left out), extent (choice: whole or modified), ' +
        'laws (list of words, may be left out), authority (group of title (words), since (day, may be left out)), ' +
        'contacts (list of email (words), until (day, may be left out)), texts (documents)',
    )
  })
})

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
  const own = { id: ofMember, state, partyName: inFour('France') }
  return String(await ObligationPage({ pageContext, row: own, title: null, asOf: day('2023-02-01'), timelineEntries: [], letters: [] }))
}
