import { describe, expect, it } from 'vitest'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { by, contextOfR202, france, ministry, reviewer } from '../../support/memory-context.ts'
import { deliver, type MemoryContext, owed, owedTwice, take, written } from '../../support/notified.ts'
import { returnReport, stateCircumstances, submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'

const correspondence = 'correspondence/ilo:FRA'
const issued = ({ log }: MemoryContext) => log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => data)
const said = ({ encrypted }: MemoryContext, letter: string) =>
  JSON.parse(JSON.parse([...encrypted.items].find(([id]) => id.startsWith(`letter/${letter}/`))?.[1].content ?? '{}').message)

describe('the next letter to a party', () => {
  it('is none while nothing is to be told', async () => {
    const { office, log } = await contextOfR202('2012-08-01')
    expect(await nextLetter(office, 'ilo:FRA')).toStrictEqual({ kind: 'none', asOf: await log.head(), waitMs: expect.any(Number) })
  })

  it('names the obligation, its source and its deadlines, in the party’s language, and is encrypted as it goes out', async () => {
    const context = await owed('request', '2012-08-01')
    expect(issued(context)).toStrictEqual([
      {
        party: 'ilo:FRA',
        kind: 'request',
        language: 'fr',
        obligations: [france],
        dueOn: ['2012-08-01'],
        messageId: '<ilo:FRA:2012-08-01:1@follow-up.invalid>',
        content: { id: expect.stringMatching(/^letter\/ilo:FRA:2012-08-01:1\//), sha256: expect.any(String) },
      },
    ])
    const [fact] = said(context, context.letter).obligations
    expect(fact).toMatchObject({ id: france, kind: { code: 'submission' }, basis: { code: 'R202', source: ['ILO Constitution, art. 19(6)(b)'] } })
    expect(fact.limits.map((each: { date: string }) => each.date)).toStrictEqual(['2013-06-13', '2013-12-13'])
    expect(fact).not.toHaveProperty('lateBoth')
  })

  it('that is late shows both days', async () => {
    const context = await owed('request', '2012-09-05')
    expect(said(context, context.letter).obligations[0].lateBoth).toStrictEqual({ dueOn: '2012-08-01', sentOn: '2012-09-05' })
  })

  it('is written once, and is the one to deliver until its end', async () => {
    const context = await owed('request', '2012-08-01')
    const head = await context.log.head()
    expect(await nextLetter(context.office, 'ilo:FRA')).toStrictEqual({ kind: 'deliver', asOf: head, letter: context.letter })
    await deliver(context, context.letter)
    expect(await nextLetter(context.office, 'ilo:FRA')).toStrictEqual({ kind: 'none', asOf: await context.log.head(), waitMs: expect.any(Number) })
  })

  it('is written once by two hands at the same moment, and once again after a lost answer', async () => {
    const context = await contextOfR202('2012-08-01')
    await take(context, 'request')
    context.log.meanwhile = () => written(context)
    await written(context)
    context.turn('2013-06-14')
    await deliver(context, await written(context))
    await take(context, 'reminder12')
    context.log.loseAnswer = true
    await expect(written(context)).rejects.toThrow('lost')
    await written(context)
    expect(issued(context).map(({ kind }) => kind)).toStrictEqual(['request', 'reminder12'])
  })

  it('gathers what is due of one kind, and no other kind', async () => {
    const context = await owedTwice('request', '2012-08-01')
    context.turn('2013-06-14')
    await take(context, 'reminder12')
    expect(issued(context)).toMatchObject([{ kind: 'request', obligations: [france, 'ilo:R203:submission:FRA'] }])
    await deliver(context, context.letter)
    await written(context)
    expect(issued(context)[1]).toMatchObject({ kind: 'reminder12', obligations: [france] })
  })

  it('is of one kind where two wait at once', async () => {
    const context = await contextOfR202('2012-08-01')
    await take(context, 'request')
    context.turn('2013-06-14')
    await take(context, 'reminder12')
    await deliver(context, await written(context))
    await deliver(context, await written(context))
    expect(issued(context).map(({ kind }) => kind)).toStrictEqual(['request', 'reminder12'])
  })

  it('answers one report alone', async () => {
    const context = await contextOfR202('2013-03-01')
    await submitReport(context.office, by(ministry('FRA'), 'c1'), france, { submitted: 'no' })
    await submitReport(context.office, by(ministry('FRA'), 'c2'), france, { submitted: 'partly' })
    await deliver(context, await written(context))
    await deliver(context, await written(context))
    expect(issued(context).map(({ kind, obligations, report }) => [kind, obligations, typeof report])).toStrictEqual([
      ['return', [france], 'string'],
      ['return', [france], 'string'],
    ])
    expect(new Set(issued(context).map(({ report }) => report)).size).toBe(2)
  })

  it('that returns a report says what is missing, by when, and what the reviewer wrote', async () => {
    const context = await contextOfR202('2013-03-01')
    await submitReport(context.office, by(ministry('FRA'), 'c'), france, complete())
    await deliver(context, await written(context))
    await returnReport(context.office, by(reviewer, 'back'), france, { missing: ['documentRef', 'the signed annex', 'its date'] })
    expect(said(context, await written(context)).obligations[0]).toMatchObject({
      missing: ['documentRef'],
      remarks: 'the signed annex\nits date',
      returnDue: '2013-03-31',
      report: { receivedOn: '2013-03-01', performedOn: '2013-02-05', class: 'inTime' },
    })
  })

  it('is not written of what was answered meanwhile: the notice is dropped, and the record says so', async () => {
    const context = await contextOfR202('2013-06-14')
    await take(context, 'reminder12')
    await submitReport(context.office, by(ministry('FRA'), 'c'), france, complete())
    await written(context)
    expect(issued(context).map(({ kind }) => kind)).toStrictEqual(['acknowledgement'])
    expect(context.log.events.find(({ type }) => type === 'NoticesDropped')?.data).toStrictEqual({
      notices: [1],
      reason: 'answered before the letter was written',
    })
  })

  it('is decided again when the answer comes while it is written', async () => {
    const context = await contextOfR202('2013-06-14')
    await take(context, 'reminder12')
    context.log.meanwhile = () => stateCircumstances(context.office, by(ministry('FRA'), 'c'), france, { grounds: 'Elections' })
    expect(await nextLetter(context.office, 'ilo:FRA')).toMatchObject({ kind: 'none' })
    expect(context.log.typesOf(correspondence)).toStrictEqual(['NoticeQueued', 'NoticesDropped'])
  })
})
