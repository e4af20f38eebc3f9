import { describe, expect, it } from 'vitest'
import { correctAdoption } from '../../activities/commands/session/correct-adoption.ts'
import { importFacts } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { by, facts, instrument, memoryContext, secretariat } from '../support/memory-context.ts'

describe('the facts of the seeds', () => {
  it('are recorded once, however often they are imported, and on whatever day', async () => {
    const { office, log } = await memoryContext('2012-06-14')
    expect(await log.head()).toBe(facts.length)
    expect(await importFacts(office, facts, day('2020-01-01'))).toBe(0)
    expect(await log.head()).toBe(facts.length)
  })
  it('that are new join those on record, under their own day or that of the import', async () => {
    const { office, log } = await memoryContext('2012-06-14')
    const fresh = [
      instrument('R204', '101', '2012-06-14'),
      { stream: 'session/ilo:ilc-101', type: 'SessionCancelled', on: null, data: { reason: 'x', source: [] } },
    ]
    expect(await importFacts(office, [...facts, ...fresh], day('2015-06-13'))).toBe(2)
    expect(
      log.events
        .slice(-2)
        .map(({ type, occurredOn, actor }) => [type, occurredOn, actor.role])
        .sort(),
    ).toStrictEqual([
      ['InstrumentAdopted', '2012-06-14', 'system'],
      ['SessionCancelled', '2015-06-13', 'system'],
    ])
  })
  it('are recorded once where two import them at the same time', async () => {
    const { office, log } = await memoryContext('2012-06-14')
    const fresh = [instrument('R204', '101', '2012-06-14')]
    log.meanwhile = () => importFacts(office, [...fresh, instrument('R205', '101', '2012-06-14')], day('2015-06-13'))
    expect(await importFacts(office, fresh, day('2015-06-13'))).toBe(0)
    expect(log.typesOf('instrument/ilo:R204')).toStrictEqual(['InstrumentAdopted'])
  })

  it('leave what a person corrected, whatever later seeds say of it', async () => {
    const { office, log } = await memoryContext('2012-06-20')
    const correction = { instrument: 'ilo:R202', corrects: 1, reason: 'The record says so', adoptedOn: day('2012-06-13') }
    await correctAdoption(office, by(secretariat, 'correct'), correction)
    expect(await importFacts(office, [instrument('R202', '101', '2012-06-12'), instrument('R203', '101', '2012-06-12')], day('2012-06-20'))).toBe(1)
    expect(log.typesOf('instrument/ilo:R202')).toStrictEqual(['InstrumentAdopted', 'AdoptionCorrected'])
  })
})
