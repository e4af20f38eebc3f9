import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { type LetterEvent, letter } from '../../../domain/letter/letter.ts'
import { numbered } from '../../support/spec-for.ts'

const [at, later] = [day('2012-08-01'), day('2012-08-02')]
const issued: LetterEvent = {
  type: 'LetterIssued',
  occurredOn: at,
  data: { party: 'ilo:FRA', kind: 'request', language: 'fr', obligations: ['ilo:R202:submission:FRA'], messageId: '<1@x>', content: { id: 'c', sha256: 's' } },
}
const attempted = (attempt: number): LetterEvent => ({ type: 'DeliveryAttempted', occurredOn: later, data: { attempt } })
const foldOf = (...events: LetterEvent[]) => replay(letter, numbered([issued, ...events]))

describe('a letter', () => {
  it('begins pending, with nothing tried', () =>
    expect(foldOf()).toStrictEqual({
      status: 'issued',
      party: 'ilo:FRA',
      kind: 'request',
      obligations: ['ilo:R202:submission:FRA'],
      dueOn: [],
      report: null,
      messageId: '<1@x>',
      content: { id: 'c', sha256: 's' },
      issuedOn: '2012-08-01',
      attempts: 0,
      underWay: false,
      outcome: 'pending',
      sentOn: null,
    }))
  it.each<{ end: LetterEvent; expected: object }>([
    { end: attempted(2), expected: { attempts: 2, underWay: true, outcome: 'pending', sentOn: null } },
    {
      end: { type: 'LetterAccepted', occurredOn: later, data: { attempt: 1, code: 250 } },
      expected: { underWay: false, outcome: 'accepted', sentOn: '2012-08-02' },
    },
    {
      end: { type: 'LetterRefused', occurredOn: later, data: { attempt: 1, code: 550, permanent: true } },
      expected: { underWay: false, outcome: 'refused', sentOn: null },
    },
    { end: { type: 'LetterRefused', occurredOn: later, data: { attempt: 1, code: 451, permanent: false } }, expected: { underWay: false, outcome: 'pending' } },
    {
      end: { type: 'LetterNotSent', occurredOn: later, data: { attempt: 1, reason: 'ECONNRESET' } },
      expected: { underWay: false, outcome: 'pending', attempts: 1 },
    },
    { end: { type: 'DeliveryUncertain', occurredOn: later, data: { attempt: 1, reason: 'ETIMEDOUT' } }, expected: { underWay: false, outcome: 'uncertain' } },
    { end: { type: 'LetterWithdrawn', occurredOn: later, data: { reason: 'answered' } }, expected: { underWay: false, outcome: 'withdrawn', sentOn: null } },
  ])('under way, then $end.type: $expected', ({ end, expected }) => expect(foldOf(attempted(1), end)).toMatchObject(expected))
  it('that was never issued stays unknown', () => expect(replay(letter, numbered([attempted(1)]))).toStrictEqual({ status: 'unknown' }))
})
