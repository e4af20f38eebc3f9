import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { checkSeeds } from '../../../infra/seeds/check-seeds.ts'
import { change, expectTold, type Fault, today, withSeedsCopy } from './seeds-copy.ts'

const submission = 'ilo/rules/19-6-b.yaml'
const r202 = 'ilo/cycles/r202/cycle.yaml'
const older = (from: string, to: string) =>
  `  - { from: ${from}, fromStatus: unconfirmed, to: ${to}, limits: [], countedFrom: null, convention: null, parties: { membersOn: communication, source: [{ document: SPF }], laterMembersOwe: null }, paraphrase: Older, source: [{ document: SPF }] }\n  - from: 1948-04-20`

const faults: readonly Fault[] = [
  {
    fault: 'a code that is not the name of its file',
    file: 'ilo/sessions/gb-316.yaml',
    replace: 'code: gb-316',
    by: 'code: gb-317',
    lineWith: 'code: gb-317',
    path: 'code',
    what: /named for gb-316/,
  },
  {
    fault: 'a gap between versions',
    file: submission,
    replace: '  - from: 1948-04-20',
    by: older('1919-06-28', '1948-04-18'),
    lineWith: '  - from: 1948-04-20',
    path: 'versions[1].from',
    what: /gap: no version is in force from 1948-04-19/,
  },
  {
    fault: 'an overlap of versions',
    file: submission,
    replace: '  - from: 1948-04-20',
    by: older('1919-06-28', '1948-04-20'),
    lineWith: '  - from: 1948-04-20',
    path: 'versions[1].from',
    what: /overlaps the one before, which runs to 1948-04-20/,
  },
  {
    fault: 'a version after one without end',
    file: submission,
    replace: '  - from: 1948-04-20',
    by: older('1919-06-28', 'null'),
    lineWith: '  - from: 1948-04-20',
    path: 'versions[1].from',
    what: /no end/,
  },
  {
    fault: 'a convention that contradicts itself',
    file: submission,
    replace: 'closingDayCounts: true',
    by: 'closingDayCounts: false',
    lineWith: 'closingDayCounts',
    path: 'versions[0].convention.closingDayCounts',
    what: /agree/,
  },
  {
    fault: 'a name that is its code',
    file: 'ilo/members.yaml',
    replace: 'fr: Albanie',
    by: 'fr: ALB',
    lineWith: 'names: { en: Albania',
    path: 'members[2].names',
    what: /name in fr/,
  },
  {
    fault: 'a State that is no State',
    file: 'ilo/members.yaml',
    replace: 'code: TON',
    by: 'code: TOX',
    lineWith: 'code: TOX',
    path: 'members[167].code',
    what: /TOX is no code of ISO/,
  },
  {
    fault: 'a Member written to in a language that is none of its organization',
    file: 'oic/members.yaml',
    replace: 'names: { en: Guyana, fr: Guyana, es: Guyana, ar: غيانا }\n    language: en',
    by: 'names: { en: Guyana, fr: Guyana, es: Guyana, ar: غيانا }\n    language: es',
    lineWith: '    language: es',
    path: 'members[19].language',
    what: /Letters go in ar, en, fr, not in es/,
  },
  {
    fault: 'a document of a body that the organization does not have',
    file: 'oic/documents.yaml',
    replace: 'body: workshop',
    by: 'body: gb',
    lineWith: 'body: gb',
    path: '[0].body',
    what: /no body gb/,
  },
  {
    fault: 'a Member too few',
    file: 'ilo/members.yaml',
    replace: '{ on: 2016-02-24 }',
    by: '{ on: 2036-02-24 }',
    lineWith: 'count:',
    path: 'count',
    what: /186 Members on 2026-06-12, but the source counts 187/,
  },
  {
    fault: 'a session of a body that the organization does not have',
    file: 'ilo/sessions/gb-316.yaml',
    replace: 'body: gb',
    by: 'body: workshop',
    lineWith: 'body: workshop',
    path: 'body',
    what: /no body workshop among ilc, gb/,
  },
  {
    fault: 'a session that neither adopted an instrument nor says so',
    file: 'ilo/sessions/ilc-102.yaml',
    replace: 'instruments: { none: true, status: unconfirmed, note: No instrument of this session was found. }',
    by: '',
    lineWith: 'code: ilc-102',
    path: 'code',
    what: /No instrument names this session/,
  },
  {
    fault: 'a session that closes before it opens',
    file: 'ilo/sessions/ilc-99.yaml',
    replace: '2010-06-18',
    by: '2010-06-01',
    lineWith: 'closes:',
    path: 'closes',
    what: /before it opens on 2010-06-02/,
  },
  {
    fault: 'an instrument of a session that is not seeded',
    file: 'ilo/instruments/R200.yaml',
    replace: 'ilc-99',
    by: 'ilc-98',
    lineWith: 'session: ilc-98',
    path: 'session',
    what: /no session ilc-98/,
  },
  {
    fault: 'an instrument of a kind that the organization does not declare',
    file: 'ilo/instruments/R204.yaml',
    replace: 'kind: recommendation',
    by: 'kind: declaration',
    lineWith: 'kind: declaration',
    path: 'kind',
    what: /no kind of instrument declaration, only convention, recommendation, protocol/,
  },
  {
    fault: 'an instrument with the code of another kind',
    file: 'ilo/instruments/R204.yaml',
    replace: 'kind: recommendation',
    by: 'kind: convention',
    lineWith: 'kind: convention',
    path: 'kind',
    what: /R204 is no code of a convention: it is C and 3 digits/,
  },
  {
    fault: 'a rule for a kind of instruments that nobody declares',
    file: 'ilo/rules/19-7-b-i.yaml',
    replace: 'appliesTo: [',
    by: 'appliesTo: [declaration, ',
    lineWith: 'appliesTo: [declaration',
    path: 'appliesTo[0]',
    what: /no kind of instrument declaration/,
  },
  {
    fault: 'an adoption outside its session',
    file: 'ilo/instruments/R204.yaml',
    replace: '2015-06-12',
    by: '2015-06-14',
    lineWith: 'date: 2015-06-14',
    path: 'adoptedOn.date',
    what: /outside ilc-104/,
  },
  {
    fault: 'an amendment told at one end only',
    file: 'ilo/instruments/R202.yaml',
    replace: '\namendedBy: [R207]\n',
    by: '',
    lineWith: '  instruments:',
    told: 'ilo/instruments/R207.yaml',
    path: 'amends.instruments[1]',
    what: /both ends/,
  },
  {
    fault: 'a cycle under the rule of another kind',
    file: r202,
    replace: 'rule: 19-6-b',
    by: 'rule: 19-5-b',
    lineWith: 'rule: 19-5-b',
    path: 'rule',
    what: /does not apply to a recommendation/,
  },
  {
    fault: 'a wrong number of parties',
    file: r202,
    replace: 'count: 185',
    by: 'count: 187',
    lineWith: 'count: 187',
    path: 'parties.count',
    what: /185 Members on 2012-06-14/,
  },
  {
    fault: 'a wording that prints another day',
    file: r202,
    replace: 'wording: قبل ١٣',
    by: 'wording: قبل ١٤',
    lineWith: 'wording: قبل ١٤',
    path: 'printed[0].wording',
    what: /does not print the day/,
  },
  {
    fault: 'a citation looked at in the future',
    file: 'ilo/documents.yaml',
    replace: '2026-11-21',
    by: '2026-11-23',
    lineWith: 'checkedOn: 2026-11-23',
    path: '[0].checkedOn',
    what: /future/,
  },
]

