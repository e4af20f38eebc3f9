import { describe, expect, it } from 'vitest'
import { type Actor, system } from '../../../domain/actor.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { RecordedEvent } from '../../../domain/record.ts'
import { wakesFor } from '../../../infra/temporal/wakes-for.ts'

const ministry: Actor = { role: 'ministry', id: 'FRA' }

describe('what is woken for what is recorded', () => {
  it('is the workflow of the obligation, unless it wrote the event itself', () => {
    expect(woken(['obligation/ilo:R202:submission:FRA', 'ReportReceived', ministry])).toStrictEqual({ 'obligation/ilo:R202:submission:FRA': 1 })
    expect(woken(['obligation/ilo:R202:submission:FRA', 'ObligationOpened', system('seeds')])).toStrictEqual({ 'obligation/ilo:R202:submission:FRA': 1 })
    expect(woken(['obligation/ilo:R202:submission:FRA', 'LetterFellDue', system('follow-obligation')])).toStrictEqual({})
  })

  it('is the correspondence for each notice, whoever queued it, and for nothing else there', () => {
    expect(woken(['correspondence/ilo:FRA', 'NoticeQueued', system('follow-obligation')])).toStrictEqual({ 'correspondence/ilo:FRA': 1 })
    expect(woken(['correspondence/ilo:FRA', 'NoticesGathered', system('correspond')])).toStrictEqual({})
    expect(woken(['correspondence/ilo:FRA', 'LetterClosed', system('correspond')])).toStrictEqual({})
  })

  it("is the party's correspondence when a person decides about a letter, and nothing when the installation delivers it", () => {
    expect(woken(['letter/ilo:FRA:2012-08-01:1', 'LetterWithdrawn', { role: 'secretariat', id: 'secretariat' }])).toStrictEqual({ 'correspondence/ilo:FRA': 1 })
    expect(woken(['letter/ilo:FRA:2012-08-01:1', 'LetterAccepted', system('correspond')])).toStrictEqual({})
  })

  it('is the cycle, the plan or the yearly list when it is opened, and each cycle that counts from a session that closes', () => {
    expect(woken(['cycle/ilo:r202', 'CycleOpened', system('seeds')])).toStrictEqual({ 'cycle/ilo:r202': 1 })
    expect(woken(['cycle/ilo:r202', 'LimitPassed', system('run-cycle')])).toStrictEqual({})
    expect(woken(['session/ilo:ilc-114', 'SessionClosed', { role: 'secretariat', id: 'secretariat' }])).toStrictEqual({
      'cycle/ilo:c193': 1,
      'cycle/ilo:r209': 1,
    })
    expect(woken(['plan/ilo:sp', 'RowRecorded', { role: 'secretariat', id: 'secretariat' }])).toStrictEqual({ 'cycle/ilo:sp': 1 })
    expect(woken(['yearly-list/ilo:yearly-list', 'YearlyListOpened', system('seeds')])).toStrictEqual({ 'cycle/ilo:yearly-list': 1 })
    expect(woken(['yearly-list/ilo:yearly-list', 'ListPrepared', system('run-cycle')])).toStrictEqual({})
    expect(woken(['session/ilo:ilc-99', 'SessionAnnounced', system('seeds')])).toStrictEqual({})
  })

  it('is nothing for facts that no workflow keeps the time for', () =>
    expect(
      woken(
        ['organization/ilo', 'MemberAdmitted', system('seeds')],
        ['instrument/ilo:R202', 'InstrumentAdopted', system('seeds')],
        ['rehearsal/ilo:r202', 'DayBegan', system('rehearsal')],
      ),
    ).toStrictEqual({}))

  it('is each workflow once a batch, with the highest position that concerns it', () =>
    expect(
      woken(
        ['obligation/ilo:R202:submission:FRA', 'ReportReceived', ministry],
        ['obligation/ilo:R202:submission:TUN', 'ReportReceived', ministry],
        ['obligation/ilo:R202:submission:FRA', 'ObligationDischarged', ministry],
        ['obligation/ilo:R202:submission:FRA', 'LetterFellDue', system('follow-obligation')],
      ),
    ).toStrictEqual({ 'obligation/ilo:R202:submission:FRA': 3, 'obligation/ilo:R202:submission:TUN': 2 }))
})

type Brief = readonly [stream: string, type: string, actor: Actor]

const woken = (...events: readonly Brief[]) =>
  Object.fromEntries(
    wakesFor(
      events.map(([stream, type, actor], index) => recorded(index + 1, stream, type, actor)),
      (session) => (session === 'ilo:ilc-114' ? ['ilo:c193', 'ilo:r209'] : []),
    ),
  )

const recorded = (position: number, stream: string, type: string, actor: Actor): RecordedEvent => ({
  position,
  stream,
  version: position,
  eventId: `event-${position}`,
  type,
  occurredOn: day('2012-08-01'),
  recordedAt: '2012-08-01T00:00:00.000Z',
  actor,
  commandId: 'command',
  causationId: null,
  correlationId: 'command',
  data: {},
})
