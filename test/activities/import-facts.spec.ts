import { describe, expect, it } from 'vitest'
import { importFacts } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { facts, instrument, memoryContext } from '../support/memory-context.ts'

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
})
