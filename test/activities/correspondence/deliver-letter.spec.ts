import { describe, expect, it } from 'vitest'
import { NotDelivered } from '../../../activities/correspondence/deliver-letter.ts'
import { stateCircumstances } from '../../../activities/obligation/review-report.ts'
import { submitReport } from '../../../activities/obligation/submit-report.ts'
import { by, france, houseOfR202, ministry } from '../../support/memory-house.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'
import { deliver, owed, owedTwice, take, written } from '../../support/told.ts'

const history = (house: { log: { typesOf(stream: string): readonly string[] }; letter: string }) => house.log.typesOf(`letter/${house.letter}`)
const answer = (house: Awaited<ReturnType<typeof owed>>, obligation = france) =>
  submitReport(house.office, by(ministry('FRA'), `c/${obligation}`), obligation, complete())
const closing = 'LetterClosed'

describe('a letter that is delivered', () => {
  it('has its attempt on record before a byte is out, then its end, and is closed in the same append', async () => {
    const house = await owed('request', '2012-08-01')
    await deliver(house, house.letter)
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
    expect(house.log.events.slice(-2).map(({ type, commandId }) => [type, commandId])).toStrictEqual([
      ['LetterAccepted', `${house.letter}/end/2`],
      [closing, `${house.letter}/end/2`],
    ])
    expect(house.relay.delivered).toStrictEqual([{ to: 'fra@member.invalid', bytes: expect.stringContaining(france) }])
  })
  it('is not delivered again', async () => {
    const house = await owed('request', '2012-08-01')
    await deliver(house, house.letter)
    const head = await house.log.head()
    await deliver(house, house.letter)
    expect([house.relay.delivered.length, await house.log.head()]).toStrictEqual([1, head])
  })
  it('is refused where it is not on record', async () => {
    const house = await houseOfR202('2012-08-01')
    await expect(deliver(house, 'ilo:FRA:2012-08-01:9')).rejects.toEqual(refusal('unknown-letter'))
  })
  it('goes out once, whichever of two hands at the same relay is first', async () => {
    const house = await owed('request', '2012-08-01')
    house.relay.beforeAttempt = () => deliver(house, house.letter)
    await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(house, house.letter)
    expect(house.relay.delivered.length).toBe(1)
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
  })
  it('goes out once where both hands have recorded the same attempt at the same version', async () => {
    const house = await owed('request', '2012-08-01')
    house.log.meanwhile = async () => expect(deliver(house, house.letter)).resolves.toBe('ilo:FRA')
    await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect(house.relay.delivered.length).toBe(1)
  })
})

describe('a letter that was answered', () => {
  it('is withdrawn before it leaves', async () => {
    const house = await owed('reminder12', '2013-06-14')
    await answer(house)
    await deliver(house, house.letter)
    expect(house.relay.delivered).toStrictEqual([])
    expect(history(house)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
    expect(house.log.events.at(-1)?.type).toBe(closing)
  })
  it('between its check and its first byte is withheld, checked again and withdrawn', async () => {
    const house = await owed('reminder12', '2013-06-14')
    house.relay.beforeAttempt = () => stateCircumstances(house.office, by(ministry('FRA'), 'c'), france, { grounds: 'Elections' })
    await deliver(house, house.letter)
    expect(house.relay.delivered).toStrictEqual([])
    expect(history(house)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
  })
  it('by what leaves it standing is checked again, and leaves', async () => {
    const house = await owed('reminder12', '2013-06-14')
    house.relay.beforeAttempt = () => submitReport(house.office, by(ministry('FRA'), 'c'), france, { submitted: 'no' })
    await deliver(house, house.letter)
    expect(house.relay.delivered.length).toBe(1)
  })
  it('in part is withdrawn, and another tells of the rest', async () => {
    const house = await owedTwice('reminder12', '2013-06-14')
    await answer(house)
    await deliver(house, house.letter)
    expect(history(house)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
    const acknowledgement = await written(house)
    await deliver(house, acknowledgement)
    const rest = await written(house)
    await deliver(house, rest)
    expect(house.log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => [data.kind, data.obligations])).toStrictEqual([
      ['reminder12', [france, 'ilo:R203:submission:FRA']],
      ['acknowledgement', [france]],
      ['reminder12', ['ilo:R203:submission:FRA']],
    ])
    expect(house.relay.delivered.length).toBe(2)
  })
})

describe('a relay that does not take the letter', () => {
  it('for days is tried again, and nothing is recorded', async () => {
    const house = await owed('request', '2012-08-01')
    const head = await house.log.head()
    house.relay.unreachable = 3
    for (const _ of [1, 2, 3]) await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect(await house.log.head()).toBe(head)
    house.turn('2012-08-04')
    await deliver(house, house.letter)
    expect(house.log.events.find(({ type }) => type === 'LetterAccepted')).toMatchObject({ occurredOn: '2012-08-04', data: { attempt: 1 } })
  })
  it('but breaks off before the end is known not to have it: the same bytes go again, as another attempt', async () => {
    const house = await owed('request', '2012-08-01')
    house.relay.script.push({ kind: 'not-sent', reason: 'ECONNRESET' }, { kind: 'refused', code: 451, permanent: false })
    for (const _ of [1, 2]) await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(house, house.letter)
    expect(history(house).slice(1)).toStrictEqual([
      'DeliveryAttempted',
      'LetterNotSent',
      'DeliveryAttempted',
      'LetterRefused',
      'DeliveryAttempted',
      'LetterAccepted',
    ])
    expect(new Set(house.relay.delivered.map(({ bytes }) => bytes)).size).toBe(1)
    expect(house.log.typesOf('correspondence/ilo:FRA').filter((type) => type === closing).length).toBe(1)
  })
  it.each([
    { outcome: { kind: 'refused', code: 550, permanent: true } as const, ends: ['LetterRefused'], why: 'refuses for good before DATA' },
    { outcome: { kind: 'refused', code: 554, permanent: true } as const, ends: ['DeliveryAttempted', 'LetterRefused'], why: 'refuses the message for good' },
    { outcome: { kind: 'unknown', reason: 'ETIMEDOUT' } as const, ends: ['DeliveryAttempted', 'DeliveryUncertain'], why: 'says nothing after the end' },
  ])('and $why ends it, and it is not tried again', async ({ outcome, ends }) => {
    const house = await owed('request', '2012-08-01')
    house.relay.script.push(outcome)
    await deliver(house, house.letter)
    const sent = house.relay.delivered.length
    await deliver(house, house.letter)
    expect(history(house).slice(1)).toStrictEqual(ends)
    expect(house.relay.delivered.length).toBe(sent)
    expect(house.log.events.at(-1)?.type).toBe(closing)
  })
})

describe('a reminder', () => {
  it('leaves after an incomplete answer, and does not after a complete one', async () => {
    const house = await houseOfR202('2013-06-14')
    await submitReport(house.office, by(ministry('FRA'), 'c1'), france, { submitted: 'no' })
    await take(house, 'reminder12')
    await deliver(house, await written(house))
    await deliver(house, await written(house))
    house.turn('2013-12-14')
    await take(house, 'reminder18')
    const letter = await written(house)
    await submitReport(house.office, by(ministry('FRA'), 'c2'), france, complete())
    await deliver(house, letter)
    expect(house.relay.delivered.map(({ bytes }) => JSON.parse(bytes).kind)).toStrictEqual(['return', 'reminder12'])
  })
})
