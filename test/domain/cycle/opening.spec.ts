import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { opening, referralOpening, submissionRule } from '../../support/r202.ts'

const source = { title: 'SPF', place: 'paragraph 13' }

describe('what a party owes', () => {
  it('for R202 falls due on 13 June 2013 and at the latest on 13 December, and is told on 1 August, 14 June and 14 December', () => {
    const { limits, scheduled, kindSnapshot } = opening()
    expect(limits.map(({ limit, dueOn, exceptional, printed }) => ({ limit, dueOn, exceptional, printed }))).toStrictEqual([
      { limit: '12-months', dueOn: '2013-06-13', exceptional: false, printed: null },
      { limit: '18-months', dueOn: '2013-12-13', exceptional: true, printed: null },
    ])
    expect(scheduled).toStrictEqual([
      { step: 'request', letter: 'request', on: '2012-08-01', once: true },
      { step: 'reminder12', letter: 'reminder12', on: '2013-06-14' },
      { step: 'reminder18', letter: 'reminder18', on: '2013-12-14' },
    ])
    expect(kindSnapshot.answerWithin).toBe(30)
  })

  it('follows the printed date where a document prints one, with the computed one beside it and its wording', () => {
    const printed = [{ limit: '12-months', date: day('2013-06-20'), wording: 'before 20 June 2013', language: 'en', source }] as const
    const { limits, scheduled } = opening({ printed })
    expect(limits[0]).toMatchObject({
      dueOn: '2013-06-20',
      computation: { dueOn: '2013-06-13' },
      printed: { date: '2013-06-20', wording: 'before 20 June 2013', language: 'en', source },
    })
    expect(limits[1]).toMatchObject({ dueOn: '2013-12-13', printed: null })
    expect(scheduled[1]).toStrictEqual({ step: 'reminder12', letter: 'reminder12', on: '2013-06-21' })
  })

  it('for a referral has the single limit of 18 months, and one reminder after it', () => {
    const { limits, scheduled } = referralOpening()
    expect(limits.map(({ limit, dueOn, exceptional }) => ({ limit, dueOn, exceptional }))).toStrictEqual([
      { limit: '18-months', dueOn: '2013-12-13', exceptional: false },
    ])
    expect(scheduled).toStrictEqual([{ step: 'reminder18', letter: 'reminder18', on: '2013-12-14' }])
  })

  it.each([
    { status: 'inferred', provisional: true },
    { status: 'announced', provisional: true },
    { status: 'confirmed', provisional: false },
    { status: 'contradicted', provisional: false },
  ] as const)('is provisional: $provisional, when the closing is $status', ({ status, provisional }) =>
    expect(opening({ closing: { session: 'ilo:ilc-101', date: day('2012-06-14'), status } }).limits.map((limit) => limit.provisional)).toStrictEqual([
      provisional,
      provisional,
    ]),
  )

  it('is not computed before the rule was in force, nor where no way of counting is set', () => {
    expect(() => opening({ closing: { session: 's', date: day('1948-04-19'), status: 'confirmed' } })).toThrow(RangeError)
    const [version] = submissionRule.versions
    if (version === undefined) throw new TypeError('The rule has no version')
    expect(() => opening({ rule: { ...submissionRule, versions: [{ ...version, convention: null }] } })).toThrow(/no way of counting/)
  })
})
