import { describe, expect, it } from 'vitest'
import { NotDelivered } from '../../../activities/correspondence/deliver-letter.ts'
import { by, france, ministry } from '../../support/memory-context.ts'
import { deliver, owed } from '../../support/notified.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'

const history = (context: { log: { typesOf(stream: string): readonly string[] }; letter: string }) => context.log.typesOf(`letter/${context.letter}`)

describe('an attempt that was interrupted', () => {
  /** The bytes are out and the installation died: the attempt stands without its end. */
  const interrupted = async () => {
    const context = await owed('request', '2012-08-01')
    context.relay.dieAfterBytes = true
    await expect(deliver(context, context.letter)).rejects.toThrow('killed')
    context.relay.dieAfterBytes = false
    return context
  }
  it('waits while its lease runs: another hand may hold it', async () => {
    const context = await interrupted()
    context.turn('2012-08-01', '08:09:59.999')
    await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect([context.relay.metadata, context.relay.delivered.length]).toStrictEqual([0, 1])
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted'])
  })
  it.each([
    { says: 'has', ends: 'LetterAccepted' },
    { says: 'cannot-say', ends: 'DeliveryUncertain' },
  ] as const)('then asks the relay, which $says: $ends, and nothing is sent again', async ({ says, ends }) => {
    const context = await interrupted()
    context.relay.says = says
    context.turn('2012-08-01', '08:10:00.000')
    await deliver(context, context.letter)
    await deliver(context, context.letter)
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', ends])
    expect([context.relay.metadata, context.relay.delivered.length]).toStrictEqual([1, 1])
  })
  it('is tried again only where the relay says that it has not the message', async () => {
    const context = await interrupted()
    context.relay.says = 'has-not'
    context.turn('2012-08-01', '08:10:00.000')
    await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(context, context.letter)
    expect(history(context).slice(1)).toStrictEqual(['DeliveryAttempted', 'LetterNotSent', 'DeliveryAttempted', 'LetterAccepted'])
    expect(context.relay.delivered.length).toBe(2)
  })
  it('is not withdrawn for an answer: it may have reached someone', async () => {
    const context = await interrupted()
    await submitReport(context.office, by(ministry('FRA'), 'c'), france, complete('2012-07-01'))
    context.turn('2012-08-01', '09:00:00.000')
    await deliver(context, context.letter)
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'DeliveryUncertain'])
  })
  it('whose record was lost on its way back is asked after, and sent no second time', async () => {
    const context = await owed('request', '2012-08-01')
    context.log.loseAnswer = true
    await expect(deliver(context, context.letter)).rejects.toThrow('lost')
    expect(context.relay.delivered).toStrictEqual([])
    context.turn('2012-08-02')
    await deliver(context, context.letter)
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'DeliveryUncertain'])
  })
})
