import { describe, expect, it } from 'vitest'
import { CommandIdReused } from '../../../activities/conflicts.ts'
import { takeStep } from '../../../activities/obligation/take-step.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, contextOfR202, france, ministry, reviewer, secretariat } from '../../support/memory-context.ts'
import { completeReport, submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

const own = `obligation/${france}`
const referral = 'obligation/ilo:R202:referral:FRA'
const answered = ['ObligationOpened', 'ReportReceived', 'ObligationPerformed', 'ObligationDischarged', 'AcknowledgementOwed']
const metadata = (commandId = 'c', body = commandId) => by(ministry('FRA'), commandId, body)
/** The installation, and whether anything was recorded or encrypted since. */
const watched = async (today = '2013-03-01') => {
  const context = await contextOfR202(today)
  const head = await context.log.head()
  return { ...context, untouched: async () => expect([await context.log.head(), context.encrypted.items.size]).toStrictEqual([head, 0]) }
}

describe('a report handed in', () => {
  it('is recorded with its acknowledgement in the correspondence, in one append', async () => {
    const { office, log } = await watched()
    const { report, missing } = await submitReport(office, metadata(), france, complete())
    expect(missing).toStrictEqual([])
    expect(log.typesOf(own)).toStrictEqual(answered)
    const notice = log.events.at(-1)
    expect(notice).toMatchObject({
      stream: 'correspondence/ilo:FRA',
      commandId: 'c',
      data: { obligation: france, kind: 'acknowledgement', dueOn: '2013-03-01', report },
    })
  })

  it('is told what is missing, and so is the party by letter', async () => {
    const { office, log } = await watched()
    const { report, missing } = await submitReport(office, metadata(), france, { ...complete(), authorityAction: null })
    expect(missing).toStrictEqual(['authorityAction'])
    expect(log.events.at(-1)).toMatchObject({
      stream: 'correspondence/ilo:FRA',
      data: { kind: 'return', report, missing: ['authorityAction'], returnDue: '2013-03-31' },
    })
  })

  it('has its words and papers encrypted under the State, and only their ids in the record', async () => {
    const { office, log, encrypted } = await watched()
    const paper = { name: 'bill', mediaType: 'text/plain', content: 'QmlsbA==' }
    const answer = { ...complete(), exceptionalCircumstances: 'The elections', documents: [paper] }
    const { report } = await submitReport(office, metadata(), france, answer)
    const { documents: _, ...words } = answer
    const item = (id: string) => encrypted.items.get(id)
    expect(JSON.parse(item(`report/${report}`)?.content ?? '')).toStrictEqual(words)
    expect(JSON.parse(item(`document/${report}/1`)?.content ?? '')).toStrictEqual(paper)
    expect(item(`grounds/${report}`)?.content).toBe('The elections')
    expect([...encrypted.items.values()].every(({ subject }) => subject === 'ilo:FRA')).toBe(true)
    expect(JSON.stringify(log.events)).not.toMatch(/elections|Parliament|QmlsbA|Debated/)
  })
})

describe('a report is judged in order, and nothing is recorded or encrypted when it is refused', () => {
  const early = { ...complete('2012-06-13') }
  it('first, whether the obligation exists', async () => {
    const { office, untouched } = await watched()
    for (const id of ['ilo:R202:submission:TON', 'ilo:R202:referral:FRA', 'ilo:R999:submission:FRA', 'nonsense'])
      await expect(submitReport(office, metadata(), id, early)).rejects.toEqual(refusal('unknown-obligation', { obligation: id }))
    await untouched()
  })
  it('then, whether the actor may', async () => {
    const { office, untouched } = await watched()
    for (const actor of [ministry('DEU'), reviewer, { role: 'auditor', id: 'auditor' } as const])
      await expect(submitReport(office, by(actor, 'c'), france, early)).rejects.toEqual(refusal('not-allowed'))
    await untouched()
  })
  it('then, whether its dates can be true, complete or not', async () => {
    const { office, untouched } = await watched()
    await expect(submitReport(office, metadata(), france, early)).rejects.toEqual(refusal('submission-predates-adoption'))
    await expect(submitReport(office, metadata(), france, { submissionDate: day('2012-06-13') })).rejects.toEqual(refusal('submission-predates-adoption'))
    await expect(submitReport(office, metadata(), france, complete('2013-03-02'))).rejects.toEqual(refusal('date-after-arrival'))
    await untouched()
  })
})

describe('the same command', () => {
  it('again gets its first result, and nothing more is recorded', async () => {
    const { office, log } = await watched()
    const first = await submitReport(office, metadata(), france, complete())
    const head = await log.head()
    const second = await submitReport(office, metadata(), france, complete())
    expect([second.report, second.missing, second.changed.result, await log.head()]).toStrictEqual([first.report, first.missing, first.changed.result, head])
  })
  it('again after its answer was lost gets the result that it had', async () => {
    const { office, log } = await watched()
    log.loseAnswer = true
    await expect(submitReport(office, metadata(), france, complete())).rejects.toThrow('lost')
    const head = await log.head()
    const { changed, missing } = await submitReport(office, metadata(), france, complete())
    expect([missing, changed.result?.lastPosition, await log.head()]).toStrictEqual([[], head, head])
  })
  it('with another body, or by another actor, is refused', async () => {
    const { office, log } = await watched()
    await submitReport(office, metadata('c', 'h'), france, complete())
    const head = await log.head()
    await expect(submitReport(office, metadata('c', 'other'), france, complete())).rejects.toBeInstanceOf(CommandIdReused)
    await expect(submitReport(office, by(secretariat, 'c', 'h'), france, complete())).rejects.toBeInstanceOf(CommandIdReused)
    expect(await log.head()).toBe(head)
  })
})

describe('two reports at once', () => {
  it('are both taken: the first discharges, the second is further information', async () => {
    const { office, log } = await watched()
    log.meanwhile = () => submitReport(office, by(secretariat, 'first'), france, complete('2013-02-01'))
    await submitReport(office, metadata('second'), france, complete('2013-02-02'))
    expect(log.typesOf(own)).toStrictEqual([...answered, 'ReportReceived', 'ObligationPerformed'])
    expect(log.events.at(-2)).toMatchObject({ commandId: 'second', data: { furtherInformation: true } })
  })
  it('a report that meets a reminder wins or loses, and is never lost', async () => {
    const { office, log } = await watched('2013-06-14')
    log.meanwhile = () => takeStep(office, france, { kind: 'step', asOf: 0, waitMs: 0, step: 'reminder12', setAtVersion: 1, summary: '' })
    await submitReport(office, metadata(), france, complete())
    expect(log.typesOf(own)).toStrictEqual(['ObligationOpened', 'DeadlinePassed', 'LetterFellDue', ...answered.slice(1)])
  })
})

describe('a report that completes another', () => {
  const { authorityAction, communicatedTo = [], ...partial } = complete()
  const [employers, workers] = communicatedTo
  it('adds what it brings to what stands, the copies by side and the federal block by field', async () => {
    const { office, log, encrypted } = await watched()
    const federal = { federalOrConstituent: 'federal' as const, actionsTaken: ['Consulted'] }
    const first = await submitReport(office, metadata('c1'), france, { ...partial, federal, communicatedTo: employers === undefined ? [] : [employers] })
    expect(first.missing).toStrictEqual(['authorityAction', 'communicatedTo.workers'])
    const addition = { authorityAction: 'Noted', federal: { interGovernmentalConsultations: 'Yearly' }, communicatedTo: workers === undefined ? [] : [workers] }
    const second = await completeReport(office, metadata('c2'), france, addition)
    expect(second.missing).toStrictEqual([])
    expect(log.events.findLast(({ type }) => type === 'ReportReceived')?.data).toMatchObject({
      report: second.report,
      completes: first.report,
      values: { copiesToEmployers: 1, copiesToWorkers: 1 },
    })
    expect(JSON.parse(encrypted.items.get(`report/${second.report}`)?.content ?? '')).toStrictEqual({
      ...partial,
      authorityAction: 'Noted',
      communicatedTo: [employers, workers],
      federal: { ...federal, interGovernmentalConsultations: 'Yearly' },
    })
  })
  it('replaces a field that it brings again', async () => {
    const { office, encrypted } = await watched()
    await submitReport(office, metadata('c1'), france, { submitted: 'no', documentRef: 'Bill 7' })
    const { report } = await completeReport(office, metadata('c2'), france, { submitted: 'yes' })
    expect(JSON.parse(encrypted.items.get(`report/${report}`)?.content ?? '')).toStrictEqual({ submitted: 'yes', documentRef: 'Bill 7' })
  })
  it('is refused where there is none, or it is another State’s, and its words are not opened', async () => {
    const { office, encrypted } = await watched()
    await expect(completeReport(office, metadata('c1'), france, { authorityAction: authorityAction ?? '' })).rejects.toEqual(refusal('unknown-report'))
    const german = await submitReport(office, by(ministry('DEU'), 'd'), 'ilo:R202:submission:DEU', { documentRef: 'geheim' })
    const before = encrypted.items.size
    await expect(completeReport(office, metadata('c2'), france, { submitted: 'yes' }, german.report)).rejects.toEqual(
      refusal('unknown-report', { report: german.report }),
    )
    expect(encrypted.items.size).toBe(before)
  })
})

describe('a Government that says the matter is for constituent units', () => {
  it.each([
    ['constituent', true],
    ['mixed', true],
    ['federal', false],
    [undefined, false],
  ] as const)('(%s) owes a referral as well: %s', async (federalOrConstituent, owes) => {
    const { office, log } = await watched()
    await submitReport(office, metadata(), france, { ...complete(), federal: federalOrConstituent === undefined ? {} : { federalOrConstituent } })
    expect(log.typesOf(referral)).toStrictEqual(owes ? ['ObligationOpened'] : [])
    if (owes) expect(log.events.at(-1)?.data).toMatchObject({ kind: 'referral', party: 'FRA', limits: [{ limit: '18-months', dueOn: '2013-12-13' }] })
  })
  it('owes it once, and answers it apart', async () => {
    const { office, log } = await watched()
    const federal = { federalOrConstituent: 'mixed' as const, referralDate: day('2013-02-01'), referredAuthorities: ['The cantons'] }
    await submitReport(office, metadata('c1'), france, { federal })
    await submitReport(office, metadata('c2'), france, { federal })
    await submitReport(office, metadata('c3'), 'ilo:R202:referral:FRA', { federal })
    expect(log.typesOf(referral)).toStrictEqual(answered)
  })
})
