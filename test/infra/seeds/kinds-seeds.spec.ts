import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { ObligationOpened } from '../../../domain/obligation/events.ts'
import { kindFrom } from '../../../infra/seeds/kind-from.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { referenceFrom } from '../../../infra/seeds/reference-from.ts'
import { by, france, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { type Change, change, realSeeds, today, withSeedsCopy } from './seeds-copy.ts'

const seeds = await loadSeeds(realSeeds, today)
const kinds = seeds.organizations.flatMap(({ organization, kinds: declared }) => declared.map((kind) => ({ file: `${organization.code}/${kind.code}`, kind })))

const submission = 'ilo/kinds/submission.yaml'
const referral = 'ilo/kinds/referral.yaml'

/** What two installations record of France and R202 whose rulebooks differ in this change: the opening, a report, and what that report opens. */
async function recorded(spoiled: readonly Change[] = []) {
  const { organizations, rehearsal } = await withSeedsCopy(async (root) => {
    for (const each of spoiled) await change(root, each)
    return loadSeeds(root, today)
  })
  const { office, log, turn } = await memoryContext('2012-06-14')
  const installation = { ...office, reference: { ...office.reference, kindsUnder: referenceFrom({ organizations, rehearsal }).kindsUnder } }
  const opening = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: false }
  await openCycle(installation, by(secretariat, 'open'), opening)
  turn('2013-06-01')
  const answer = { ...complete('2013-02-05'), federal: { federalOrConstituent: 'mixed' as const } }
  const { missing } = await submitReport(installation, by(ministry('FRA'), 'report'), france, answer)
  const opened = log.events.flatMap(({ type, data, stream }) => (type === 'ObligationOpened' && stream.endsWith(':FRA') ? [data as ObligationOpened] : []))
  return { opened, missing, made: log.events.filter(({ type }) => type === 'ObligationPerformed').map(({ occurredOn }) => occurredOn) }
}

const steps = ({ opened }: Awaited<ReturnType<typeof recorded>>, kind: string) =>
  opened.find((each) => each.kind === kind)?.scheduled.map(({ step, on }) => `${step} ${on}`)

const suppressed = ({ opened }: Awaited<ReturnType<typeof recorded>>) =>
  opened.map(({ kindSnapshot }) => kindSnapshot.letters.flatMap(({ letter, suppressedBy }) => (suppressedBy === undefined ? [] : [letter])))

describe('the kinds of obligations', () => {
  it('are declared in files of both organizations', () => {
    expect(kinds.map(({ file }) => file)).toEqual(expect.arrayContaining(['ilo/submission', 'ilo/referral', 'ilo/output', 'oic/invitation']))
  })

  it.each(kinds)('$file declares who owes, the due rule, the letters, what a report holds and what discharges it, with where it is from', ({ kind }) => {
    expect(kind.owedBy.length).toBeGreaterThan(0)
    expect(kind.discharge.by).toMatch(/^(complete-report|target)$/)
    expect(kindFrom(kind).answerWithin).toBeGreaterThan(0)
    expect(kind.source.length > 0 || kind.productDefault).toBe(true)
    const { report, provisions } = kind
    if (report.form === 'questionnaire') {
      expect(provisions?.length).toBeGreaterThan(0)
      expect(kind.letters.length).toBeGreaterThan(0)
      expect(report.required).toContain(report.performedOn.field)
    } else expect(report.fields.filter(({ required }) => required).map(({ name }) => name)).toContain(report.performedOn)
  })
})

describe('what is recorded of a submission and of a referral', () => {
  it('is what their files declare', async () => {
    const found = await recorded()
    expect(found.opened.map(({ kind }) => kind)).toStrictEqual(['submission', 'referral'])
    expect(steps(found, 'submission')).toStrictEqual(['request 2012-08-01', 'reminder12 2013-06-14', 'reminder18 2013-12-14'])
    expect(steps(found, 'referral')).toStrictEqual(['reminder18 2013-12-14'])
    expect(found.opened[0]).toMatchObject({
      basis: { type: 'provision', rule: { code: '19-6-b' } },
      kindSnapshot: {
        answerWithin: 30,
        name: { en: 'Submission to the competent authorities' },
        report: {
          required: [
            ...['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction'],
            ...['communicatedTo.employers', 'communicatedTo.workers'],
          ],
          performedOn: { field: 'submissionDate', given: 'submitted' },
        },
        opens: { kind: 'referral', when: 'constituentMatter' },
      },
    })
    expect(suppressed(found)).toStrictEqual([['reminder12'], []])
    expect(found.opened[1]).toMatchObject({
      basis: { rule: { code: '19-7-b-i' } },
      kindSnapshot: { report: { required: ['federal.referralDate', 'federal.referredAuthorities'] }, opens: null },
    })
    expect([found.missing, found.made]).toStrictEqual([[], ['2013-02-05']])
  })

  it('is another day of the request where the file names another', async () => {
    const found = await recorded([{ file: submission, replace: 'dayOfYear: 08-01', by: 'dayOfYear: 03-31' }])
    expect(steps(found, 'submission')?.[0]).toBe('request 2013-03-31')
  })

  it('is no reminder, and no sparing of one, where the file has none', async () => {
    const found = await recorded([
      { file: submission, replace: 'from: { limit: 18-months }', by: 'from: { limit: 12-months }' },
      { file: submission, replace: '    suppressedBy: exceptional-circumstances\n', by: '' },
    ])
    expect(steps(found, 'submission')?.[2]).toBe('reminder18 2013-06-14')
    expect(suppressed(found)[0]).toStrictEqual([])
  })

  it('is a complete report without what the file does not require, and other days for the rest', async () => {
    const found = await recorded([
      { file: submission, replace: '    - authorityAction\n', by: '    - federal.referredAuthorities\n' },
      { file: submission, replace: 'answerWithin:\n  days: 30', by: 'answerWithin:\n  days: 45' },
    ])
    expect(found.missing).toStrictEqual(['federal.referredAuthorities'])
    expect(found.opened[0]?.kindSnapshot.answerWithin).toBe(45)
  })

  it('is no day of submission where the file names a field that was not answered', async () => {
    const found = await recorded([
      { file: submission, replace: 'field: submissionDate, given: submitted', by: 'field: federal.referralDate' },
      { file: submission, replace: '    - submissionDate\n', by: '    - federal.referralDate\n' },
    ])
    expect([found.missing, found.made]).toStrictEqual([['federal.referralDate'], []])
  })

  it('is no referral where the file opens none', async () => {
    const found = await recorded([
      { file: submission, replace: 'opens: { kind: referral, when: constituentMatter }\n', by: '' },
      { file: referral, replace: 'opensUpon: government-statement', by: 'opensUpon: session-closing' },
    ])
    // Nothing waits for a statement any more: it opens with its cycle, in the order of the codes.
    expect(found.opened.map(({ kind }) => kind)).toStrictEqual(['referral', 'submission'])
  })
})
