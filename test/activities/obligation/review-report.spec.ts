import { describe, expect, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, contextOfR202, france, ministry, reviewer, secretariat } from '../../support/memory-context.ts'
import { acceptReport, acknowledgeReport, returnReport, stateCircumstances, submitReport, withdrawReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

const reported = async () => {
  const context = await contextOfR202('2013-03-01')
  await submitReport(context.office, by(ministry('FRA'), 'c'), france, complete())
  const { size } = context.encrypted.items
  const head = await context.log.head()
  return { ...context, untouched: async () => expect([await context.log.head(), context.encrypted.items.size]).toStrictEqual([head, size]) }
}
const missing = ['documentRef']

describe('a review', () => {
  it('is given by those alone who may', async () => {
    const { office, untouched } = await reported()
    const refused = refusal('not-allowed')
    await expect(returnReport(office, by(secretariat, 'x'), france, { missing })).rejects.toEqual(refused)
    await expect(acceptReport(office, by(ministry('FRA'), 'x'), france, {})).rejects.toEqual(refused)
    await expect(withdrawReport(office, by(ministry('DEU'), 'x'), france, {})).rejects.toEqual(refused)
    await expect(acknowledgeReport(office, by(ministry('FRA'), 'x'), france, {})).rejects.toEqual(refused)
    await expect(stateCircumstances(office, by(reviewer, 'x'), france, { grounds: 'Elections' })).rejects.toEqual(refused)
    await untouched()
  })

  it('that is refused encrypts nothing', async () => {
    const { office, untouched } = await reported()
    await expect(returnReport(office, by(reviewer, 'x'), france, { missing, due: day('2013-02-28') })).rejects.toEqual(refusal('return-due-passed'))
    await expect(returnReport(office, by(reviewer, 'x'), france, { missing, reportId: 'none' })).rejects.toEqual(refusal('unknown-report'))
    await expect(stateCircumstances(office, by(ministry('FRA'), 'x'), france, { grounds: 'Elections' })).rejects.toEqual(refusal('already-discharged'))
    await untouched()
  })

  it('that returns tells the party, with the reviewer’s day', async () => {
    const { office, log } = await reported()
    await returnReport(office, by(reviewer, 'back'), france, { missing, due: day('2013-04-15') })
    expect(log.typesOf(`obligation/${france}`).slice(-2)).toStrictEqual(['ReportReturned', 'ObligationReopened'])
    expect(log.events.at(-1)?.data).toMatchObject({
      kind: 'return',
      missing: ['documentRef'],
      returnDue: '2013-04-15',
      remarks: { sha256: expect.any(String) },
    })
  })

  it('is recorded once for one command', async () => {
    const { office, log } = await reported()
    for (const _ of [1, 2]) await acceptReport(office, by(reviewer, 'ok'), france, {})
    for (const _ of [1, 2]) await withdrawReport(office, by(ministry('FRA'), 'gone'), france, {})
    expect(log.typesOf(`obligation/${france}`).slice(-3)).toStrictEqual(['ReportAccepted', 'ReportWithdrawn', 'ObligationReopened'])
  })
})

describe('exceptional circumstances', () => {
  it('are encrypted as they were stated', async () => {
    const { office, log, encrypted } = await contextOfR202('2013-03-01')
    await stateCircumstances(office, by(ministry('FRA'), 'x'), france, { grounds: 'The elections' })
    expect(log.typesOf(`obligation/${france}`).at(-1)).toBe('ExceptionalCircumstancesStated')
    expect([...encrypted.items.values()]).toStrictEqual([{ subject: 'ilo:FRA', mediaType: 'text/plain', content: 'The elections' }])
    expect(JSON.stringify(log.events)).not.toContain('elections')
  })
})

describe('a report returned by the reviewer', () => {
  it('shows the reviewer’s words in no event, and only names of the questionnaire', async () => {
    const { office, log, encrypted } = await reported()
    await returnReport(office, by(reviewer, 'back'), france, { missing: ['documentRef', 'constructor', 'the secret annex', 'communicatedTo.workers'] })
    expect(log.events.findLast(({ type }) => type === 'ReportReturned')?.data).toMatchObject({
      missing: ['documentRef', 'communicatedTo.workers'],
      due: '2013-03-31',
    })
    expect(JSON.stringify(log.events)).not.toMatch(/secret annex|constructor/)
    expect([...encrypted.items].filter(([id]) => id.startsWith('remarks/')).map(([, { subject, content }]) => [subject, content])).toStrictEqual([
      ['ilo:FRA', '["documentRef","constructor","the secret annex","communicatedTo.workers"]'],
    ])
  })
})
