import { beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import type { LimitFacts, ObligationFacts, PrintedFacts } from '../../../documents/letters/obligation-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../../domain/calendar/computation.ts'
import { type Language, languages } from '../../../domain/languages.ts'
import type { Catalogs } from '../../../infra/locales/create-catalogs.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { enteredLetter, output, type rowLetters, sessionReport } from '../../support/entered-letter.ts'

let catalogs: Catalogs
beforeAll(async () => {
  catalogs = await readCatalogs()
})

const printedOfOutput = output.basis.printed as PrintedFacts

const compose = (kind: (typeof rowLetters)[number], language: Language, changes: Partial<LetterFacts> = {}) =>
  composeLetter(enteredLetter(kind, changes), language, catalogs[language])
const about = (obligation: ObligationFacts, language: Language = 'en', kind: (typeof rowLetters)[number] = 'notice') =>
  compose(kind, language, { obligations: [obligation] }).text

const marks = /[\u2068\u2069]/g

describe('the words of a document', () => {
  it('stand in its own language, marked, and in their own direction', () => {
    expect(compose('notice', 'en', { obligations: [output] }).html).toContain(
      '<bdi lang="ar" dir="auto" style="display:block;text-align:start;white-space:pre-line">دليل',
    )
    expect(about(output)).toContain('In the words of the document: \u2068دليل للممارسات الجيدة\u2069')
  })

  it.each(languages)('isolate evenly in %s, and leave no mark in a subject', (language) => {
    const { text, subject } = compose('notice', language)
    expect(text.split('\u2068').length).toBe(text.split('\u2069').length)
    expect(subject).not.toMatch(/[\u2066-\u2069]/)
  })

  it('never become markup', () => {
    const basis = { ...output.basis, printed: { ...printedOfOutput, language: 'en', text: '<script>alert(1)</script>' } } as const
    expect(compose('notice', 'en', { obligations: [{ ...output, basis }] }).html).not.toContain('<script')
  })
})

describe('a printed timing', () => {
  const read = (timing: Partial<PrintedFacts['timing']>, more: Partial<ObligationFacts> = {}) => {
    const printed = { ...printedOfOutput, timing: { ...printedOfOutput.timing, status: 'confirmed' as const, ...timing } }
    return about({ ...output, ...more, basis: { ...output.basis, printed } }).replace(marks, '')
  }

  it('stands beside what it was read as', () => {
    expect(read({})).toContain('Timing as printed: ٢٠٢٥-٢٠٢٦\n  Read as: from 1 January 2025 to 31 December 2026.')
    expect(read({ parsed: { shape: 'by', date: day('2026-06-13') } })).toContain('Read as: 13 June 2026.')
    expect(read({ parsed: { shape: 'other-rows', rows: ['I-1', 'I-2'] } })).toContain('Read as: with the rows I-1, I-2.')
    expect(read({ parsed: { shape: 'none' } })).toContain('Read as: no date.')
    const session = { parsed: { shape: 'session', session: 'gb-349' } } as const
    expect(read(session, { session: { id: 'ilo:gb-349', organization: 'ilo', body: 'gb', number: '349' } })).toContain(
      'at the 349th Session of the Governing Body',
    )
    expect(read(session, { session: { id: 'ilo:gb-349', organization: 'ilo', body: '', number: null } })).toContain('not on record yet (ilo:gb-349)')
    expect(read(session, { session: { id: 'x:y-3', organization: 'x', body: 'y', number: '3' } })).toContain('at the 3rd Session (y)')
  })

  it('is said to be missing where the document prints none', () => {
    expect(read({ printed: null, parsed: { shape: 'none' } })).toContain('The document prints no timing here.')
    expect(read({ printed: null, parsed: { shape: 'none' } })).not.toContain('Read as')
  })

  it('is doubted in words where no source confirms it, or documents differ', () => {
    const [unconfirmed, differing] = ['not confirmed by a source', 'Documents differ on this timing']
    expect(read({ status: 'confirmed' })).not.toMatch(new RegExp(`${unconfirmed}|${differing}`))
    expect(read({ status: 'month-only' })).not.toMatch(new RegExp(`${unconfirmed}|${differing}`))
    expect(read({ status: 'inferred' })).toContain(unconfirmed)
    expect(read({ status: 'contradicted' })).toContain(differing)
  })
})

describe('a day', () => {
  const [published, discussed] = sessionReport.limits
  if (published === undefined || discussed === undefined) throw new TypeError('no days')
  const withDay = (changes: Partial<typeof published>, language: Language = 'en') =>
    about({ ...sessionReport, limits: [{ ...published, ...changes }] }, language)

  it('says how it was computed: from the timing, or so many days before a session', () => {
    expect(about(output)).toContain('The last day of the timing.')
    expect(about(sessionReport)).toContain('30 days before 30 October 2026, the opening of the 349th Session of the Governing Body.')
    expect(about(sessionReport)).toContain('The closing of the 349th Session of the Governing Body.')
    const counts = [computeLimit(day('2026-12-31'), { days: 1 }, 'anniversary', { findCalendar: () => null, direction: 'back' })].flatMap(
      (count) => count ?? [],
    )
    const before: LimitFacts['computation'] = { ...published.computation, from: 'timing', countedFrom: day('2026-12-31'), counts, status: 'confirmed' }
    expect(withDay({ computation: before })).toContain('1 day before 31 December 2026, the last day of the timing.')
    expect(withDay({}, 'ar').replace(marks, '')).toContain('قبل ٣٠ يوماً من ٣٠ تشرين الأول/أكتوبر ٢٠٢٦، تاريخ افتتاح الدورة ٣٤٩ لمجلس الإدارة')
  })

  it('says what sets it: a provision as cited, or this product', () => {
    const byProduct = 'a default of this product'
    expect(withDay({})).toContain('Rule: Fictional rules, article 3.')
    expect(withDay({})).not.toContain(byProduct)
    expect(withDay({ rule: { source: [], productDefault: true } })).toContain(byProduct)
  })

  it('is provisional while its session may move, in the calendar too', () => {
    expect(withDay({})).toContain('provisional')
    expect(withDay({ provisional: false })).not.toContain('provisional')
    const [first] = compose('notice', 'en', { obligations: [sessionReport] }).calendar
    expect(first?.summary).toBe('Provisional. Progress report: Due to be published (Fictional Office)')
  })

  it('says that sources differ on what it is counted from', () => {
    expect(withDay({})).not.toContain('Sources differ')
    expect(withDay({ computation: { ...published.computation, status: 'contradicted' } })).toContain('Sources differ on the day counted from')
  })

  it('has passed from the day after', () => {
    const on = (date: string) => compose('notice', 'en', { date: day(date), obligations: [output] }).text
    expect(on('2026-12-31')).not.toContain('This date has passed')
    expect(on('2027-01-01')).toContain('This date has passed')
  })
})

describe('a long title', () => {
  const sentence = 'Carry out joint studies on social security, and collect the statistics that strategic plans need, so as to support them.'
  const letter = () => compose('notice', 'en', { obligations: [{ ...output, title: { ...output.title, en: sentence } }] })

  it('is cut at a word in the subject and the calendar, and stands whole in its section', () => {
    const short = 'Carry out joint studies on social security, and collect the statistics that strategic…'
    expect(letter().subject).toBe(`${short}: update requested (Fictional Office)`)
    expect(letter().calendar[0]?.summary).toContain(short)
    expect(letter().text).toContain(`\n${sentence}\n`)
  })

  it('loses the full stop of a sentence', () => {
    const { subject } = compose('notice', 'en', { obligations: [{ ...output, title: { ...output.title, en: 'It is done.' } }] })
    expect(subject).toBe('It is done: update requested (Fictional Office)')
  })
})