describe('what the seeds say of each other', () => {
  it.each(faults)('is checked, naming file and line of $fault', expectTold)

  it('has no room for a file that is no seed', () =>
    withSeedsCopy(async (root) => {
      await writeFile(join(root, 'ilo/sessions/notes.txt'), 'note: nothing')
      const { problems } = await checkSeeds(root, today)
      expect(problems).toMatchObject([{ file: 'seeds/ilo/sessions/notes.txt', what: expect.stringContaining('No seed has its place here') }])
    }))

  it('tells of a file that every organization must have', () =>
    withSeedsCopy(async (root) => {
      await rm(join(root, 'ilo/members.yaml'))
      const { problems } = await checkSeeds(root, today)
      expect(problems).toMatchObject([{ file: 'seeds/ilo/members.yaml', what: expect.stringContaining('missing') }])
    }))

  it('asks an organization whose instruments are followed how letters name the treaty under which Members owe', () =>
    withSeedsCopy(async (root) => {
      const file = join(root, 'ilo/organization.yaml')
      const [before = '', after = ''] = (await readFile(file, 'utf8')).split(/^constitution:$[\s\S]*?(?=^bodies:$)/m)
      await writeFile(file, before + after)
      const { problems } = await checkSeeds(root, today)
      expect(problems).toMatchObject([
        { file: 'seeds/ilo/organization.yaml', what: expect.stringMatching(/^The cycle c192 asks .* Say in `constitution` how\.$/) },
      ])
    }))

  it('reports a printed date that the rule does not give, with both days', () =>
    withSeedsCopy(async (root) => {
      await change(root, { file: submission, replace: 'value: day_before', by: 'value: anniversary' })
      await change(root, { file: submission, replace: 'closingDayCounts: true', by: 'closingDayCounts: false' })
      const { problems, discrepancies } = await checkSeeds(root, today)
      expect(problems).toStrictEqual([])
      expect(discrepancies.filter(({ path }) => path.endsWith('.date'))).toMatchObject([
        { path: 'printed[0].date', used: '2013-06-13', others: ['2013-06-14 (anniversary from 2012-06-14)'] },
        { path: 'printed[1].date', used: '2013-12-13', others: ['2013-12-14 (anniversary from 2012-06-14)'] },
      ])
    }))
})
