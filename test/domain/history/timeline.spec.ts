import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { eventSchemas } from '../../../domain/events.ts'
import { timelineOf } from '../../../domain/history/timeline.ts'
import { letterEvents } from '../../../domain/letter/events.ts'
import { obligationEvents } from '../../../domain/obligation/events.ts'
import type { NewEvent, RecordedEvent } from '../../../domain/record.ts'
import { encryptedAs, opened, reported } from '../../support/r202.ts'

const recorded = (stream: string, events: readonly NewEvent[], from = 1): readonly RecordedEvent[] =>
  events.map((event, index) => ({
    ...event,
    stream,
    position: from + index,
    version: index + 1,
    eventId: `event-${from + index}`,
    recordedAt: '2013-06-20T00:00:00.000Z',
    actor: { role: 'ministry', id: 'FRA' },
    commandId: 'a',
    causationId: null,
    correlationId: 'a',
  }))

const own = (...events: readonly NewEvent[]) => timelineOf(recorded('obligation/ilo:R202:submission:FRA', events))

describe('a timeline', () => {
  it('keeps the day of the fact beside the day of its record', () => {
    expect(own(...reported.complete('a', '2013-06-20', '2013-06-13'))[1]).toStrictEqual({
      position: 2,
      recordedAt: '2013-06-20T00:00:00.000Z',
      occurredOn: '2013-06-13',
      actor: { role: 'ministry', id: 'FRA' },
      type: 'ObligationPerformed',
      letter: null,
      what: { key: 'obligationPerformed', facts: { report: 'a' } },
    })
  })

  it('says of an opening which limits it set and from which closing', () => {
    expect(own(opened())[0]?.what).toStrictEqual({
      key: 'obligationOpened',
      facts: {
        instrument: 'R202',
        kind: 'submission',
        session: 'ilo:ilc-101',
        closing: '2012-06-14',
        provisional: false,
        '12-months': '2013-06-13',
        '18-months': '2013-12-13',
      },
    })
  })

  it('says of a report what was answered and what is missing, and nothing that is encrypted', () => {
    expect(
      own(reported.received('a', '2013-02-20', { submitted: 'partly', missing: ['authorityAction'], copies: { employers: 2, workers: 0 } }))[0]?.what.facts,
    ).toStrictEqual({
      report: 'a',
      submitted: 'partly',
      missing: ['authorityAction'],
      circumstancesStated: false,
      constituentMatter: false,
      furtherInformation: false,
      copiesToEmployers: 2,
      copiesToWorkers: 0,
    })
  })

  it('names the letter and its kind with each thing that became of it', () => {
    const issued = {
      type: 'LetterIssued',
      occurredOn: day('2012-08-01'),
      data: { party: 'ilo:FRA', kind: 'request', language: 'fr', obligations: ['x'], messageId: '<a@example.org>', content: encryptedAs('letter/a') },
    }
    const accepted = { type: 'LetterAccepted', occurredOn: day('2012-08-01'), data: { attempt: 1, code: 250 } }
    const timelineEntries = timelineOf(recorded('letter/ilo:FRA:2012-08-01:1', [issued, accepted], 7))
    expect(timelineEntries.map(({ letter, what }) => ({ letter, ...what }))).toStrictEqual([
      {
        letter: 'ilo:FRA:2012-08-01:1',
        key: 'letterIssued',
        facts: { kind: 'request', language: 'fr', obligations: ['x'], messageId: '<a@example.org>' },
      },
      { letter: 'ilo:FRA:2012-08-01:1', key: 'letterAccepted', facts: { kind: 'request', attempt: 1, code: 250 } },
    ])
  })

  it.each(Object.keys({ ...obligationEvents, ...letterEvents }))('says more of %s than its name', (type) => {
    const example = examples[type]
    expect(example, `an example of ${type}`).toBeDefined()
    eventSchemas[type as keyof typeof eventSchemas].parse(example)
    expect(Object.keys(own({ type, occurredOn: day('2013-06-13'), data: example ?? {} })[0]?.what.facts ?? {})).not.toStrictEqual([])
  })
})

const { session, limits, scheduled } = opened().data as Extract<ReturnType<typeof opened>, { type: 'ObligationOpened' }>['data']
const [received, made, discharged, owed] = reported.complete('a', '2013-02-20')
const examples: Readonly<Record<string, NewEvent['data']>> = {
  ObligationOpened: opened().data,
  LimitsMoved: { session, limits, scheduled, reason: 'the actual closing', source: [] },
  LetterFellDue: { step: 'request', letter: 'request', setAtVersion: 1, dueOn: '2012-08-01', superseded: [] },
  LetterSuppressed: { step: 'reminder12', letter: 'reminder12', setAtVersion: 1, dueOn: '2013-06-14' },
  DeadlinePassed: { limit: '12-months', dueOn: '2013-06-13', setAtVersion: 1 },
  ExceptionalCircumstancesStated: { grounds: encryptedAs('grounds/a'), report: 'a' },
  ...(received === undefined ? {} : { ReportReceived: received.data }),
  ...(made === undefined ? {} : { ObligationPerformed: made.data }),
  ...(discharged === undefined ? {} : { ObligationDischarged: discharged.data }),
  ...(owed === undefined ? {} : { AcknowledgementOwed: owed.data }),
  ReportReturned: { report: 'a', missing: ['documentRef'], due: '2013-12-31' },
  ObligationReopened: { report: 'a', reason: 'returned' },
  ReportAccepted: { report: 'a' },
  ReportWithdrawn: { report: 'a' },
  ObligationReleased: { reason: 'dropped from the plan', source: [] },
  BasisCorrected: { fact: 'adoption', recordedIn: 'instrument/ilo:R202', version: 2, reason: 'The record says another day', source: [] },
  LetterIssued: { party: 'ilo:FRA', kind: 'request', language: 'fr', obligations: ['x'], messageId: '<a@example.org>', content: encryptedAs('letter/a') },
  DeliveryAttempted: { attempt: 1 },
  LetterAccepted: { attempt: 1, code: 250 },
  LetterRefused: { attempt: 1, code: 550, permanent: true },
  LetterNotSent: { attempt: 1, reason: 'timeout' },
  DeliveryUncertain: { attempt: 1, reason: 'timeout' },
  LetterWithdrawn: { reason: 'answered before it left' },
}
