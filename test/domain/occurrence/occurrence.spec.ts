import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type OccurrenceCommand, type OccurrenceEvent, occurrence } from '../../../domain/occurrence/occurrence.ts'
import { specFor } from '../../support/spec-for.ts'

const source = [{ title: 'Minutes' }]
const recorded: OccurrenceEvent = {
  type: 'OccurrenceRecorded',
  occurredOn: day('2026-02-03'),
  data: { organization: 'parliament', type: 'report-tabled', on: day('2026-02-03'), about: 'report-7', source },
}
const record = (more: Partial<OccurrenceCommand> = {}): OccurrenceCommand => ({
  ...{ type: 'RecordEvent', today: day('2026-02-10'), organization: 'parliament', eventType: 'report-tabled', about: 'report-7' },
  ...{ on: day('2026-02-03'), source },
  ...more,
})
const given = specFor(occurrence)

describe('something that happened', () => {
  it('is recorded on its own day', () => given().when(record()).then(recorded))
  it('has not happened before its day has come', () =>
    given()
      .when(record({ today: day('2026-02-02') }))
      .thenRefused('date-in-future'))
  it('is recorded once', () => given(recorded).when(record()).thenRefused('already-recorded'))
  it('gets another day only for a reason', () => {
    given(recorded)
      .when(record({ on: day('2026-02-04') }))
      .thenRefused('reason-missing', { on: '2026-02-03' })
    given(recorded)
      .when(record({ on: day('2026-02-04'), reason: 'The minutes were corrected' }))
      .thenRefused('reason-missing', { on: '2026-02-03' })
    given(recorded)
      .when(record({ on: day('2026-02-04'), corrects: day('2026-02-03'), reason: 'The minutes were corrected' }))
      .then({ type: 'OccurrenceCorrected', occurredOn: day('2026-02-04'), data: { on: day('2026-02-04'), reason: 'The minutes were corrected', source } })
  })
  it('has the day to which it was corrected last', () => {
    const corrected: OccurrenceEvent = { type: 'OccurrenceCorrected', occurredOn: day('2026-02-04'), data: { on: day('2026-02-04'), reason: 'x', source } }
    given(recorded, corrected)
      .when(record({ on: day('2026-02-04'), reason: 'again' }))
      .thenRefused('already-recorded')
    given(recorded, corrected)
      .when(record({ reason: 'back', corrects: day('2026-02-04') }))
      .thenTypes('OccurrenceCorrected')
    given(recorded, corrected)
      .when(record({ on: day('2026-02-05'), reason: 'late', corrects: day('2026-02-03') }))
      .thenRefused('already-corrected', { on: '2026-02-04', corrects: '2026-02-03' })
  })
})
