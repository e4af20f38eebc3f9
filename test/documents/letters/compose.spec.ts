import { beforeAll, describe, expect, it } from 'vitest'
import { composeLetter } from '../../../documents/letters/compose-letter.ts'
import type { LetterFacts } from '../../../documents/letters/letter-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type Language, languages } from '../../../domain/languages.ts'
import type { Catalogs } from '../../../infra/locales/create-catalogs.ts'
import { readCatalogs } from '../../support/catalogs.ts'
import { letterFacts, r202, submissionLetters } from '../../support/letter-facts.ts'

let catalogs: Catalogs
beforeAll(async () => {
  catalogs = await readCatalogs()
})

const letterKinds = submissionLetters
const compose = (kind: (typeof submissionLetters)[number], language: Language, changes: Partial<LetterFacts> = {}) =>
  composeLetter(letterFacts(kind, changes), language, catalogs[language])
const every = languages.flatMap((language) => letterKinds.map((kind) => ({ kind, language })))

const thirteenthOfJune = { en: '13 June 2013', fr: '13 juin 2013', es: '13 de junio de 2013', ar: '١٣ حزيران/يونيه ٢٠١٣' }
const lastDay = { en: '13 December 2013', fr: '13 décembre 2013', es: '13 de diciembre de 2013', ar: '١٣ كانون الأول/ديسمبر ٢٠١٣' }
const closingDay = { en: '14 June 2012', fr: '14 juin 2012', es: '14 de junio de 2012', ar: '١٤ حزيران/يونيه ٢٠١٢' }
const source = {
  en: 'ILO Constitution, article 19(6)(b)',
  fr: 'Constitution de l’OIT, article 19, paragraphe 6 b)',
  es: 'Constitución de la OIT, artículo 19, párrafo 6, b)',
  ar: 'دستور منظمة العمل الدولية، المادة ١٩(٦)(ب)',
}

