import { describe, expect, it } from 'vitest'
import { NotDelivered } from '../../../activities/correspondence/deliver-letter.ts'
import { submitReport } from '../../../activities/obligation/submit-report.ts'
import { by, france, ministry } from '../../support/memory-house.ts'
import { complete } from '../../support/r202.ts'
import { deliver, owed } from '../../support/told.ts'

const history = (house: { log: { typesOf(stream: string): readonly string[] }; letter: string }) => house.log.typesOf(`letter/${house.letter}`)

describe('an attempt that was interrupted', () => {
  /** The bytes are out and the house died: the attempt stands without its end. */
  const interrupted = async () => {
    const house = await owed('request', '2012-08-01')
    house.relay.dieAfterBytes = true
    await expect(deliver(house, house.letter)).rejects.toThrow('killed')
    house.relay.dieAfterBytes = false
    return house
  }
  it('waits while its lease runs: another hand may hold it', async () => {
    const house = await interrupted()
    house.turn('2012-08-01', '08:09:59.999')
    await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect([house.relay.asked, house.relay.delivered.length]).toStrictEqual([0, 1])
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted'])
  })
  it.each([
    { says: 'has', ends: 'LetterAccepted' },
    { says: 'cannot-say', ends: 'DeliveryUncertain' },
  ] as const)('then asks the relay, which $says: $ends, and nothing is sent again', async ({ says, ends }) => {
    const house = await interrupted()
    house.relay.says = says
    house.turn('2012-08-01', '08:10:00.000')
    await deliver(house, house.letter)
    await deliver(house, house.letter)
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', ends])
    expect([house.relay.asked, house.relay.delivered.length]).toStrictEqual([1, 1])
  })
  it('is tried again only where the relay says that it has not the message', async () => {
    const house = await interrupted()
    house.relay.says = 'has-not'
    house.turn('2012-08-01', '08:10:00.000')
    await expect(deliver(house, house.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(house, house.letter)
    expect(history(house).slice(1)).toStrictEqual(['DeliveryAttempted', 'LetterNotSent', 'DeliveryAttempted', 'LetterAccepted'])
    expect(house.relay.delivered.length).toBe(2)
  })
  it('is not withdrawn for an answer: it may have reached someone', async () => {
    const house = await interrupted()
    await submitReport(house.office, by(ministry('FRA'), 'c'), france, complete('2012-07-01'))
    house.turn('2012-08-01', '09:00:00.000')
    await deliver(house, house.letter)
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'DeliveryUncertain'])
  })
  it('whose record was lost on its way back is asked after, and sent no second time', async () => {
    const house = await owed('request', '2012-08-01')
    house.log.loseAnswer = true
    await expect(deliver(house, house.letter)).rejects.toThrow('lost')
    expect(house.relay.delivered).toStrictEqual([])
    house.turn('2012-08-02')
    await deliver(house, house.letter)
    expect(history(house)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'DeliveryUncertain'])
  })
})
