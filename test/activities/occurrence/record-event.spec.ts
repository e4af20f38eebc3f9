import { describe, expect, it } from 'vitest'
import { recordEvent } from '../../../activities/commands/occurrence/record-event.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'

const payload = { organization: 'ilo', type: 'report-tabled', about: 'report-7', on: day('2026-06-12') }

/** With one type of event declared. */
async function withEventType() {
  const { office, log } = await memoryContext('2026-06-20')
  return { log, office: { ...office, reference: { ...office.reference, eventTypesOf: () => ['report-tabled'] } } }
}

describe('an event of a declared type', () => {
  it('is recorded in a stream of its own, once a command', async () => {
    const { office, log } = await withEventType()
    const first = await recordEvent(office, by(secretariat, 'a'), payload)
    expect(log.events.at(-1)).toMatchObject({
      stream: 'occurrence/ilo:report-tabled:report-7',
      type: 'OccurrenceRecorded',
      occurredOn: '2026-06-12',
      data: { type: 'report-tabled', about: 'report-7', on: '2026-06-12' },
    })
    expect(await recordEvent(office, by(secretariat, 'a'), payload)).toStrictEqual(first)
    await expect(recordEvent(office, by(secretariat, 'b'), payload)).rejects.toEqual(refusal('already-recorded'))
  })

  it('gets another day for a reason, and keeps the first on record', async () => {
    const { office, log } = await withEventType()
    await recordEvent(office, by(secretariat, 'a'), payload)
    await recordEvent(office, by(secretariat, 'b'), { ...payload, on: day('2026-06-11'), corrects: payload.on, reason: 'The minutes were corrected' })
    expect(log.typesOf('occurrence/ilo:report-tabled:report-7')).toStrictEqual(['OccurrenceRecorded', 'OccurrenceCorrected'])
  })

  it('gets one of two other days given at once; whoever comes second is refused by name', async () => {
    const { office, log } = await withEventType()
    await recordEvent(office, by(secretariat, 'a'), payload)
    const correction = { ...payload, corrects: payload.on, reason: 'The minutes were corrected' }
    log.meanwhile = () => recordEvent(office, by(secretariat, 'first'), { ...correction, on: day('2026-06-11') })
    const second = recordEvent(office, by(secretariat, 'second'), { ...correction, on: day('2026-06-10') })
    await expect(second).rejects.toEqual(refusal('already-corrected', { on: '2026-06-11', corrects: '2026-06-12' }))
    expect(log.events.filter(({ type }) => type === 'OccurrenceCorrected')).toHaveLength(1)
  })

  it.each([
    { what: 'a type that nobody declared', change: { type: 'report-lost' }, code: 'unknown-event-type' },
    { what: 'a day to come', change: { on: day('2026-06-21') }, code: 'date-in-future' },
  ] as const)('is refused with $what, and nothing is recorded', async ({ change, code }) => {
    const { office, log } = await withEventType()
    const head = await log.head()
    await expect(recordEvent(office, by(secretariat, 'a'), { ...payload, ...change })).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })

  it('is the secretariat’s to record', async () => {
    const { office } = await withEventType()
    await expect(recordEvent(office, by(ministry('FRA'), 'a'), payload)).rejects.toEqual(refusal('not-allowed'))
  })
})
