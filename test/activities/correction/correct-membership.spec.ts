import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { admitMember } from '../../../activities/commands/organization/admit-member.ts'
import { correctAdmission } from '../../../activities/commands/organization/correct-admission.ts'
import { correctWithdrawal } from '../../../activities/commands/organization/correct-withdrawal.ts'
import { giveWithdrawalNotice } from '../../../activities/commands/organization/give-withdrawal-notice.ts'
import { foldObligation, foldOrganization } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { membersOn } from '../../../domain/organization/organization.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { contextOfPlan } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'
import { withdrawalRule } from '../../support/supervision-rules.ts'

const reason = 'The letter of admission was read wrongly'
/** TON is on record as admitted on 24 February 2016, in event 5 of the organization's stream; R210 was adopted on 12 June 2026, R202 on 14 June 2012. */
const admission = { organization: 'ilo', member: 'TON', corrects: 5, reason } as const

async function context() {
  const given = await memoryContext('2026-06-20')
  const office = { ...given.office, reference: { ...given.office.reference, withdrawalOf: () => withdrawalRule } }
  for (const [cycle, instrument] of [
    ['ilo:r202', 'R202'],
    ['ilo:r210', 'R210'],
  ] as const)
    await openCycle(office, by(secretariat, cycle), { cycle, organization: 'ilo', instrument, trackedFrom: day('2026-06-20') })
  return { ...given, office }
}
type Context = Pick<Awaited<ReturnType<typeof context>>, 'log'>
const stateOf = ({ log }: Context, id: string) => foldObligation({ events: log.events.filter(({ stream }) => stream === `obligation/${id}`) })
const newsOf = ({ log }: Context, command: string) => log.events.filter(({ commandId }) => commandId === command).map(({ stream, type }) => `${stream} ${type}`)

describe('the correction of an admission', () => {
  it('opens what the State owes by the corrected day', async () => {
    const given = await context()
    await correctAdmission(given.office, by(secretariat, 'c'), { ...admission, admittedOn: day('2010-01-01') })
    expect(newsOf(given, 'c')).toStrictEqual([
      'organization/ilo AdmissionCorrected',
      'cycle/ilo:r202 CyclePartiesCorrected',
      'obligation/ilo:R202:submission:TON ObligationOpened',
      'obligation/ilo:R202:submission:TON BasisCorrected',
    ])
    expect(stateOf(given, 'ilo:R202:submission:TON')).toMatchObject({ status: 'open', corrections: [{ fact: 'admission', reason }] })
  })

  it('releases what it does not owe by the corrected day, and all where it was never admitted', async () => {
    const given = await context()
    await correctAdmission(given.office, by(secretariat, 'c'), { ...admission, admittedOn: null })
    expect(newsOf(given, 'c')).toStrictEqual([
      'organization/ilo AdmissionCorrected',
      'cycle/ilo:r210 CyclePartiesCorrected',
      'obligation/ilo:R210:submission:TON BasisCorrected',
      'obligation/ilo:R210:submission:TON ObligationReleased',
    ])
    expect(stateOf(given, 'ilo:R210:submission:TON')).toMatchObject({ status: 'released' })
    const { histories } = await given.log.read(['organization/ilo'])
    expect(membersOn(foldOrganization(histories[0]), day('2026-06-20')).map(({ member }) => member)).toStrictEqual(['CHE', 'DEU', 'FRA'])
  })

  it('changes a name or a language for nobody who owes', async () => {
    const given = await context()
    await correctAdmission(given.office, by(secretariat, 'c'), { ...admission, letterLanguage: 'en' })
    expect(newsOf(given, 'c')).toStrictEqual(['organization/ilo AdmissionCorrected'])
    expect(given.log.events.at(-1)?.data).toMatchObject({ admittedOn: '2016-02-24', letterLanguage: 'en' })
  })

  it('that meets another one of the same event is decided again, and refused by name', async () => {
    const { office, log } = await context()
    log.meanwhile = () => correctAdmission(office, by(secretariat, 'first'), { ...admission, admittedOn: day('2016-02-25') })
    const second = correctAdmission(office, by(secretariat, 'second'), { ...admission, admittedOn: day('2016-02-26') })
    await expect(second).rejects.toEqual(refusal('already-corrected', { corrects: '5' }))
    expect(log.events.filter(({ type }) => type === 'AdmissionCorrected')).toHaveLength(1)
  })

  it.each([
    { what: 'a State without an admission', change: { member: 'AND', admittedOn: day('2000-01-01') }, code: 'unknown-member' },
    { what: 'a day to come', change: { admittedOn: day('2026-06-21') }, code: 'date-in-future' },
    { what: 'what is on record already', change: { admittedOn: day('2016-02-24') }, code: 'nothing-corrected' },
    { what: 'an event that does not count', change: { corrects: 4, admittedOn: day('2000-01-01') }, code: 'already-corrected' },
  ] as const)('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const { office, log } = await context()
    const head = await log.head()
    await expect(correctAdmission(office, by(secretariat, 'c'), { ...admission, ...change })).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })

  it('is the secretariat’s alone', async () => {
    const { office } = await context()
    await expect(correctAdmission(office, by(ministry('TON'), 'c'), { ...admission, admittedOn: null })).rejects.toEqual(refusal('not-allowed'))
  })
})

