import { describe, expect, it } from 'vitest'
import { checkSeeds } from '../../../infra/seeds/check-seeds.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { change, expectTold, type Fault, lineOf, today, withSeedsCopy } from './seeds-copy.ts'

const submission = 'ilo/rules/19-6-b.yaml'
const r202 = 'ilo/cycles/r202/cycle.yaml'

const faults: readonly Fault[] = [
  {
    fault: 'a misspelt key',
    file: submission,
    replace: '    limits:',
    by: '    limts:',
    lineWith: '    limts:',
    path: 'versions[0].limts',
    what: /no field limts/,
  },
  {
    fault: 'a misspelt key in a list',
    file: r202,
    replace: 'relation: by',
    by: 'realtion: by',
    lineWith: 'realtion: by',
    path: 'printed[1].realtion',
    what: /no field realtion/,
  },
  {
    fault: 'a key written twice',
    file: r202,
    replace: 'kind: submission',
    by: 'kind: submission\nkind: submission',
    lineWith: 'kind: submission\ntitle',
    path: '',
    what: /unique/,
  },
  {
    fault: 'a missing source',
    file: 'ilo/instruments/R204.yaml',
    replace: '  source:\n    - { document: ijrc-r204 }\n',
    by: '',
    lineWith: 'adoptedOn:',
    path: 'adoptedOn.source',
    what: /missing/,
  },
  {
    fault: 'an empty source',
    file: 'ilo/rules/23-2.yaml',
    replace: '[{ document: constitution-23, place: art. 23(2) }]',
    by: '[]',
    lineWith: 'source: []',
    path: 'versions[0].parties.source',
    what: /empty/,
  },
  {
    fault: 'a source that the register does not hold',
    file: 'ilo/sessions/ilc-103.yaml',
    replace: 'ilo-close-103rd',
    by: 'ilo-close-103',
    lineWith: 'closes:',
    path: 'closes.source[0].document',
    what: /holds no ilo-close-103:/,
  },
  {
    fault: 'a date that does not exist',
    file: 'ilo/sessions/ilc-103.yaml',
    replace: '2014-06-12',
    by: '2014-06-31',
    lineWith: 'closes:',
    path: 'closes.date',
    what: /"2014-06-31" is no day that exists/,
  },
  {
    fault: 'a quote beside a paraphrase',
    file: 'ilo/rules/23-2.yaml',
    replace: '    paraphrase:',
    by: '    quote: As printed\n    paraphrase:',
    lineWith: '    paraphrase:',
    path: 'versions[0].paraphrase',
    what: /quote and paraphrase are there/,
  },
  {
    fault: 'a name missing in one language',
    file: 'ilo/members.yaml',
    replace: ', ar: ألبانيا',
    by: '',
    lineWith: 'names: { en: Albania',
    path: 'members[2].names.ar',
    what: /missing/,
  },
  {
    fault: 'an empty name',
    file: 'ilo/members.yaml',
    replace: 'es: Alemania',
    by: "es: ''",
    lineWith: 'names: { en: Germany',
    path: 'members[43].names.es',
    what: /empty/,
  },
  {
    fault: 'a contradiction without the other value',
    file: 'ilo/sessions/ilc-102.yaml',
    replace: 'announced, status: confirmed',
    by: 'announced, status: contradicted',
    lineWith: 'opens:',
    path: 'opens.others',
    what: /what contradicts it is missing/,
  },
  {
    fault: 'a file that is no YAML',
    file: 'ilo/kinds/submission.yaml',
    replace: 'from: { dayOfYear: 08-01,',
    by: 'from: { dayOfYear: [08-01,',
    lineWith: 'dayOfYear:',
    path: '',
    what: /not well-formed/,
  },
]

describe('the shape of the seeds', () => {
  it.each(faults)('is asked for, naming file and line of $fault', expectTold)

  it('is asked for once of what many Members refer to, where it stands', () =>
    withSeedsCopy(async (root) => {
      const file = 'ilo/members.yaml'
      await change(root, { file, replace: '  status: inferred\n  note: Admitted', by: '  status: infered\n  note: Admitted' })
      const line = await lineOf(root, file, 'status: infered')
      expect((await checkSeeds(root, today)).problems).toMatchObject([
        { file: `seeds/${file}`, line, path: 'before2005.status', what: expect.stringContaining('"infered"') },
      ])
    }))
})

describe('loading seeds', () => {
  it('takes nothing from seeds that have a problem, and names each', () =>
    withSeedsCopy(async (root) => {
      await change(root, { file: submission, replace: '    limits:', by: '    limts:' })
      const line = await lineOf(root, submission, '    limts:')
      await expect(loadSeeds(root, today)).rejects.toMatchObject({
        name: 'SeedsRefused',
        message: expect.stringContaining(`seeds/${submission}:${line} versions[0].limts: There is no field limts here`),
      })
    }))
})
