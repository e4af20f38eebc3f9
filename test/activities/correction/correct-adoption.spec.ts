import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { previewByName } from '../../../activities/commands/give-by-name.ts'
import { correctAdoption } from '../../../activities/commands/session/correct-adoption.ts'
import { foldCycle, foldInstrument, foldObligation } from '../../../activities/fold.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import { timelineOf } from '../../../domain/history/timeline.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { submitCompleteReport } from '../../support/reports.ts'
import { refusal } from '../../support/spec-for.ts'

const words = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const correction = { instrument: 'ilo:R202', corrects: 1, reason: 'The record of proceedings says so', adoptedOn: day('2012-06-10') } as const
const obligation = (party: string) => `obligation/ilo:R202:submission:${party}`

/** R202 is followed as adopted on 14 June 2012; KIR was admitted two days before that, and TON four years later. */
async function context() {
  const given = await memoryContext('2012-06-20')
  const admitted = (member: string, admittedOn: string) => ({
    ...{ stream: 'organization/ilo', type: 'MemberAdmitted', on: day(admittedOn) },
    data: { member, name: words(member), letterLanguage: 'en', admittedOn, knownBy: null, status: 'confirmed', source: [] },
  })
  await importFacts(given.office, [admitted('KIR', '2012-06-12')], day('2012-06-20'))
  await openCycle(given.office, by(secretariat, 'open'), { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-20') })
  return given
}
type Context = Awaited<ReturnType<typeof context>>
const historyOf = ({ log }: Context, stream: string) => log.events.filter((event) => event.stream === stream)
const stateOf = (given: Context, party: string) => foldObligation({ events: historyOf(given, obligation(party)) })
const newsOf = ({ log }: Context, command: string) => log.events.filter(({ commandId }) => commandId === command).map(({ stream, type }) => `${stream} ${type}`)

describe('the correction of an adoption', () => {
  it('releases those who were no Members on the corrected day, and each obligation notes it', async () => {
    const given = await context()
    await correctAdoption(given.office, by(secretariat, 'correct'), correction)
    expect(newsOf(given, 'correct')).toStrictEqual([
      'instrument/ilo:R202 AdoptionCorrected',
      'cycle/ilo:r202 CyclePartiesCorrected',
      ...['CHE', 'DEU', 'FRA'].map((party) => `${obligation(party)} BasisCorrected`),
      ...['BasisCorrected', 'ObligationReleased'].map((type) => `${obligation('KIR')} ${type}`),
    ])
    expect(foldInstrument({ events: historyOf(given, 'instrument/ilo:R202') })).toMatchObject({ adoptedOn: '2012-06-10', counts: 2 })
    expect(foldCycle({ events: historyOf(given, 'cycle/ilo:r202') })).toMatchObject({ parties: ['CHE', 'DEU', 'FRA'] })
    expect(stateOf(given, 'FRA')).toMatchObject({ status: 'open', basis: { adoptedOn: '2012-06-10' } })
    expect(stateOf(given, 'KIR')).toMatchObject({ status: 'released' })
  })

  it('opens what those owe who were Members on the corrected day alone, counted from the same closing', async () => {
    const given = await context()
    await correctAdoption(given.office, by(secretariat, 'first'), correction)
    const opened = { ...correction, corrects: 2, adoptedOn: day('2012-06-11') }
    await correctAdoption(given.office, by(secretariat, 'quiet'), opened)
    expect(newsOf(given, 'quiet')).not.toContain('cycle/ilo:r202 CyclePartiesCorrected')
    const late = { ...correction, corrects: 3, adoptedOn: day('2012-06-14') }
    await expect(correctAdoption(given.office, by(secretariat, 'back'), late)).rejects.toEqual(
      refusal('already-released', { obligation: 'ilo:R202:submission:KIR' }),
    )

    const early = await memoryContext('2012-06-20')
    const fact = { stream: 'organization/ilo', type: 'MemberAdmitted', on: day('2012-06-12') }
    const data = { member: 'KIR', name: words('KIR'), letterLanguage: 'en', admittedOn: '2012-06-12', knownBy: null, status: 'confirmed', source: [] }
    await importFacts(early.office, [{ ...fact, data }], day('2012-06-20'))
    await correctAdoption(early.office, by(secretariat, 'wrong'), correction)
    await openCycle(early.office, by(secretariat, 'open'), { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-20') })
    expect(stateOf(early, 'KIR')).toStrictEqual({ status: 'unknown' })
    await correctAdoption(early.office, by(secretariat, 'right'), { ...correction, corrects: 2, adoptedOn: day('2012-06-14') })
    expect(newsOf(early, 'right').slice(-2)).toStrictEqual([`${obligation('KIR')} ObligationOpened`, `${obligation('KIR')} BasisCorrected`])
    expect(stateOf(early, 'KIR')).toMatchObject({ status: 'open', trackedFrom: '2012-06-20', limits: [{ dueOn: '2013-06-13' }, { dueOn: '2013-12-13' }] })
    expect(foldCycle({ events: historyOf(early, 'cycle/ilo:r202') })).toMatchObject({ parties: ['CHE', 'DEU', 'FRA', 'KIR'] })
  })

  it('leaves what was discharged as it is', async () => {
    const given = await context()
    given.turn('2012-12-01')
    await submitCompleteReport(given.office, 'ilo:R202:submission:KIR', '2012-11-20')
    await correctAdoption(given.office, by(secretariat, 'correct'), correction)
    expect(stateOf(given, 'KIR')).toMatchObject({ status: 'discharged', corrections: [{ fact: 'adoption' }] })
  })

  it('is read in the history and in the explanation of each obligation', async () => {
    const given = await context()
    await correctAdoption(given.office, by(secretariat, 'correct'), { ...correction, title: words('R202, as printed') })
    const state = stateOf(given, 'FRA')
    if (state.status === 'unknown') throw new TypeError('FRA owes')
    expect(explanationOf('ilo:R202:submission:FRA', state)).toMatchObject({
      title: 'R202, as printed',
      corrections: [{ fact: 'adoption', recordedIn: 'instrument/ilo:R202', reason: correction.reason, on: '2012-06-20' }],
    })
    expect(timelineOf(historyOf(given, obligation('FRA'))).at(-1)?.what).toStrictEqual({
      key: 'basisCorrected',
      facts: { fact: 'adoption', recordedIn: 'instrument/ilo:R202', reason: correction.reason },
    })
  })

  it('is previewed without a trace', async () => {
    const { office, log } = await context()
    const head = await log.head()
    const { ends } = await previewByName(office, () => by(secretariat, 'look'), 'correct-adoption', correction)
    expect(ends.map((each) => each.obligation)).toStrictEqual(['ilo:R202:submission:KIR'])
    expect(await log.head()).toBe(head)
  })

  it('that meets another one of the same event is decided again, and refused by name', async () => {
    const { office, log } = await context()
    log.meanwhile = () => correctAdoption(office, by(secretariat, 'first'), correction)
    const second = correctAdoption(office, by(secretariat, 'second'), { ...correction, adoptedOn: day('2012-06-13') })
    await expect(second).rejects.toEqual(refusal('already-corrected', { counts: '2', corrects: '1' }))
    expect(log.events.filter(({ type }) => type === 'AdoptionCorrected')).toHaveLength(1)
  })

  it.each([
    { what: 'another session, while it is followed', change: { session: 'ilo:ilc-114', adoptedOn: day('2026-06-12') }, code: 'not-correctable' },
    { what: 'another kind, while it is followed', change: { kind: 'convention' }, code: 'not-correctable' },
    { what: 'what is on record already', change: { adoptedOn: day('2012-06-14') }, code: 'nothing-corrected' },
    { what: 'a day outside its session', change: { adoptedOn: day('2012-06-15') }, code: 'adoption-outside-session' },
    { what: 'an instrument that is not on record', change: { instrument: 'ilo:R999' }, code: 'unknown-instrument' },
    { what: 'an event that does not count', change: { corrects: 7 }, code: 'already-corrected' },
  ] as const)('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    given.turn('2026-06-20')
    const head = await given.log.head()
    await expect(correctAdoption(given.office, by(secretariat, 'c'), { ...correction, ...change })).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('takes another session where nobody follows the instrument', async () => {
    const given = await context()
    given.turn('2026-06-20')
    const change = { instrument: 'ilo:R203', session: 'ilo:ilc-114', adoptedOn: day('2026-06-11') }
    await correctAdoption(given.office, by(secretariat, 'c'), { ...correction, ...change })
    expect(newsOf(given, 'c')).toStrictEqual(['instrument/ilo:R203 AdoptionCorrected'])
  })

  it('is the secretariat’s alone', async () => {
    const { office } = await context()
    await expect(correctAdoption(office, by(ministry('FRA'), 'c'), correction)).rejects.toEqual(refusal('not-allowed'))
  })
})