describe('every letter', () => {
  it.each(every)('($kind, $language) names the obligation, the source, both dates and how they were computed, in text and in HTML', ({ kind, language }) => {
    const { text, html, subject } = compose(kind, language)
    for (const written of [text, html])
      for (const fact of ['R202', r202.id, r202.title[language], source[language], thirteenthOfJune[language], lastDay[language], closingDay[language]])
        expect(written).toContain(fact)
    expect(text).toMatch(language === 'ar' ? 'الدورة ١٠١' : '101')
    expect(subject).toContain(r202.title[language])
  })

  it.each(every)('($kind, $language) says where the answer goes, and that it is no official product', ({ kind, language }) => {
    const { text } = compose(kind, language)
    expect(text).toContain('secretariat@follow-up.invalid')
    expect(text).toContain('Follow-Up')
    expect(text).toMatch({ en: 'no official product', fr: 'pas un produit officiel', es: 'no es un producto oficial', ar: 'وليس' }[language])
  })

  it.each(every)('($kind, $language) carries a calendar entry', ({ kind, language }) => {
    const { calendar } = compose(kind, language)
    expect(calendar.map(({ uid, date }) => ({ uid, date }))).toStrictEqual(
      kind === 'return'
        ? [{ uid: 'ilo:R202:submission:FRA/return@follow-up', date: '2013-06-01' }]
        : [
            { uid: 'ilo:R202:submission:FRA/12-months@follow-up', date: '2013-06-13' },
            { uid: 'ilo:R202:submission:FRA/18-months@follow-up', date: '2013-12-13' },
          ],
    )
  })

  it.each(every)('($kind, $language) leaves no placeholder, and gives the same letter for the same facts', ({ kind, language }) => {
    const letter = compose(kind, language)
    expect(`${letter.subject}${letter.text}`).not.toMatch(/[{}]|undefined|null|\[object/)
    expect(compose(kind, language)).toStrictEqual(letter)
  })

  it.each(languages)('of a rehearsal says so in %s, in subject, text, HTML and calendar; a real one never does', (language) => {
    const mark = catalogs[language].messages.syntheticLine
    const [rehearsed, real] = [compose('request', language, { synthetic: true }), compose('request', language)]
    expect(rehearsed.text).toContain(mark)
    expect(rehearsed.html).toContain(mark)
    const short = catalogs[language].messages.syntheticSubject.replace(' {subject}', '')
    expect(rehearsed.subject.startsWith(short)).toBe(true)
    expect(rehearsed.calendar.map(({ summary }) => summary.slice(0, short.length))).toStrictEqual(real.calendar.map(() => short))
    expect(real.calendar.length).toBeGreaterThan(0)
    expect(`${real.subject}${real.text}${real.html}${JSON.stringify(real.calendar)}`).not.toContain(short)
    expect(real.text).not.toContain(mark)
  })

  it('shows both dates of a step taken late', () => {
    const obligations = [{ ...r202, lateBoth: { dueOn: day('2013-06-14'), sentOn: day('2013-06-17') } }]
    expect(compose('reminder12', 'en', { obligations }).text).toContain('was to be sent on 14 June 2013; it is sent on 17 June 2013')
  })

  it('says since when the matter is followed', () => {
    expect(compose('request', 'en', { trackedFrom: day('2013-01-07') }).text).toContain('since 7 January 2013')
    expect(compose('request', 'en').text).not.toContain('since')
  })

  it('is refused in a wording of another language, and without an obligation', () => {
    expect(() => composeLetter(letterFacts('request'), 'fr', catalogs.en)).toThrow(RangeError)
    expect(() => compose('request', 'en', { obligations: [] })).toThrow(RangeError)
  })
})

describe('a deadline in a letter', () => {
  const [first] = r202.limits
  if (first === undefined) throw new Error('no deadline')
  const letterWith = (deadline: typeof first) => compose('request', 'en', { obligations: [{ ...r202, limits: [deadline] }] })
  const withDeadline = (changes: Partial<typeof first>) => letterWith({ ...first, ...changes }).text

  it('is marked provisional only while the closing is not on record, in the calendar too', () => {
    const [moving, fixed] = [letterWith({ ...first, provisional: true }), letterWith(first)]
    expect(moving.text).toContain('provisional')
    expect(moving.calendar[0]?.summary).toMatch(/^Provisional\. R202/)
    expect(fixed.text).not.toContain('provisional')
    expect(fixed.calendar[0]?.summary).toMatch(/^R202/)
  })

  it('says how it was counted: with the day of the closing, or from it', () => {
    expect(withDeadline({})).toContain('reaches 14 June 2013. As the day of the closing is itself counted, the last day is the day before, 13 June 2013')
    const [count] = first.computation.counts
    if (count === undefined) throw new TypeError('no period is counted')
    const counted = { ...first.computation, counts: [{ ...count, convention: 'anniversary' as const }], dueOn: day('2013-06-14') }
    expect(withDeadline({ date: day('2013-06-14'), computation: counted })).toContain('A period of 12 months from that day ends on 14 June 2013')
  })

  it('says that the way of counting is unconfirmed where no document prints the date', () => {
    const { printed: _, ...unprinted } = first
    const doubt = 'No source confirms yet whether the day of the closing is counted'
    expect(letterWith(unprinted).text).toContain(doubt)
    expect(letterWith({ ...unprinted, computation: { ...first.computation, unconfirmed: false } }).text).not.toContain(doubt)
    expect(letterWith(first).text).not.toContain(doubt)
  })

  it('governs as printed, and says what the computation gives instead', () => {
    const printed = { date: day('2013-06-14'), wording: 'by 14 June 2013', language: 'en', source: 'Circular 7' } as const
    const text = withDeadline({ date: printed.date, printed })
    expect(text).toContain('14 June 2013')
    expect(text).toContain('printed in Circular 7. The computation above gives 13 June 2013')
    expect(text).toContain('“by 14 June 2013”')
  })

  it('has passed from the day after', () => {
    expect(compose('request', 'en', { date: day('2013-06-13') }).text).not.toContain('This date has passed')
    expect(compose('request', 'en', { date: day('2013-06-14') }).text).toContain('This date has passed')
  })
})

describe('each kind', () => {
  it('asks for the points of the questionnaire in requests and reminders only', () => {
    for (const kind of letterKinds) {
      const asks = compose(kind, 'en').text.includes('What to send')
      expect(asks, kind).toBe(kind !== 'acknowledgement' && kind !== 'return')
    }
  })

  it('reminds after 18 months that the last date has passed, and that an answer is still accepted', () => {
    const { text } = compose('reminder18', 'en')
    expect(text).toContain('The last date, 13 December 2013, has passed.')
    expect(text).toContain('accepted after this date')
  })

  it('acknowledges receipt with the class that the date gives', () => {
    const { text } = compose('acknowledgement', 'en')
    expect(text).toContain('Report received on: 2 May 2013')
    expect(text).toContain('17 April 2013')
    expect(text).toContain('In time, by this date alone; the last day is 13 June 2013.')
    expect(text).toContain('Anything further may be sent to')
    expect(compose('return', 'en').text).toContain('Please write to')
  })

  it('names the last day that was met or missed', () => {
    const done = (on: string, found: 'inTime' | 'inExceptionalWindow' | 'late') => {
      const report = { receivedOn: day('2014-05-02'), performedOn: day(on), class: found }
      return compose('acknowledgement', 'en', { obligations: [{ ...r202, report }] }).text
    }
    expect(done('2013-06-13', 'inTime')).toContain('In time, by this date alone; the last day is 13 June 2013.')
    expect(done('2013-06-14', 'inExceptionalWindow')).toContain('Within the last day for exceptional circumstances, 13 December 2013, by this date alone.')
    expect(done('2013-12-14', 'late')).toContain('After the last day, 13 December 2013, by this date alone.')
  })

  it('returns a report with the names of what is missing and the day asked for', () => {
    const { text, calendar } = compose('return', 'en')
    for (const missing of ['- Date of submission', '- Action taken by the authority', '- Representative organization of employers that received a copy'])
      expect(text).toContain(missing)
    expect(text).toContain('Requested by: 1 June 2013')
    expect(calendar[0]?.description).toContain('- Date of submission')
  })

  it('refuses to write of a missing field that has no name', () => {
    const obligations = [{ ...r202, missing: ['colour'] }]
    expect(() => compose('return', 'en', { obligations })).toThrow('questionnaire.colour')
  })

  it('speaks of referral where all of it is referral', () => {
    const obligations = [
      {
        ...r202,
        kind: { ...r202.kind, code: 'referral' },
        basis: { ...r202.basis, source: ['ILO Constitution, art. 19(7)(b)(i)'] },
      },
    ]
    const { text, subject } = compose('reminder18', 'en', { obligations })
    expect(subject).toMatch(/^Referral to the appropriate authorities/)
    expect(text).toContain('article 19(7)(b)(i)')
    expect(compose('reminder18', 'ar', { obligations }).text).toContain('المادة ١٩(٧)(ب)(١)')
  })

  it('never speaks of whether circumstances were exceptional', () => {
    for (const kind of letterKinds) expect(compose(kind, 'en').text).not.toMatch(/unjustified|justified|failed|failure|regret|excuse|violat|breach/i)
  })
})

describe('a letter about several obligations', () => {
  const several = (count: number) => ({ obligations: Array.from({ length: count }, (_, index) => ({ ...r202, id: `ilo:R${index}:submission:FRA` })) })

  it.each([
    [2, 'صكّان'],
    [3, '٣ صكوك'],
    [11, '١١ صكاً'],
    [100, '١٠٠ صك:'],
  ])('counts %i in Arabic as %s', (count, words) => {
    expect(compose('request', 'ar', several(count)).subject).toContain(words)
  })

  it('names each', () => {
    const { text, subject, calendar } = compose('request', 'en', several(3))
    expect(subject).toContain('3 instruments')
    for (const index of [0, 1, 2]) expect(text).toContain(`ilo:R${index}:submission:FRA`)
    expect(new Set(calendar.map(({ uid }) => uid)).size).toBe(6)
  })
})

describe('the Arabic letter', () => {
  it('runs from right to left and keeps codes, names and addresses apart', () => {
    const { html, text } = compose('request', 'ar')
    expect(html).toContain('<html lang="ar" dir="rtl">')
    expect(html).toContain('<bdi>R202</bdi>')
    expect(html).toContain('<bdi>secretariat@follow-up.invalid</bdi>')
    expect(text).toContain('\u2068R202\u2069')
  })

  it('isolates evenly, and leaves no mark in a subject', () => {
    const { text, subject } = compose('reminder18', 'ar')
    expect(text.split('\u2068').length).toBe(text.split('\u2069').length)
    expect(subject).not.toMatch(/[\u2066-\u2069]/)
  })
})

describe('what a State or a reviewer wrote', () => {
  it('never becomes markup', () => {
    const remarks = '<script>alert("x")</script> & more'
    const { html, text } = compose('return', 'en', { obligations: [{ ...r202, remarks }] })
    expect(html).not.toContain('<script')
    expect(html).toContain('&#60;script&#62;')
    expect(text).toContain(remarks)
  })
})

it('writes the first of a month in French as an ordinal', () => {
  expect(compose('request', 'fr').text).toContain('1er août 2012')
})
