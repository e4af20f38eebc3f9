import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import type { Fact } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { InLanguages, Language } from '../../domain/languages.ts'
import { by, memoryContext, secretariat } from './memory-context.ts'
import { followed, inFour, kinds, plan, row } from './plan.ts'

export const names: Readonly<Record<'north' | 'south', InLanguages>> = {
  north: { en: 'Northern Union', fr: 'Union du Nord', es: 'Unión del Norte', ar: 'الاتحاد الشمالي' },
  south: { en: 'Southern League', fr: 'Ligue du Sud', es: 'Liga del Sur', ar: 'الرابطة الجنوبية' },
}

const established = (organization: 'north' | 'south', zone: string): Fact => ({
  stream: `organization/${organization}`,
  type: 'OrganizationEstablished',
  on: null,
  data: { organization, name: names[organization], zone, source: [] },
})

const admitted = (organization: string, member: string, letterLanguage: Language): Fact => ({
  stream: `organization/${organization}`,
  type: 'MemberAdmitted',
  on: day('1970-01-01'),
  data: { member, name: inFour(member), letterLanguage, admittedOn: '1970-01-01', knownBy: null, status: 'confirmed', source: [] },
})

/** Fictional: Tunisia is a Member of both, written to in French by one and in Arabic by the other; France of one alone. */
const facts = [
  ...[established('north', 'Europe/Zurich'), admitted('north', 'TUN', 'fr'), admitted('north', 'FRA', 'fr')],
  ...[established('south', 'Europe/Istanbul'), admitted('south', 'TUN', 'ar')],
]

/** Of both under one code, inviting every Member to the same; each in its own words. */
const plans = (['north', 'south'] as const).map((organization) => ({
  ...plan,
  organization,
  rows: [row('5', [followed('invitation', { shape: 'none' }, { party: 'members', title: inFour(`Invitation of the ${organization}`) })])],
}))

/** Two organizations in one installation, each with a plan of the same code open since the same day. */
export async function contextOfTwo(today: string) {
  const context = await memoryContext('2021-11-12', { facts, plans, kinds })
  for (const { organization, code } of plans) {
    const cycle = `${organization}:${code}`
    await openPlan(context.office, by({ ...secretariat, organization }, `open ${cycle}`), { cycle, trackedFrom: day('2021-11-12'), synthetic: false })
  }
  context.turn(today)
  return context
}

export const inNorth = 'north:fp-5:invitation:TUN'
export const inSouth = 'south:fp-5:invitation:TUN'
