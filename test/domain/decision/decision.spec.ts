import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { type DecisionCommand, type DecisionEvent, decision, decisionId } from '../../../domain/decision/decision.ts'
import type { Session } from '../../../domain/session/session.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(decision)
const today = day('2024-04-01')
const said = {
  ...{ organization: 'ilo', session: 'ilo:gb-350', paragraph: '12(b)', text: 'The plan is approved.' },
  ...{ enters: [], moves: [], releases: [], source: [{ title: 'GB.350/INS/6', place: 'paragraph 12' }] },
}
const held = { status: 'announced', organization: 'ilo', body: 'gb', number: '350', opensOn: day('2024-03-04'), between: null, cycles: [] } as const
const at: Session = { ...held, closing: { date: day('2024-03-14'), status: 'announced' } }
const take = (takenOn: string | null, where: Session = at, on = today): DecisionCommand => ({
  type: 'TakeDecision',
  today: on,
  at: where,
  takenOn: takenOn === null ? null : day(takenOn),
  decision: said,
})
const taken = (takenOn: string, status: 'confirmed' | 'inferred' = 'confirmed'): DecisionEvent => ({
  type: 'DecisionTaken',
  occurredOn: day(takenOn),
  data: { ...said, takenOn: day(takenOn), status },
})

describe('a decision of a body', () => {
  it('is of a day of its session, the first and the last included', () => {
    for (const date of ['2024-03-04', '2024-03-11', '2024-03-14']) given().when(take(date)).then(taken(date))
  })
  it('without a day of its own is of the last day of its session, or of today while it sits', () => {
    given().when(take(null)).then(taken('2024-03-14', 'inferred'))
    given()
      .when(take(null, at, day('2024-03-08')))
      .then(taken('2024-03-08', 'inferred'))
  })

  it.each([
    { why: 'the day before it opened', takenOn: '2024-03-03', code: 'decision-outside-session' },
    { why: 'the day after it closed', takenOn: '2024-03-15', code: 'decision-outside-session' },
    { why: 'a day that has not come', takenOn: '2024-04-02', code: 'date-in-future' },
  ] as const)('is not of $why: $code', ({ takenOn, code }) => given().when(take(takenOn)).thenRefused(code))
  it('is not of a session that has not opened, was cancelled or is not on record', () => {
    given()
      .when(take(null, at, day('2024-03-03')))
      .thenRefused('decision-outside-session')
    given()
      .when(take('2024-03-11', { ...at, status: 'cancelled' }))
      .thenRefused('session-cancelled')
    given()
      .when(take('2024-03-11', { status: 'unknown' }))
      .thenRefused('unknown-session', { session: 'ilo:gb-350' })
  })
  it('of a session known to the month alone lies within that month', () => {
    const between = { earliest: day('2024-03-01'), latest: day('2024-03-31'), status: 'month-only' } as const
    const month: Session = { ...held, opensOn: null, closing: null, between }
    given().when(take(null, month)).then(taken('2024-03-31', 'inferred'))
    given().when(take('2024-02-29', month)).thenRefused('decision-outside-session')
  })
  it('is recorded once', () => given(taken('2024-03-14')).when(take('2024-03-14')).thenRefused('already-decided', { paragraph: '12(b)' }))

  it('brings more later, once it is on record', () => {
    const brought = { enters: ['ilo:a'], moves: [], releases: [] }
    given(taken('2024-03-14')).when({ type: 'ApplyDecision', today, brought }).then({ type: 'DecisionApplied', occurredOn: today, data: brought })
    given().when({ type: 'ApplyDecision', today, brought }).thenRefused('unknown-decision')
    expect(replay(decision, numbered([taken('2024-03-14'), { type: 'DecisionApplied', occurredOn: today, data: brought }]))).toMatchObject({
      enters: ['ilo:a'],
      takenOn: '2024-03-14',
    })
  })

  it('is named by its session and its paragraph', () => expect(decisionId('ilo:gb-350', '12 (b)')).toBe('ilo:gb-350-12(b)'))
})

describe('a decision that was recorded wrongly', () => {
  const why = { corrects: 1, reason: 'The minutes say so', source: [] }
  const nothing = { enters: [], moves: [], releases: [] }
  const correct = (change: Partial<Extract<DecisionCommand, { type: 'CorrectDecision' }>> = {}): DecisionCommand => ({
    ...{ type: 'CorrectDecision', today, at, ...why, taken: true, paragraph: null, text: null, takenOn: null, brought: nothing },
    ...change,
  })
  const corrected = (change: object): DecisionEvent => ({
    type: 'DecisionCorrected',
    occurredOn: today,
    data: { ...why, taken: true, paragraph: said.paragraph, text: said.text, takenOn: day('2024-03-11'), status: 'confirmed', ...nothing, ...change },
  })

  it('counts as it was corrected, and keeps what it is not corrected in', () => {
    given(taken('2024-03-11'))
      .when(correct({ text: 'The plan is noted.' }))
      .then(corrected({ text: 'The plan is noted.' }))
    given(taken('2024-03-11'))
      .when(correct({ takenOn: day('2024-03-12') }))
      .then(corrected({ takenOn: day('2024-03-12') }))
    const state = replay(decision, numbered([taken('2024-03-11'), corrected({ text: 'The plan is noted.', enters: ['a'] })]))
    expect(state).toMatchObject({ status: 'taken', text: 'The plan is noted.', takenOn: '2024-03-11', enters: ['a'], counts: 2 })
  })

  it('may bring more alone, and may not have been taken', () => {
    given(taken('2024-03-11'))
      .when(correct({ brought: { ...nothing, releases: ['a'] } }))
      .then(corrected({ releases: ['a'] }))
    given(taken('2024-03-11'))
      .when(correct({ taken: false }))
      .then(corrected({ taken: false }))
    given(taken('2024-03-11'), corrected({ taken: false }))
      .when(correct({ corrects: 2, text: 'x' }))
      .thenRefused('unknown-decision')
    given(taken('2024-03-11'), corrected({ taken: false }))
      .when(take('2024-03-11'))
      .then(taken('2024-03-11'))
  })

  it('is corrected by whoever names the event that counts, and only to what can be', () => {
    given(taken('2024-03-11'), corrected({ text: 'x' }))
      .when(correct({ text: 'y' }))
      .thenRefused('already-corrected', { counts: '2', corrects: '1' })
    given(taken('2024-03-11')).when(correct()).thenRefused('nothing-corrected')
    given(taken('2024-03-11'))
      .when(correct({ takenOn: day('2024-03-15') }))
      .thenRefused('decision-outside-session')
    given()
      .when(correct({ text: 'x' }))
      .thenRefused('unknown-decision')
  })
})
