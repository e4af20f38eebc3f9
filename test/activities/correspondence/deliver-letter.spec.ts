import { describe, expect, it } from 'vitest'
import { NotDelivered } from '../../../activities/correspondence/deliver-letter.ts'
import { by, contextOfR202, france, ministry } from '../../support/memory-context.ts'
import { deliver, owed, owedTwice, take, written } from '../../support/notified.ts'
import { stateCircumstances, submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

const history = (context: { log: { typesOf(stream: string): readonly string[] }; letter: string }) => context.log.typesOf(`letter/${context.letter}`)
const answer = (context: Awaited<ReturnType<typeof owed>>, obligation = france) =>
  submitReport(context.office, by(ministry('FRA'), `c/${obligation}`), obligation, complete())
const closing = 'LetterClosed'

describe('a letter that is delivered', () => {
  it('has its attempt on record before a byte is out, then its end, and is closed in the same append', async () => {
    const context = await owed('request', '2012-08-01')
    await deliver(context, context.letter)
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
    expect(context.log.events.slice(-2).map(({ type, commandId }) => [type, commandId])).toStrictEqual([
      ['LetterAccepted', `${context.letter}/end/2`],
      [closing, `${context.letter}/end/2`],
    ])
    expect(context.relay.delivered).toStrictEqual([{ to: 'fra@member.invalid', bytes: expect.stringContaining(france) }])
  })
  it('is not delivered again', async () => {
    const context = await owed('request', '2012-08-01')
    await deliver(context, context.letter)
    const head = await context.log.head()
    await deliver(context, context.letter)
    expect([context.relay.delivered.length, await context.log.head()]).toStrictEqual([1, head])
  })
  it('is refused where it is not on record', async () => {
    const context = await contextOfR202('2012-08-01')
    await expect(deliver(context, 'ilo:FRA:2012-08-01:9')).rejects.toEqual(refusal('unknown-letter'))
  })
  it('goes out once, whichever of two hands at the same relay is first', async () => {
    const context = await owed('request', '2012-08-01')
    context.relay.beforeAttempt = () => deliver(context, context.letter)
    await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(context, context.letter)
    expect(context.relay.delivered.length).toBe(1)
    expect(history(context)).toStrictEqual(['LetterIssued', 'DeliveryAttempted', 'LetterAccepted'])
  })
  it('goes out once where both hands have recorded the same attempt at the same version', async () => {
    const context = await owed('request', '2012-08-01')
    context.log.meanwhile = async () => expect(deliver(context, context.letter)).resolves.toBe('ilo:FRA')
    await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect(context.relay.delivered.length).toBe(1)
  })
})

describe('a letter that was answered', () => {
  it('is withdrawn before it leaves', async () => {
    const context = await owed('reminder12', '2013-06-14')
    await answer(context)
    await deliver(context, context.letter)
    expect(context.relay.delivered).toStrictEqual([])
    expect(history(context)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
    expect(context.log.events.at(-1)?.type).toBe(closing)
  })
  it('between its check and its first byte is withheld, checked again and withdrawn', async () => {
    const context = await owed('reminder12', '2013-06-14')
    context.relay.beforeAttempt = () => stateCircumstances(context.office, by(ministry('FRA'), 'c'), france, { grounds: 'Elections' })
    await deliver(context, context.letter)
    expect(context.relay.delivered).toStrictEqual([])
    expect(history(context)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
  })
  it('by what leaves it standing is checked again, and leaves', async () => {
    const context = await owed('reminder12', '2013-06-14')
    context.relay.beforeAttempt = () => submitReport(context.office, by(ministry('FRA'), 'c'), france, { submitted: 'no' })
    await deliver(context, context.letter)
    expect(context.relay.delivered.length).toBe(1)
  })
  it('in part is withdrawn, and another tells of the rest', async () => {
    const context = await owedTwice('reminder12', '2013-06-14')
    await answer(context)
    await deliver(context, context.letter)
    expect(history(context)).toStrictEqual(['LetterIssued', 'LetterWithdrawn'])
    const acknowledgement = await written(context)
    await deliver(context, acknowledgement)
    const rest = await written(context)
    await deliver(context, rest)
    expect(context.log.events.filter(({ type }) => type === 'LetterIssued').map(({ data }) => [data.kind, data.obligations])).toStrictEqual([
      ['reminder12', [france, 'ilo:R203:submission:FRA']],
      ['acknowledgement', [france]],
      ['reminder12', ['ilo:R203:submission:FRA']],
    ])
    expect(context.relay.delivered.length).toBe(2)
  })
})

describe('a relay that does not take the letter', () => {
  it('for days is tried again, and nothing is recorded', async () => {
    const context = await owed('request', '2012-08-01')
    const head = await context.log.head()
    context.relay.unreachable = 3
    for (const _ of [1, 2, 3]) await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    expect(await context.log.head()).toBe(head)
    context.turn('2012-08-04')
    await deliver(context, context.letter)
    expect(context.log.events.find(({ type }) => type === 'LetterAccepted')).toMatchObject({ occurredOn: '2012-08-04', data: { attempt: 1 } })
  })
  it('but breaks off before the end is known not to have it: the same bytes go again, as another attempt', async () => {
    const context = await owed('request', '2012-08-01')
    context.relay.script.push({ kind: 'not-sent', reason: 'ECONNRESET' }, { kind: 'refused', code: 451, permanent: false })
    for (const _ of [1, 2]) await expect(deliver(context, context.letter)).rejects.toBeInstanceOf(NotDelivered)
    await deliver(context, context.letter)
    expect(history(context).slice(1)).toStrictEqual([
      'DeliveryAttempted',
      'LetterNotSent',
      'DeliveryAttempted',
      'LetterRefused',
      'DeliveryAttempted',
      'LetterAccepted',
    ])
    expect(new Set(context.relay.delivered.map(({ bytes }) => bytes)).size).toBe(1)
    expect(context.log.typesOf('correspondence/ilo:FRA').filter((type) => type === closing).length).toBe(1)
  })
  it.each([
    { outcome: { kind: 'refused', code: 550, permanent: true } as const, ends: ['LetterRefused'], why: 'refuses for good before DATA' },
    { outcome: { kind: 'refused', code: 554, permanent: true } as const, ends: ['DeliveryAttempted', 'LetterRefused'], why: 'refuses the message for good' },
    { outcome: { kind: 'unknown', reason: 'ETIMEDOUT' } as const, ends: ['DeliveryAttempted', 'DeliveryUncertain'], why: 'says nothing after the end' },
  ])('and $why ends it, and it is not tried again', async ({ outcome, ends }) => {
    const context = await owed('request', '2012-08-01')
    context.relay.script.push(outcome)
    await deliver(context, context.letter)
    const sent = context.relay.delivered.length
    await deliver(context, context.letter)
    expect(history(context).slice(1)).toStrictEqual(ends)
    expect(context.relay.delivered.length).toBe(sent)
    expect(context.log.events.at(-1)?.type).toBe(closing)
  })
})

describe('a reminder', () => {
  it('leaves after an incomplete answer, and does not after a complete one', async () => {
    const context = await contextOfR202('2013-06-14')
    await submitReport(context.office, by(ministry('FRA'), 'c1'), france, { submitted: 'no' })
    await take(context, 'reminder12')
    await deliver(context, await written(context))
    await deliver(context, await written(context))
    context.turn('2013-12-14')
    await take(context, 'reminder18')
    const letter = await written(context)
    await submitReport(context.office, by(ministry('FRA'), 'c2'), france, complete())
    await deliver(context, letter)
    expect(context.relay.delivered.map(({ bytes }) => JSON.parse(bytes).kind)).toStrictEqual(['return', 'reminder12'])
  })
})