describe('a plan that asks something of each Member', () => {
  const invitation = (party: string) => `ilo:fp-5:invitation:${party}`

  it('releases a State that was no Member on its first day', async () => {
    const given = await contextOfPlan('2024-01-01')
    await correctAdmission(given.office, by(secretariat, 'c'), { ...admission, admittedOn: day('2022-01-01') })
    expect(newsOf(given, 'c')).toStrictEqual([
      'organization/ilo AdmissionCorrected',
      `obligation/${invitation('TON')} BasisCorrected`,
      `obligation/${invitation('TON')} ObligationReleased`,
    ])
  })

  it('is refused for a State that would have been one, until it owes what the plan asks', async () => {
    const given = await contextOfPlan('2024-01-01')
    const name = { en: 'Andorra', fr: 'Andorre', es: 'Andorra', ar: 'أندورا' }
    await admitMember(given.office, by(secretariat, 'a'), { organization: 'ilo', member: 'AND', name, letterLanguage: 'es', admittedOn: day('2023-01-01') })
    const { histories } = await given.log.read(['organization/ilo'])
    const corrected = { organization: 'ilo', member: 'AND', corrects: histories[0]?.version ?? 0, reason, admittedOn: day('2020-01-01') }
    const head = await given.log.head()
    await expect(correctAdmission(given.office, by(secretariat, 'c'), corrected)).rejects.toEqual(
      refusal('not-correctable', { plan: 'ilo:fp', row: 'fp-5', member: 'AND' }),
    )
    expect(await given.log.head()).toBe(head)
    await correctAdmission(given.office, by(secretariat, 'd'), { ...corrected, admittedOn: day('2021-11-13') })
  })
})

describe('the correction of a notice of withdrawal', () => {
  const notice = { organization: 'ilo', member: 'FRA', receivedOn: day('2024-06-11') } as const
  const correction = { organization: 'ilo', member: 'FRA', reason: 'It was received later' } as const
  /** FRA gave notice two years and a day before R210 was adopted, so that it does not owe under it. */
  const withNotice = async () => {
    const given = await memoryContext('2026-06-20')
    const office = { ...given.office, reference: { ...given.office.reference, withdrawalOf: () => withdrawalRule } }
    given.turn('2024-06-12')
    await giveWithdrawalNotice(office, by(secretariat, 'notice'), notice)
    given.turn('2026-06-20')
    await openCycle(office, by(secretariat, 'open'), { cycle: 'ilo:r210', organization: 'ilo', instrument: 'R210', trackedFrom: day('2026-06-20') })
    const { histories } = await given.log.read(['organization/ilo'])
    return { ...given, office, corrects: histories[0]?.version ?? 0 }
  }

  it('computes the day of its effect again, and opens what the Member still owed', async () => {
    const { corrects, office, log } = await withNotice()
    expect(stateOf({ log }, 'ilo:R210:submission:FRA')).toStrictEqual({ status: 'unknown' })
    await correctWithdrawal(office, by(secretariat, 'c'), { ...correction, corrects, receivedOn: day('2024-06-14') })
    expect(newsOf({ log }, 'c')).toStrictEqual([
      'organization/ilo WithdrawalCorrected',
      'cycle/ilo:r210 CyclePartiesCorrected',
      'obligation/ilo:R210:submission:FRA ObligationOpened',
      'obligation/ilo:R210:submission:FRA BasisCorrected',
    ])
    expect(log.events.find(({ type }) => type === 'WithdrawalCorrected')?.data).toMatchObject({ receivedOn: '2024-06-14', effectiveOn: '2026-06-14', corrects })
  })

  it('takes the notice away where none was given', async () => {
    const { corrects, office, log } = await withNotice()
    await correctWithdrawal(office, by(secretariat, 'c'), { ...correction, corrects, receivedOn: null })
    const { histories } = await log.read(['organization/ilo'])
    expect(foldOrganization(histories[0])).toMatchObject({ members: { FRA: { withdrawalEffectiveOn: null } } })
  })

  it('is refused where none is on record, and for an event that does not count', async () => {
    const { corrects, office } = await withNotice()
    const none = { ...correction, member: 'DEU', corrects, receivedOn: null }
    await expect(correctWithdrawal(office, by(secretariat, 'a'), none)).rejects.toEqual(refusal('not-correctable', { member: 'DEU' }))
    const stale = { ...correction, corrects: corrects - 1, receivedOn: null }
    await expect(correctWithdrawal(office, by(secretariat, 'b'), stale)).rejects.toEqual(refusal('already-corrected'))
  })

  it('comes before the correction of an admission that it contradicts', async () => {
    const { office } = await withNotice()
    const never = { organization: 'ilo', member: 'FRA', corrects: 2, reason, admittedOn: null }
    await expect(correctAdmission(office, by(secretariat, 'c'), never)).rejects.toEqual(refusal('out-of-order', { member: 'FRA' }))
  })
})
