import { createRequire } from 'node:module'
import countries from 'i18n-iso-countries'
import { beforeAll, describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../../domain/calendar/computation.ts'
import { languages } from '../../../domain/languages.ts'
import { checkSeeds, type SeedReport } from '../../../infra/seeds/check-seeds.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { seededMembersOn } from '../../../infra/seeds/membership.ts'
import type { OrganizationSeeds } from '../../../infra/seeds/seeds.ts'
import { realSeeds, today } from './seeds-copy.ts'

const require = createRequire(import.meta.url)

let report: SeedReport
let organizations: readonly OrganizationSeeds[]
let ilo: OrganizationSeeds

beforeAll(async () => {
  const started = performance.now()
  report = await checkSeeds(realSeeds, today)
  console.log(`seeds check: ${report.files} files in ${Math.round(performance.now() - started)} ms`)
  organizations = (await loadSeeds(realSeeds, today)).organizations
  ilo = organizations.find(({ organization }) => organization.code === 'ilo') ?? expect.fail('there is no ilo')
})

const member = (code: string) => ilo.members.members.find((one) => one.code === code) ?? expect.fail(`there is no ${code}`)
const session = (code: string) => ilo.sessions.find((one) => one.code === code) ?? expect.fail(`there is no ${code}`)

describe('the seeds', () => {
  it('have no problem', () => expect(report.problems).toStrictEqual([]))

  it('list every place where sources differ, and no other', () =>
    expect(report.discrepancies.map(({ file, path }) => `${file} ${path}`)).toStrictEqual([
      'seeds/ilo/sessions/ilc-100.yaml opens',
      'seeds/ilo/sessions/ilc-101.yaml closes',
      'seeds/ilo/sessions/ilc-105.yaml closes',
      'seeds/ilo/members.yaml members[35].membership',
      'seeds/ilo/members.yaml members[171].membership',
      'seeds/ilo/cycles/r202/cycle.yaml printed[0].relation',
      ...[2, 37, 40, 47, 55].map((index) => `seeds/oic/members.yaml members[${index}].membership`),
    ]))

  it('warn of citations that nobody looked at for over a year', async () => {
    const { warnings, problems } = await checkSeeds(realSeeds, day('2027-11-23'))
    expect(problems).toStrictEqual([])
    expect(warnings).toHaveLength(organizations.flatMap(({ documents }) => documents).length)
  })

  it('resolve each citation to the source that it names', () =>
    expect(ilo.cycles.find(({ code }) => code === 'r202')?.printed[0]?.source).toStrictEqual([
      {
        title:
          'Follow-up to the resolution concerning efforts to make social protection floors a national reality worldwide (Governing Body, fifth item on the agenda, 5 October 2012)',
        place: 'paragraph 13',
        checkedOn: '2026-11-21',
      },
    ]))
})

describe('the membership', () => {
  it.each([
    { on: '2012-06-14', count: 185, why: 'R202: neither the Cook Islands nor Tonga' },
    { on: '2012-04-28', count: 183, why: 'the day before South Sudan' },
    { on: '2012-04-29', count: 184, why: 'South Sudan' },
    { on: '2012-05-29', count: 185, why: 'Palau, at the latest' },
    { on: '2025-06-13', count: 187, why: 'C192 and R209: Nicaragua is still bound' },
    { on: '2026-06-12', count: 187, why: 'C193' },
    { on: '2027-02-26', count: 187, why: 'the last day of Nicaragua' },
    { on: '2027-02-27', count: 186, why: 'two years after the letter of Nicaragua' },
  ])('counts $count on $on: $why', ({ on, count }) => expect(seededMembersOn(ilo, day(on))).toHaveLength(count))

  it('leaves just Tonga and the Cook Islands out of R202', () => {
    const owing = seededMembersOn(ilo, day('2012-06-14')).map((one) => one.member)
    expect(ilo.members.members.map(({ code }) => code).filter((code) => !owing.includes(code))).toStrictEqual(['COK', 'TON'])
  })

  it('keeps what is known of a day beside the day itself', () => {
    expect(member('PLW').membership.admitted).toStrictEqual({ admittedOn: null, knownBy: '2012-05-29', known: '2012-05-29' })
    expect(member('FRA').membership).toMatchObject({ admitted: { admittedOn: null, knownBy: '2004-12-31' }, status: 'inferred' })
    expect(member('COK').membership).toMatchObject({ admitted: { admittedOn: '2015-06-12' }, others: [{ says: { admittedOn: '2015-06-16' } }] })
    expect(member('NIC').withdrawal).toMatchObject({ notice: { date: '2025-02-27' }, received: null, effective: { status: 'inferred' } })
  })
})

describe('the names of Members', () => {
  it('are 187 in each language, none of them twice', () => {
    for (const language of languages) expect(new Set(ilo.members.members.map(({ names }) => names[language])).size).toBe(187)
  })

  it('are those of the library, but for those that say where else they come from', () => {
    for (const language of languages) countries.registerLocale(require(`i18n-iso-countries/langs/${language}.json`))
    const strangers = ilo.members.members.flatMap(({ code, names, namesFromCldr, namesUnconfirmed }) =>
      languages
        .filter((language) => !namesFromCldr.includes(language) && !namesUnconfirmed.includes(language))
        .filter((language) => !countries.getName(code, language, { select: 'all' })?.includes(names[language] ?? ''))
        .map((language) => `${code} ${language}`),
    )
    expect(strangers).toStrictEqual([])
  })
})

describe('the sessions', () => {
  it('tell a day that is known from one that was announced or inferred', () => {
    expect(session('ilc-101').closes).toMatchObject({ date: '2012-06-14', status: 'contradicted' })
    expect(session('ilc-113').closes).toMatchObject({ date: '2025-06-13', status: 'confirmed' })
    expect(session('ilc-114').closes).toMatchObject({ date: '2026-06-12', status: 'inferred' })
    expect(session('ilc-107').closes).toMatchObject({ date: '2018-06-08', kind: 'announced', status: 'announced' })
    expect(session('gb-314').closes).toMatchObject({ date: null, earliest: '2012-04-01', latest: '2012-06-30' })
  })

  it('hold every number, as printed', () => {
    const numbers = (body: string) => ilo.sessions.filter((one) => one.body === body).map(({ number }) => number)
    expect(numbers('ilc')).toHaveLength(16)
    const special = ['338 bis', '349 bis', '349 ter', '350 bis', '353 bis']
    expect(numbers('gb').toSorted()).toStrictEqual([...Array.from({ length: 49 }, (_, index) => String(310 + index)), ...special].toSorted())
    expect(ilo.sessions.filter(({ state }) => state === 'cancelled').map(({ number }) => number)).toStrictEqual(['338 bis', '339'])
  })
})

describe('the printed dates of R202', () => {
  it('are those that the rule gives from the closing of the session', () => {
    const cycle = ilo.cycles.find(({ code }) => code === 'r202')
    const version = ilo.rules.find(({ code }) => code === cycle?.rule)?.versions[0]
    const closing = session('ilc-101').closes.date
    if (closing === null || version?.convention == null) return expect.fail('the closing or the rule is missing')
    const { convention } = version
    expect(version.limits.map(({ period }) => computeLimit(closing, period, convention.value, { findCalendar: () => null })?.dueOn)).toStrictEqual([
      '2013-06-13',
      '2013-12-13',
    ])
    expect(cycle?.printed.map(({ date }) => date)).toStrictEqual(['2013-06-13', '2013-12-13'])
  })
})
