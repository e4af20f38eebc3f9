import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import { explanationLines } from '../../../domain/explanation/explanation-text.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { opened, referral, referralRule } from '../../support/r202.ts'
import { numbered } from '../../support/spec-for.ts'

const explain = (...events: readonly ObligationEvent[]) => {
  const state = replay(obligation, numbered(events))
  if (state.status === 'unknown') throw new TypeError('The obligation was never opened')
  return explanationOf('ilo:R202:submission:FRA', state)
}

const source = { title: 'SPF (000)', place: 'para. 13' }
const printed = [
  { limit: '12-months', date: day('2013-06-13'), wording: 'قبل ١٣ حزيران/ يونيه ٢٠١٣', language: 'ar', source },
  { limit: '18-months', date: day('2013-12-14'), wording: 'a misprint', language: 'en', source },
] as const

describe('the explanation of an obligation', () => {
  it('derives each deadline with its rule, its source and its count', () => {
    expect(explain(opened({ printed: [printed[0]] }))).toStrictEqual({
      ...{ obligation: 'ilo:R202:submission:FRA', kind: 'submission', title: 'R202', instrument: 'R202', source: ['ILO Constitution'] },
      ...{ row: null, printed: null, timing: null, moved: [], corrections: [], waiting: [], report: [], form: 'questionnaire' },
      limits: [
        {
          limit: '12-months',
          dueOn: '2013-06-13',
          printed: { date: '2013-06-13', wording: 'قبل ١٣ حزيران/ يونيه ٢٠١٣', source: 'SPF (000), para. 13' },
          exceptional: false,
          rule: 'ILO Constitution, art. 19(6)(b) (19-6-b)',
          inForceFrom: '1948-04-20',
          source: ['ILO Constitution'],
          countedFrom: '2012-06-14',
          event: { kind: 'session-closing', session: 'ilo:ilc-101', status: 'confirmed' },
          provisional: false,
          convention: 'day_before',
          conventionStatus: 'unconfirmed',
          conventionSource: 'ILO Constitution',
          productDefault: false,
          computation: {
            text: 'closing 2012-06-14; plus 12 months = 2013-06-14 (anniversary); day before = 2013-06-13',
            countedFrom: '2012-06-14',
            daysBefore: 0,
            period: { months: 12 },
            periods: [{ months: 12 }],
            convention: 'day_before',
            nominalOn: '2013-06-14',
            dueOn: '2013-06-13',
          },
          differs: false,
        },
        {
          limit: '18-months',
          dueOn: '2013-12-13',
          printed: null,
          exceptional: true,
          rule: 'ILO Constitution, art. 19(6)(b) (19-6-b)',
          inForceFrom: '1948-04-20',
          source: ['ILO Constitution'],
          countedFrom: '2012-06-14',
          event: { kind: 'session-closing', session: 'ilo:ilc-101', status: 'confirmed' },
          provisional: false,
          convention: 'day_before',
          conventionStatus: 'unconfirmed',
          conventionSource: 'ILO Constitution',
          productDefault: false,
          computation: {
            text: 'closing 2012-06-14; plus 18 months = 2013-12-14 (anniversary); day before = 2013-12-13',
            countedFrom: '2012-06-14',
            daysBefore: 0,
            period: { months: 18 },
            periods: [{ months: 18 }],
            convention: 'day_before',
            nominalOn: '2013-12-14',
            dueOn: '2013-12-13',
          },
          differs: false,
        },
      ],
    })
  })

  it('lets the printed date govern and shows where it differs from the computed one', () => {
    const [, second] = explain(opened({ printed })).limits
    expect(second).toMatchObject({ dueOn: '2013-12-14', computation: { dueOn: '2013-12-13' }, differs: true })
  })

  it('says where a month has no such day', () => {
    const closing = { session: 'ilo:ilc-101', date: day('2012-08-31'), status: 'inferred' } as const
    const [, second] = explain(opened({ closing })).limits
    expect(second?.computation.text).toBe('closing 2012-08-31; plus 18 months = 2014-02-28 (last day of a month without that day); day before = 2014-02-27')
    expect(second).toMatchObject({ event: { status: 'inferred' }, provisional: true })
  })

  it('gives a referral its single limit', () => {
    const { limits } = explain(opened({ kind: referral, rule: referralRule }))
    expect(limits.map(({ limit, dueOn, rule }) => ({ limit, dueOn, rule }))).toStrictEqual([
      { limit: '18-months', dueOn: '2013-12-13', rule: 'ILO Constitution, art. 19(7)(b)(i) (19-7-b-i)' },
    ])
  })

  it('reads as lines for a lawyer', () => {
    const closing = { session: 'ilo:ilc-101', date: day('2012-06-14'), status: 'inferred' } as const
    expect(explanationLines(explain(opened({ printed, closing }))).slice(0, 18)).toStrictEqual([
      'ilo:R202:submission:FRA',
      '',
      '12-months: 2013-06-13, that day included (provisional)',
      '  Rule: ILO Constitution, art. 19(6)(b) (19-6-b), in force from 1948-04-20',
      '  Source: ILO Constitution',
      '  Counted from: the closing of session ilo:ilc-101, 2012-06-14 (inferred)',
      '  Computation: closing 2012-06-14; plus 12 months = 2013-06-14 (anniversary); day before = 2013-06-13',
      '  Way of counting: day_before (unconfirmed; ILO Constitution)',
      '  Printed: 2013-06-13, “قبل ١٣ حزيران/ يونيه ٢٠١٣” (SPF (000), para. 13); the printed date governs',
      '',
      '18-months: 2013-12-14, that day included, open only in exceptional circumstances (provisional)',
      '  Rule: ILO Constitution, art. 19(6)(b) (19-6-b), in force from 1948-04-20',
      '  Source: ILO Constitution',
      '  Counted from: the closing of session ilo:ilc-101, 2012-06-14 (inferred)',
      '  Computation: closing 2012-06-14; plus 18 months = 2013-12-14 (anniversary); day before = 2013-12-13',
      '  Way of counting: day_before (unconfirmed; ILO Constitution)',
      '  Printed: 2013-12-14, “a misprint” (SPF (000), para. 13); the printed date governs',
      '  Difference: printed 2013-12-14, computed 2013-12-13',
    ])
  })
})
