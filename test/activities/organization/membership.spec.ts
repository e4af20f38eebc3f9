import { describe, expect, it } from 'vitest'
import { admitMember } from '../../../activities/commands/organization/admit-member.ts'
import { giveWithdrawalNotice } from '../../../activities/commands/organization/give-withdrawal-notice.ts'
import { CommandIdReused } from '../../../activities/conflicts.ts'
import { foldOrganization } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { membersOn } from '../../../domain/organization/organization.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { refusal } from '../../support/spec-for.ts'
import { contextOfSessions } from '../../support/supervision.ts'

const name = { en: 'Andorra', fr: 'Andorre', es: 'Andorra', ar: 'أندورا' }
const admission = { organization: 'ilo', member: 'AND', name, letterLanguage: 'es' } as const
const context = () => contextOfSessions({ today: '2021-01-15', until: '2020-01-01' })
const members = async ({ log }: Awaited<ReturnType<typeof context>>, on: string) => {
  const { histories } = await log.read(['organization/ilo'])
  return membersOn(foldOrganization(histories[0]), day(on)).map(({ member }) => member)
}

describe('the membership of an organization', () => {
  it('grows on the day of an admission; what was adopted before is not owed', async () => {
    const given = await context()
    await admitMember(given.office, by(secretariat, 'a'), { ...admission, admittedOn: day('2021-01-10') })
    expect(await members(given, '2021-01-09')).not.toContain('AND')
    expect(await members(given, '2021-01-10')).toContain('AND')
    expect(given.log.events.filter(({ stream }) => stream.endsWith(':AND'))).toStrictEqual([])
  })

  it('shrinks two years after a notice was received, and what the State owes stays', async () => {
    const given = await context()
    const before = given.log.typesOf('obligation/ilo:R202:submission:FRA')
    await giveWithdrawalNotice(given.office, by(secretariat, 'w'), { organization: 'ilo', member: 'FRA', receivedOn: day('2020-02-29'), note: 'A letter' })
    expect(given.log.events.at(-1)).toMatchObject({
      occurredOn: '2020-02-29',
      data: { member: 'FRA', effectiveOn: '2022-02-28', receivedOn: '2020-02-29', subjectTo: 'its dues are paid', note: 'A letter' },
    })
    expect(await members(given, '2022-02-27')).toContain('FRA')
    expect(await members(given, '2022-02-28')).not.toContain('FRA')
    expect(given.log.typesOf('obligation/ilo:R202:submission:FRA')).toStrictEqual(before)
  })

  it('is refused to a Member, to a second notice, and to a State that is none', async () => {
    const { office } = await context()
    await expect(admitMember(office, by(secretariat, '1'), { ...admission, member: 'FRA' })).rejects.toEqual(refusal('already-member'))
    await expect(giveWithdrawalNotice(office, by(secretariat, '2'), { organization: 'ilo', member: 'AND' })).rejects.toEqual(refusal('not-a-member'))
    await giveWithdrawalNotice(office, by(secretariat, '3'), { organization: 'ilo', member: 'FRA' })
    const again = giveWithdrawalNotice(office, by(secretariat, '4'), { organization: 'ilo', member: 'FRA' })
    await expect(again).rejects.toEqual(refusal('notice-already-given', { effectiveOn: '2023-01-15' }))
  })

  it('is the secretariat’s to change, once for one command', async () => {
    const { office } = await context()
    await expect(async () => giveWithdrawalNotice(office, by(ministry('FRA'), 'w'), { organization: 'ilo', member: 'FRA' })).rejects.toEqual(
      refusal('not-allowed'),
    )
    const first = await admitMember(office, by(secretariat, 'a'), admission)
    expect(await admitMember(office, by(secretariat, 'a'), admission)).toStrictEqual(first)
    await expect(admitMember(office, by(secretariat, 'a', 'other'), admission)).rejects.toBeInstanceOf(CommandIdReused)
  })

  it('does not guess when a notice takes effect', async () => {
    const { office } = await context()
    const without = { ...office, reference: { ...office.reference, withdrawalOf: () => null } }
    await expect(giveWithdrawalNotice(without, by(secretariat, 'w'), { organization: 'ilo', member: 'FRA' })).rejects.toEqual(refusal('rule-not-known'))
  })
})
