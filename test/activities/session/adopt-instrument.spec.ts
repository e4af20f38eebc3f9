import { describe, expect, it } from 'vitest'
import { adoptInstrument } from '../../../activities/commands/session/adopt-instrument.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { VersionConflict } from '../../../activities/conflicts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'

const title = { en: 'A', fr: 'A', es: 'A', ar: 'A' }
const payload = { session: 'ilo:ilc-114', instrument: 'C193', kind: 'convention', title, adoptedOn: day('2026-06-12') } as const

describe('an adoption', () => {
  it('is recorded on its own day, once', async () => {
    const { office, log } = await memoryContext('2026-06-20')
    const first = await adoptInstrument(office, by(secretariat, 'c'), payload)
    expect(log.events.at(-1)).toMatchObject({
      stream: 'instrument/ilo:C193',
      type: 'InstrumentAdopted',
      occurredOn: '2026-06-12',
      data: { code: 'C193', session: 'ilo:ilc-114' },
    })
    expect(await adoptInstrument(office, by(secretariat, 'c'), payload)).toStrictEqual(first)
    await expect(adoptInstrument(office, by(secretariat, 'd'), payload)).rejects.toEqual(refusal('already-adopted'))
  })
  it.each([
    { change: { session: 'ilo:ilc-999' }, code: 'unknown-session' },
    { change: { adoptedOn: day('2026-06-01') }, code: 'adoption-outside-session' },
    { change: { session: 'ilo:ilc-101', adoptedOn: day('2012-06-15') }, code: 'adoption-outside-session' },
    { change: { adoptedOn: day('2026-06-21') }, code: 'date-in-future' },
  ] as const)('with $change is refused: $code', async ({ change, code }) => {
    const { office, log } = await memoryContext('2026-06-20')
    const head = await log.head()
    await expect(adoptInstrument(office, by(secretariat, 'c'), { ...payload, ...change })).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })
  it('may be on the last day of the session', async () => {
    const { office, log } = await memoryContext('2026-06-20')
    await adoptInstrument(office, by(secretariat, 'c'), { ...payload, session: 'ilo:ilc-101', adoptedOn: day('2012-06-14') })
    expect(log.typesOf('instrument/ilo:C193')).toStrictEqual(['InstrumentAdopted'])
  })
  it('is judged again when the session closes in between', async () => {
    const { office, log } = await memoryContext('2026-06-20')
    log.meanwhile = () => closeSession(office, by(secretariat, 'close'), { session: 'ilo:ilc-114', closedOn: day('2026-06-11') })
    const adopting = adoptInstrument(office, by(secretariat, 'c'), payload)
    await expect(adopting).rejects.toEqual(refusal('adoption-outside-session'))
    await expect(adopting).rejects.not.toBeInstanceOf(VersionConflict)
  })
  it('is the secretariat’s to record, and its code has the form that its organization gives', async () => {
    const { office } = await memoryContext('2026-06-20')
    await expect(async () => adoptInstrument(office, by(ministry('FRA'), 'c'), payload)).rejects.toEqual(refusal('not-allowed'))
    for (const instrument of ['R202', 'c193', 'C19', 'C1933'])
      await expect(async () => adoptInstrument(office, by(secretariat, instrument), { ...payload, instrument })).rejects.toEqual(
        refusal('malformed-instrument-code', { instrument }),
      )
    const wellFormed = (instrument: string) => adoptInstrument.definition.payload.safeParse({ ...payload, instrument }).success
    expect(['C193', 'report-12', 'A.7(2)', 'C193 ', 'a:b', ''].filter(wellFormed)).toStrictEqual(['C193', 'report-12', 'A.7(2)'])
  })
})
