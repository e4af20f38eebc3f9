import { describe, expect, it } from 'vitest'
import { nextLetter } from '../../../activities/correspondence/next-letter.ts'
import { returnReport, stateCircumstances } from '../../../activities/obligation/review-report.ts'
import { submitReport } from '../../../activities/obligation/submit-report.ts'
import { by, france, houseOfR202, ministry, reviewer } from '../../support/memory-house.ts'
import { complete } from '../../support/r202.ts'
import { deliver, type MemoryHouse, owed, owedTwice, take, written } from '../../support/told.ts'

const correspondence = 'correspondence/ilo:FRA'
const issued = ({ log }: MemoryHouse) => log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => data)
const said = ({ sealed }: MemoryHouse, letter: string) =>
  JSON.parse(JSON.parse([...sealed.items].find(([id]) => id.startsWith(`letter/${letter}/`))?.[1].content ?? '{}').message)

describe('the next letter to a debtor', () => {
  it('is none while nothing is to be told', async () => {
    const { office, log } = await houseOfR202('2012-08-01')
    expect(await nextLetter(office, 'ilo:FRA')).toStrictEqual({ kind: 'none', asOf: await log.head(), waitMs: expect.any(Number) })
  })

  it('names the obligation, its source and its deadlines, in the debtor’s language, and is sealed as it goes out', async () => {
    const house = await owed('request', '2012-08-01')
    expect(issued(house)).toStrictEqual([
      {
        debtor: 'ilo:FRA',
        kind: 'request',
        language: 'fr',
        obligations: [france],
        dueOn: ['2012-08-01'],
        messageId: '<ilo:FRA:2012-08-01:1@follow-up.invalid>',
        content: { id: expect.stringMatching(/^letter\/ilo:FRA:2012-08-01:1\//), sha256: expect.any(String) },
      },
    ])
    const [fact] = said(house, house.letter).obligations
    expect(fact).toMatchObject({ id: france, kind: 'submission', instrument: { code: 'R202' }, provision: 'ILO Constitution, art. 19(6)(b)' })
    expect(fact.deadlines.map((each: { date: string }) => each.date)).toStrictEqual(['2013-06-13', '2013-12-13'])
    expect(fact).not.toHaveProperty('lateBoth')
  })

  it('that is late shows both days', async () => {
    const house = await owed('request', '2012-09-05')
    expect(said(house, house.letter).obligations[0].lateBoth).toStrictEqual({ dueOn: '2012-08-01', sentOn: '2012-09-05' })
  })

  it('is written once, and is the one to deliver until its end', async () => {
    const house = await owed('request', '2012-08-01')
    const head = await house.log.head()
    expect(await nextLetter(house.office, 'ilo:FRA')).toStrictEqual({ kind: 'deliver', asOf: head, letter: house.letter })
    await deliver(house, house.letter)
    expect(await nextLetter(house.office, 'ilo:FRA')).toStrictEqual({ kind: 'none', asOf: await house.log.head(), waitMs: expect.any(Number) })
  })

  it('is written once by two hands at the same moment, and once again after a lost answer', async () => {
    const house = await houseOfR202('2012-08-01')
    await take(house, 'request')
    house.log.meanwhile = () => written(house)
    await written(house)
    house.turn('2013-06-14')
    await deliver(house, await written(house))
    await take(house, 'reminder12')
    house.log.loseAnswer = true
    await expect(written(house)).rejects.toThrow('lost')
    await written(house)
    expect(issued(house).map(({ kind }) => kind)).toStrictEqual(['request', 'reminder12'])
  })

  it('gathers what is due of one kind, and no other kind', async () => {
    const house = await owedTwice('request', '2012-08-01')
    house.turn('2013-06-14')
    await take(house, 'reminder12')
    expect(issued(house)).toMatchObject([{ kind: 'request', obligations: [france, 'ilo:R203:submission:FRA'] }])
    await deliver(house, house.letter)
    await written(house)
    expect(issued(house)[1]).toMatchObject({ kind: 'reminder12', obligations: [france] })
  })

  it('is of one kind where two wait at once', async () => {
    const house = await houseOfR202('2012-08-01')
    await take(house, 'request')
    house.turn('2013-06-14')
    await take(house, 'reminder12')
    await deliver(house, await written(house))
    await deliver(house, await written(house))
    expect(issued(house).map(({ kind }) => kind)).toStrictEqual(['request', 'reminder12'])
  })

  it('answers one report alone', async () => {
    const house = await houseOfR202('2013-03-01')
    await submitReport(house.office, by(ministry('FRA'), 'c1'), france, { submitted: 'no' })
    await submitReport(house.office, by(ministry('FRA'), 'c2'), france, { submitted: 'partly' })
    await deliver(house, await written(house))
    await deliver(house, await written(house))
    expect(issued(house).map(({ kind, obligations, report }) => [kind, obligations, typeof report])).toStrictEqual([
      ['return', [france], 'string'],
      ['return', [france], 'string'],
    ])
    expect(new Set(issued(house).map(({ report }) => report)).size).toBe(2)
  })

  it('that returns a report says what is missing, by when, and what the reviewer wrote', async () => {
    const house = await houseOfR202('2013-03-01')
    await submitReport(house.office, by(ministry('FRA'), 'c'), france, complete())
    await deliver(house, await written(house))
    await returnReport(house.office, by(reviewer, 'back'), france, { missing: ['documentRef', 'the signed annex', 'its date'] })
    expect(said(house, await written(house)).obligations[0]).toMatchObject({
      missing: ['documentRef'],
      remarks: 'the signed annex\nits date',
      returnDue: '2013-03-31',
      report: { receivedOn: '2013-03-01', submissionDate: '2013-02-05', submissionClass: 'inTime' },
    })
  })

  it('is not written of what was answered meanwhile: the notice is dropped, and the record says so', async () => {
    const house = await houseOfR202('2013-06-14')
    await take(house, 'reminder12')
    await submitReport(house.office, by(ministry('FRA'), 'c'), france, complete())
    await written(house)
    expect(issued(house).map(({ kind }) => kind)).toStrictEqual(['acknowledgement'])
    expect(house.log.events.find(({ type }) => type === 'NoticesDropped')?.data).toStrictEqual({
      notices: [1],
      reason: 'answered before the letter was written',
    })
  })

  it('is decided again when the answer comes while it is written', async () => {
    const house = await houseOfR202('2013-06-14')
    await take(house, 'reminder12')
    house.log.meanwhile = () => stateCircumstances(house.office, by(ministry('FRA'), 'c'), france, { grounds: 'Elections' })
    expect(await nextLetter(house.office, 'ilo:FRA')).toMatchObject({ kind: 'none' })
    expect(house.log.typesOf(correspondence)).toStrictEqual(['NoticeQueued', 'NoticesDropped'])
  })
})
