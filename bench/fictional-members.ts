import { openCycle } from '../activities/commands/cycle/open-cycle.ts'
import { importFacts } from '../activities/import-facts.ts'
import type { UseCaseContext } from '../activities/use-case-context.ts'
import { day } from '../domain/calendar/calendar-date.ts'
import { systemPrincipal } from '../domain/principal.ts'
import { factsFrom } from '../infra/seeds/facts-from.ts'
import type { Seeds } from '../infra/seeds/seeds.ts'

/** Codes of Members that do not exist, from `AAA` on. */
const codes = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, n) => String.fromCharCode(...[n / 676, n / 26, n].map((digit) => 65 + (Math.floor(digit) % 26))))

/** Opens the cycle of R202 for so many made-up Members. @returns the obligations */
export async function openCycleOf(office: UseCaseContext, seeds: Seeds, count: number): Promise<readonly string[]> {
  const known = factsFrom(seeds).filter(({ type }) => type !== 'MemberAdmitted' && type !== 'WithdrawalNoticeGiven')
  const members = codes(count).map((member) => {
    const name = { en: member, fr: member, es: member, ar: member }
    const data = { member, name, letterLanguage: 'en', admittedOn: null, knownBy: day('2005-01-01'), status: 'unconfirmed', source: [{ title: 'Made up' }] }
    return { stream: 'organization/ilo', type: 'MemberAdmitted', on: null, data }
  })
  await importFacts(office, [...known, ...members], day('2012-06-14'))
  const opening = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: true }
  await openCycle(office, { commandId: 'open/ilo:r202', principal: systemPrincipal('seeds') }, opening)
  return codes(count).map((member) => `ilo:R202:submission:${member}`)
}
