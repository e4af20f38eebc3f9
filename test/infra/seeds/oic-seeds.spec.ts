import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { languages } from '../../../domain/languages.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { seededMembersOn } from '../../../infra/seeds/membership.ts'
import type { PlanSeed } from '../../../infra/seeds/schema/plan.ts'
import type { RowSeed } from '../../../infra/seeds/schema/row.ts'
import type { OrganizationSeeds } from '../../../infra/seeds/seeds.ts'
import { realSeeds, today } from './seeds-copy.ts'

let oic: OrganizationSeeds
let plan: PlanSeed
let rows: readonly RowSeed[]

beforeAll(async () => {
  const { organizations } = await loadSeeds(realSeeds, today)
  oic = organizations.find(({ organization }) => organization.code === 'oic') ?? expect.fail('there is no oic')
  ;({ plan, rows } = oic.plans.find((each) => each.plan.code === 'oic') ?? expect.fail('there is no plan oic'))
})

describe('the members of the OIC', () => {
  it('are 57 on the day of the recommendations, and with Palestine one that other lists of States may lack', () => {
    const members = seededMembersOn(oic, day('2016-04-06')).map(({ member }) => member)
    expect(members).toHaveLength(57)
    expect(members).toContain('PSE')
  })

  it('are named in four languages, none of them twice, and written to in the three of the organization', () => {
    const { members } = oic.members
    for (const language of languages) expect(new Set(members.map(({ names }) => names[language])).size).toBe(57)
    expect([...new Set(members.map(({ language }) => language))].toSorted()).toStrictEqual(oic.organization.correspondence.letters.toSorted())
  })

  it('joined in a year, and five of them in two', () => {
    const contradicted = oic.members.members.filter(({ membership }) => membership.status === 'contradicted').map(({ code }) => code)
    expect(contradicted).toStrictEqual(['ARE', 'OMN', 'QAT', 'SYR', 'UZB'])
    expect(seededMembersOn(oic, day('1969-12-30'))).toStrictEqual([])
  })
})

describe('the recommendations of Ankara', () => {
  it('are eleven, each in its own words', () => {
    expect(rows.map(({ id }) => id)).toStrictEqual(['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11'])
    expect(plan.rows.count).toBe(rows.length)
    for (const { printed } of rows) expect([printed.language, /\p{Script=Arabic}/u.test(printed.text)]).toStrictEqual(['ar', true])
    expect(rows[7]?.printed.text).toMatch(/^دعوة الدول الأعضاء في منظمة التعاون الإسلامي إلى تعيين نقاط الاتصال الوطنية \(NFPs\)/)
  })

  it('bear no date', () => {
    for (const { timing } of rows) expect(timing).toMatchObject({ printed: null, parsed: { shape: 'none' } })
    expect(plan.horizon).toMatchObject({ from: '2016-04-06', until: null })
  })

  it('are owed by those who are named, and by the delegates jointly where nobody is', () =>
    expect(rows.map(({ followed }) => followed.map(({ kind, party }) => `${kind} of ${party}`).join())).toStrictEqual([
      'invitation of members',
      ...Array.from({ length: 5 }, () => 'undertaking of delegates'),
      'undertaking of institutions',
      'invitation of members',
      'invitation of sesric',
      'invitation of sesric',
      '',
    ]))

  it('were agreed in principle, by no session, and are reviewed every second year by default of this product', () => {
    expect(plan.decision).toMatchObject({ session: null, decisionStatus: 'taken' })
    expect(plan.opens.date).toBe('2016-04-06')
    expect(plan.review).toMatchObject({ everyMonths: 24, productDefault: true })
  })

  it('keep their time in Ankara', () => expect(oic.organization.seat).toMatchObject({ city: 'Ankara', zone: 'Europe/Istanbul' }))
})
