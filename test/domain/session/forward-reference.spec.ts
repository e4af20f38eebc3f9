import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type KnownSession, referredSession } from '../../../domain/session/forward-reference.ts'
import type { Session } from '../../../domain/session/session.ts'
import { refusal } from '../../support/spec-for.ts'

type Days = { readonly opens?: string; readonly closes?: string; readonly month?: readonly [string, string]; readonly status?: 'announced' | 'cancelled' }

const session = (number: string, { opens, closes, month, status = 'announced' }: Days, body = 'gb'): KnownSession => ({
  id: `ilo:${body}-${number.replace(' ', '-')}`,
  session: {
    ...{ status, organization: 'ilo', body, number, cycles: [] },
    opensOn: opens === undefined ? null : day(opens),
    closing: closes === undefined ? null : { date: day(closes), status: 'announced' },
    between: month === undefined ? null : { earliest: day(month[0]), latest: day(month[1]), status: 'inferred' },
  } satisfies Session,
})

/** As an extra session in 2012 left them: the autumn of 2013, once called the 318th, was the 319th. */
const known = [
  session('317', { opens: '2013-03-06', closes: '2013-03-28' }),
  session('318', { month: ['2013-06-01', '2013-06-30'] }),
  session('319', { opens: '2013-10-16', closes: '2013-10-31' }),
  session('320', { opens: '2014-03-13', closes: '2014-03-27' }),
  session('102', { opens: '2013-11-05', closes: '2013-11-20' }, 'ilc'),
  session('338', { opens: '2020-03-12', closes: '2020-03-26', status: 'cancelled' }),
  session('349', { opens: '2023-10-30', closes: '2023-11-09' }),
  session('349 bis', { opens: '2023-11-30', closes: '2023-11-30' }),
]
const refer = (number: string, month: string, body = 'gb') => referredSession({ body, number, month }, known)

describe('a session named ahead by its number and month', () => {
  it('is the one of that month, whatever its number became', () =>
    expect(refer('318th', '2013-11')).toStrictEqual({
      session: 'ilo:gb-319',
      quoted: { body: 'gb', number: '318th', month: '2013-11' },
      number: '319',
      renumbered: true,
    }))

  it.each([
    { number: '317th', month: '2013-03', session: 'ilo:gb-317', renumbered: false },
    { number: '318', month: '2013-06', session: 'ilo:gb-318', renumbered: false },
    { number: '320.ª', month: '2014-03', session: 'ilo:gb-320', renumbered: false },
    { number: '349', month: '2023-11', session: 'ilo:gb-349', renumbered: false },
    { number: '349 bis', month: '2023-11', session: 'ilo:gb-349-bis', renumbered: false },
    { number: '349e bis', month: '2023-11', session: 'ilo:gb-349-bis', renumbered: false },
    { number: '349', month: '2023-10', session: 'ilo:gb-349', renumbered: false },
  ])('$number ($month) is $session', ({ number, month, session: id, renumbered }) => expect(refer(number, month)).toMatchObject({ session: id, renumbered }))

  it('is never a session of another body', () => expect(refer('102', '2013-11')).toMatchObject({ session: 'ilo:gb-319' }))

  it.each([
    { why: 'none met about then', number: '319', month: '2015-06', code: 'unknown-session' },
    { why: 'its number alone fits', number: '319', month: '2014-10', code: 'unknown-session' },
    { why: 'the body is not known', number: '319', month: '2013-10', body: 'senate', code: 'unknown-session' },
    { why: 'two met and neither has the number', number: '350', month: '2023-11', code: 'ambiguous-session' },
    { why: 'it was cancelled', number: '338', month: '2020-03', code: 'session-cancelled' },
  ] as const)('is refused where $why', ({ number, month, body, code }) => expect(() => refer(number, month, body)).toThrow(refusal(code)))

  it('is found in its own month under any number where it is the only one, and keeps the number as quoted', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999 }), (number) => {
        const found = refer(String(number), '2013-03')
        expect([found.session, found.quoted.number, found.renumbered]).toStrictEqual(['ilo:gb-317', String(number), number !== 317])
      }),
    ))
})
