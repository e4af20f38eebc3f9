import { beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import { mostSections } from '../../../documents/letters/letter-parts.ts'
import type { ObligationFacts } from '../../../documents/letters/obligation-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type Language, languages } from '../../../domain/languages.ts'
import type { Catalogs } from '../../../infra/locales/create-catalogs.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { enteredLetter, indicator, invitation, memberReport, output, outputs, rowLetters, sessionReport } from '../../support/entered-letter.ts'

let catalogs: Catalogs
beforeAll(async () => {
  catalogs = await readCatalogs()
})

const kinds = rowLetters
const compose = (kind: (typeof rowLetters)[number], language: Language, changes: Partial<LetterFacts> = {}) =>
  composeLetter(enteredLetter(kind, changes), language, catalogs[language])
const about = (obligation: ObligationFacts, language: Language = 'en', kind: (typeof rowLetters)[number] = 'notice') =>
  compose(kind, language, { obligations: [obligation] }).text
const every = languages.flatMap((language) => kinds.map((kind) => ({ kind, language })))

const endOf2026 = { en: '31 December 2026', fr: '31 décembre 2026', es: '31 de diciembre de 2026', ar: '٣١ كانون الأول/ديسمبر ٢٠٢٦' }
const marks = /[\u2068\u2069]/g

describe('every letter about an obligation of a declared kind', () => {
  it.each(every)('($kind, $language) names it, its kind, its source, its words and its days, in text and in HTML', ({ kind, language }) => {
    const { text, html } = compose(kind, language)
    for (const { id, kind: declared, title, basis, limits } of enteredLetter(kind).obligations)
      for (const fact of [
        ...[id, declared.name[language], title[language]],
        ...[basis.printed?.text ?? 'no words of a document', ...basis.source, ...(basis.printed?.timing.printed == null ? [] : [basis.printed.timing.printed])],
        ...limits.map(({ name }) => name?.[language] ?? 'no name'),
      ])
        for (const written of [text, html]) expect(written).toContain(fact)
    if (kind !== 'invitation') expect(text).toContain(endOf2026[language])
  })

  it.each(every)('($kind, $language) leaves no placeholder, and gives the same letter for the same facts', ({ kind, language }) => {
    const letter = compose(kind, language)
    expect(`${letter.subject}${letter.text}`).not.toMatch(/[{}]|undefined|null|NaN|\[object/)
    expect(compose(kind, language)).toStrictEqual(letter)
  })

  it.each(every)('($kind, $language) says where the answer goes, and that it is no official product', ({ kind, language }) => {
    const { text } = compose(kind, language)
    expect(text).toContain('secretariat@follow-up.invalid')
    expect(text).toMatch({ en: 'no official product', fr: 'pas un produit officiel', es: 'no es un producto oficial', ar: 'وليس' }[language])
  })

  it.each(every)('($kind, $language) carries each day as a calendar entry, and of a return the day asked for', ({ kind, language }) => {
    const days = enteredLetter(kind).obligations.flatMap(({ id, limits: each }) => each.map(({ limit, date }) => ({ uid: `${id}/${limit}@follow-up`, date })))
    const expected = kind === 'return' ? [{ uid: `${output.id}/return@follow-up`, date: '2026-09-02' }] : days
    expect(compose(kind, language).calendar.map(({ uid, date }) => ({ uid, date }))).toStrictEqual(expected)
  })

  it.each(languages)('of a rehearsal says so in %s, in subject, text, HTML and calendar; a real one never does', (language) => {
    const mark = catalogs[language].messages.syntheticLine
    const short = catalogs[language].messages.syntheticSubject.replace(' {subject}', '')
    const [rehearsed, real] = [compose('notice', language, { synthetic: true }), compose('notice', language)]
    expect(rehearsed.text).toContain(mark)
    expect(rehearsed.html).toContain(mark)
    expect(rehearsed.subject.startsWith(short)).toBe(true)
    expect(rehearsed.calendar.map(({ summary }) => summary.slice(0, short.length))).toStrictEqual(real.calendar.map(() => short))
    expect(real.calendar.length).toBeGreaterThan(0)
    expect(`${real.subject}${real.text}${real.html}${JSON.stringify(real.calendar)}`).not.toContain(short)
  })

  it('never judges', () => {
    for (const kind of kinds) expect(compose(kind, 'en').text).not.toMatch(/unjustified|justified|failed|failure|regret|excuse|violat|breach|overdue/i)
  })

  it('shows both dates of a step taken late', () => {
    expect(about({ ...output, lateBoth: { dueOn: day('2026-07-31'), sentOn: day('2026-08-03') } })).toContain(
      'was to be sent on 31 July 2026; it is sent on 3 August 2026',
    )
  })
})

describe('each kind of letter', () => {
  it('asks for the required points of the report, once for each kind of report, and for none where it asks nothing', () => {
    const { text } = compose('notice', 'en', { obligations: [output, { ...output, id: 'other' }, indicator] })
    expect(text.match(/^What to send: .*$/gm)).toStrictEqual(['What to send: Output of a plan', 'What to send: Indicator with a target'])
    expect(text.match(/^- .*$/gm)).toStrictEqual(['- Delivered on', '- What was delivered', '- Observed on', '- Value'])
    expect(compose('reminder', 'en').text).toContain('\nWhat to send\n')
    for (const kind of kinds) expect(compose(kind, 'en').text.includes('What to send'), kind).toBe(kind !== 'acknowledgement' && kind !== 'return')
  })

  it('speaks to a unit as a working note and to a Member as a letter', () => {
    const member = enteredLetter('request').party
    const [unit, state] = [compose('notice', 'en'), compose('notice', 'en', { party: member })]
    expect(unit.text).toContain('This is a working note')
    expect(unit.text).toContain('Addressee: Fictional Office')
    expect(unit.text).toContain('Department responsible: Fictional Department')
    expect(unit.text).not.toMatch(/Excellency|assurances/)
    expect(state.text).toContain('Member State: Egypt (EGY)')
    expect(state.text).toContain('Excellency')
    expect(state.text).not.toMatch(/working note|Department responsible/)
  })

  it('invites without obliging', () => {
    const { text, calendar } = compose('invitation', 'en')
    expect(text).toContain('this letter creates no obligation')
    expect(text).not.toMatch(/requested|due|must|shall/i)
    expect(calendar).toStrictEqual([])
  })

  it('reminds that the day has passed and that a report is still accepted', () => {
    const { text } = compose('reminder', 'en')
    expect(text).toContain('no report that closes it has been received')
    expect(text).toContain('accepted after this day')
    expect(text).toContain('disregard this reminder')
  })

  it('requests a report by its day, and names no day where there is none', () => {
    expect(compose('request', 'en').text).toContain('by the last day shown below')
    expect(compose('request', 'en', { obligations: [{ ...memberReport, limits: [] }] }).text).not.toContain('by the last day')
  })

  it.each([
    { found: 'inTime', says: 'In time, by this date alone; the last day is 31 December 2026.' },
    { found: 'late', says: 'After the last day, 31 December 2026, by this date alone.' },
    { found: 'undated', says: 'No last day was set for it.' },
  ] as const)('acknowledges with the day of the report and that it is $found', ({ found, says }) => {
    const report = { receivedOn: day('2026-08-03'), performedOn: day('2026-07-30'), class: found }
    const text = about({ ...memberReport, report }, 'en', 'acknowledgement')
    expect(text).toContain('Report received on: 3 August 2026')
    expect(text).toContain(`Date of the report: 30 July 2026\n  ${says}`)
    expect(text).toContain('It does not assess the content')
  })

  it('returns a report with the labels of what is missing, the remarks and the day asked for', () => {
    const { text, calendar } = compose('return', 'en')
    expect(text).toContain('Still to be sent:\n- Delivered on\n- What was delivered')
    expect(text).toContain('Requested by: 2 September 2026')
    expect(text).toContain('Delivered on: Not stated in the report')
    expect(calendar[0]?.description).toContain('- What was delivered')
    expect(about({ ...output, remarks: 'The annex is not signed' }, 'en', 'return')).toContain('Remarks: The annex is not signed')
  })

  it('refuses to write of a missing question that the report does not have', () => {
    expect(() => about({ ...output, missing: ['colour'] }, 'en', 'return')).toThrow('colour')
  })

  it('gives the target and the newest observation, in the digits of the language', () => {
    expect(about(indicator)).toContain('Target: at least 70 ratifications\n  Newest observation on record: 59, on 8 October 2021.')
    expect(about(indicator, 'ar').replace(marks, '')).toContain('الهدف: ٧٠ تصديقاً على الأقل')
    const { target } = indicator
    if (target === undefined) throw new TypeError('no target')
    expect(about({ ...indicator, target: { ...target, newest: null } })).toContain('No observation is on record yet.')
    expect(about({ ...indicator, report: { receivedOn: day('2026-08-03'), performedOn: null, class: null, value: 61 } }, 'en', 'return')).toContain(
      'Value reported: 61',
    )
  })
})

describe('a letter about many', () => {
  const listed = (count: number, language: Language = 'en') => compose('notice', language, { obligations: outputs(count) })

  it('has a section for each as long as they can be read, and a list of two columns from there on', () => {
    const [few, many] = [listed(mostSections), listed(mostSections + 1)]
    expect(few.html.match(/<section/g)).toHaveLength(mostSections)
    expect(few.html).not.toContain('<table')
    expect(many.html).not.toContain('<section')
    expect(many.html.match(/<tr>/g)).toHaveLength(mostSections + 2)
    expect(many.html.match(/<th scope="col"/g)).toHaveLength(2)
  })

  it('lists every one with its source, its timing and its day, in the order of rows, and asks once', () => {
    const { text, subject, calendar } = listed(40)
    expect(subject).toBe('40 items: update requested (Fictional Office)')
    expect([...text.matchAll(/^(\d+)\. Output (\d+)$/gm)].map(([, place, row]) => `${place} ${row}`)).toStrictEqual(
      Array.from({ length: 40 }, (_, index) => `${index + 1} ${index + 1}`),
    )
    for (const { id } of outputs(40)) expect(text).toContain(id)
    expect(text.match(/31 December 2026\n {3}The last day of the timing\./g)).toHaveLength(40)
    expect(text.match(/What was delivered/g)).toHaveLength(1)
    expect(text).toContain('Output of a plan – Fictional plan of action, annex, row 4')
    expect(calendar).toHaveLength(40)
    expect(text).not.toContain(output.basis.printed?.text ?? '')
  })

  it('lists each of several days by its name, earlier ones first, and what has none last', () => {
    const { text } = compose('notice', 'en', { obligations: [invitation, ...outputs(8), sessionReport] })
    expect(
      text
        .match(/^\d+\. .*$/gm)
        ?.map((line) => line.replace(/^\d+\. /, ''))
        .filter((title) => !title.startsWith('Output')),
    ).toStrictEqual(['Progress report', 'Designate a national focal point'])
    expect(text).toContain('   Due to be published: Provisional. 30 September 2026\n   Discussed: Provisional. 9 November 2026')
    expect(text).toContain('   No day is set')
  })

  it.each([
    [2, 'بندان'],
    [3, '٣ بنود'],
    [11, '١١ بنداً'],
    [100, '١٠٠ بند:'],
  ])('counts %i in Arabic as %s', (count, words) => {
    expect(listed(count, 'ar').subject).toContain(words)
  })
})
