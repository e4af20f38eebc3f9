import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { type SessionCommand, type SessionEvent, session } from '../../../domain/session/session.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(session)
const today = day('2026-06-20')
const announcement = {
  organization: 'ilo',
  body: 'ilc',
  number: '114',
  opensOn: day('2026-06-02'),
  closesOn: { date: day('2026-06-12'), status: 'inferred' as const },
  source: [],
}
const announced: SessionEvent = { type: 'SessionAnnounced', occurredOn: day('2026-01-01'), data: announcement }
const closed = (closedOn: string): SessionEvent => ({
  type: 'SessionClosed',
  occurredOn: day(closedOn),
  data: { closedOn: day(closedOn), status: 'confirmed', reason: 'the record of the last sitting', source: [] },
})
const cancelled: SessionEvent = { type: 'SessionCancelled', occurredOn: today, data: { reason: 'a pandemic', source: [] } }
const counted: SessionEvent = { type: 'CycleCountedFromClosing', occurredOn: today, data: { cycle: 'ilo:c193' } }
const close = (closedOn: string): SessionCommand => ({
  type: 'CloseSession',
  today,
  closedOn: day(closedOn),
  status: 'confirmed',
  reason: 'the record of the last sitting',
  source: [],
})
const correct = (corrects: string, closedOn: string): SessionCommand => ({
  type: 'CorrectClosing',
  today,
  corrects: day(corrects),
  closedOn: day(closedOn),
  reason: 'a slip of the pen',
  source: [],
})
const announce = (change: Partial<typeof announcement> = {}): SessionCommand => ({
  type: 'AnnounceSession',
  today: day('2026-01-01'),
  announcement: { ...announcement, ...change },
})
const cancel: SessionCommand = { type: 'CancelSession', today, reason: 'a pandemic', source: [] }
const count: SessionCommand = { type: 'CountCycle', today, cycle: 'ilo:c193' }

describe('a session', () => {
  it('is announced once', () => {
    given().when(announce()).then(announced)
    given(announced).when(announce()).thenRefused('already-announced')
  })
  it('is not announced to close before it opens, but may close on its first day', () => {
    given()
      .when(announce({ opensOn: day('2026-06-13') }))
      .thenRefused('closes-before-opening', { opensOn: '2026-06-13', closesOn: '2026-06-12' })
    given()
      .when(announce({ opensOn: day('2026-06-12') }))
      .thenTypes('SessionAnnounced')
  })

  it('closes, on the day it opened or any day until today', () => {
    for (const date of ['2026-06-02', '2026-06-12', '2026-06-20']) given(announced).when(close(date)).then(closed(date))
  })
  it.each([
    { date: '2026-06-21', code: 'date-in-future' },
    { date: '2026-06-01', code: 'closes-before-opening' },
  ] as const)('does not close on $date: $code', ({ date, code }) => given(announced).when(close(date)).thenRefused(code))
  it('closes once, and not when it was never announced or was cancelled', () => {
    given(announced, closed('2026-06-12')).when(close('2026-06-12')).thenRefused('already-closed', { closedOn: '2026-06-12' })
    given(announced, cancelled).when(close('2026-06-12')).thenRefused('session-cancelled')
    given().when(close('2026-06-12')).thenRefused('unknown-session')
  })

  it('is cancelled, unless it was held', () => {
    given(announced).when(cancel).then(cancelled)
    given(announced, closed('2026-06-12')).when(cancel).thenRefused('already-closed')
  })

  it('notes once that a cycle is counted from it, and never of a session that was cancelled', () => {
    given(announced).when(count).then(counted)
    given(announced, counted).when(count).thenNothing()
    given(announced, cancelled).when(count).thenRefused('session-cancelled')
  })

  it('keeps its actual closing and its cycles when its announcement is recorded again with better sources', () =>
    expect(replay(session, numbered([announced, counted, closed('2026-06-13'), { ...announced, data: { ...announcement, number: '114 bis' } }]))).toStrictEqual(
      {
        status: 'closed',
        between: null,
        organization: 'ilo',
        body: 'ilc',
        number: '114 bis',
        opensOn: '2026-06-02',
        closing: { date: '2026-06-13', status: 'confirmed' },
        cycles: ['ilo:c193'],
      },
    ))
})

describe('a closing recorded wrongly', () => {
  it('is corrected by a further event that says why', () =>
    given(announced, closed('2026-06-12'))
      .when(correct('2026-06-12', '2026-06-13'))
      .then({
        type: 'ClosingCorrected',
        occurredOn: today,
        data: { corrects: day('2026-06-12'), closedOn: day('2026-06-13'), reason: 'a slip of the pen', source: [] },
      }))

  it.each([
    { what: 'to the same day', corrects: '2026-06-12', closedOn: '2026-06-12', code: 'nothing-corrected' },
    { what: 'from a day that is not on record', corrects: '2026-06-11', closedOn: '2026-06-13', code: 'already-corrected' },
    { what: 'to a day ahead', corrects: '2026-06-12', closedOn: '2026-06-21', code: 'date-in-future' },
    { what: 'to a day before it opened', corrects: '2026-06-12', closedOn: '2026-06-01', code: 'closes-before-opening' },
  ] as const)('is not corrected $what', ({ corrects, closedOn, code }) =>
    given(announced, closed('2026-06-12')).when(correct(corrects, closedOn)).thenRefused(code),
  )

  it('is there before it is corrected', () => given(announced).when(correct('2026-06-12', '2026-06-13')).thenRefused('closing-not-known'))
})
