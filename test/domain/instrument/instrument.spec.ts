import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { replay } from '../../../domain/decider.ts'
import { type InstrumentCommand, type InstrumentEvent, instrument } from '../../../domain/instrument/instrument.ts'
import { numbered, specFor } from '../../support/spec-for.ts'

const given = specFor(instrument)
const adoption = {
  organization: 'ilo',
  code: 'R202',
  kind: 'recommendation' as const,
  title: { en: 'A', fr: 'A', es: 'A', ar: 'A' },
  session: 'ilo:ilc-101',
  status: 'confirmed' as const,
  source: [],
}
const adopt = (today: string): InstrumentCommand => ({ type: 'AdoptInstrument', today: day(today), adoptedOn: day('2012-06-14'), adoption })
const adopted: InstrumentEvent = { type: 'InstrumentAdopted', occurredOn: day('2012-06-14'), data: adoption }
const amended: InstrumentEvent = { type: 'InstrumentAmended', occurredOn: day('2023-06-12'), data: { by: 'R207', source: [] } }

describe('an instrument', () => {
  it('is adopted once, at the earliest on the day on which it is recorded', () => {
    given().when(adopt('2012-06-14')).then(adopted)
    given(adopted).when(adopt('2012-06-14')).thenRefused('already-adopted', { adoptedOn: '2012-06-14' })
    given().when(adopt('2012-06-13')).thenRefused('date-in-future')
  })
  it('is amended by a later one, if it is on record', () => {
    const amend: InstrumentCommand = { type: 'AmendInstrument', amendedOn: day('2023-06-12'), amendment: { by: 'R207', source: [] } }
    given(adopted).when(amend).then(amended)
    given().when(amend).thenRefused('unknown-instrument')
  })
  it('counts as its adoption was corrected, by whoever names the event that counts', () => {
    const wrong = { kind: 'recommendation', title: adoption.title, session: 'ilo:ilc-101', adoptedOn: day('2012-06-13') } as const
    const why = { corrects: 1, reason: 'The record says so', source: [] }
    const correct: InstrumentCommand = { type: 'CorrectAdoption', today: day('2012-07-01'), isFollowed: true, ...why, adoption: wrong }
    const corrected: InstrumentEvent = { type: 'AdoptionCorrected', occurredOn: day('2012-07-01'), data: { ...why, ...wrong } }
    given(adopted).when(correct).then(corrected)
    given(adopted, amended).when(correct).then(corrected)
    given(adopted, corrected).when(correct).thenRefused('already-corrected', { counts: '2', corrects: '1' })
    given(adopted, corrected)
      .when({ ...correct, corrects: 2 })
      .thenRefused('nothing-corrected')
    given(adopted)
      .when({ ...correct, adoption: { ...wrong, session: 'ilo:ilc-102' } })
      .thenRefused('not-correctable', { session: 'ilo:ilc-101' })
    given(adopted)
      .when({ ...correct, isFollowed: false, adoption: { ...wrong, session: 'ilo:ilc-102' } })
      .thenTypes('AdoptionCorrected')
    given(adopted)
      .when({ ...correct, adoption: { ...wrong, adoptedOn: day('2012-07-02') } })
      .thenRefused('date-in-future')
    given().when(correct).thenRefused('unknown-instrument')
    expect(replay(instrument, numbered([adopted, amended, corrected]))).toMatchObject({ adoptedOn: '2012-06-13', amendedBy: ['R207'], counts: 3 })
  })
  it('keeps what amends it when its adoption is recorded again with better sources', () =>
    expect(replay(instrument, numbered([adopted, amended, adopted]))).toMatchObject({ adoptedOn: '2012-06-14', amendedBy: ['R207'] }))
})
