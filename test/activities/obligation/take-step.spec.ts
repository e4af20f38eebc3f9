import { describe, expect, it } from 'vitest'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import type { Step } from '../../../activities/steps.ts'
import { by, contextOfR202, france, ministry } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'

const own = `obligation/${france}`
const due = (step: string): Extract<Step, { kind: 'step' }> => ({ kind: 'step', asOf: 0, waitMs: 0, step, setAtVersion: 1, summary: '' })

describe('what an obligation waits for', () => {
  it('is its next step, with the wait, the head of the log and its legal source', async () => {
    const { office, log } = await contextOfR202('2012-07-31')
    expect(await nextStep(office, france)).toStrictEqual({
      kind: 'step',
      asOf: await log.head(),
      waitMs: 86_400_000,
      step: 'request',
      setAtVersion: 1,
      summary: 'ilo:R202:submission:FRA: request on 2012-08-01 (ILO Constitution, art. 19(6)(b))',
    })
  })
  it('waits no more once the day has begun, and waits for nothing where nothing is owed or all is answered', async () => {
    const { office, turn, log } = await contextOfR202('2012-08-01')
    expect(await nextStep(office, france)).toMatchObject({ step: 'request', waitMs: 0 })
    expect(await nextStep(office, 'ilo:R202:submission:TON')).toStrictEqual({ kind: 'none', asOf: await log.head() })
    turn('2013-03-01')
    await submitReport(office, by(ministry('FRA'), 'c'), france, complete())
    expect(await nextStep(office, france)).toStrictEqual({ kind: 'none', asOf: await log.head() })
  })
})

describe('a step taken', () => {
  it('is recorded with its notice, and answers the next one with its own append as the head', async () => {
    const { office, log } = await contextOfR202('2012-08-01')
    const next = await takeStep(office, france, due('request'))
    expect(log.typesOf(own)).toStrictEqual(['ObligationOpened', 'LetterFellDue'])
    expect(log.events.at(-1)).toMatchObject({
      stream: 'correspondence/ilo:FRA',
      commandId: `${france}/request/1`,
      data: { obligation: france, kind: 'request', dueOn: '2012-08-01' },
    })
    expect(next).toMatchObject({ kind: 'step', step: 'reminder12', asOf: await log.head(), waitMs: 317 * 86_400_000 })
  })
  it('twice changes nothing the second time, and answers from the record', async () => {
    const { office, log } = await contextOfR202('2012-08-01')
    const first = await takeStep(office, france, due('request'))
    const head = await log.head()
    expect(await takeStep(office, france, due('request'))).toStrictEqual(first)
    expect(await log.head()).toBe(head)
  })
  it('again after its answer was lost, at the same moment or a day later, is not taken again', async () => {
    const { office, log, turn } = await contextOfR202('2012-08-01')
    log.loseAnswer = true
    await expect(takeStep(office, france, due('request'))).rejects.toThrow('lost')
    const head = await log.head()
    turn('2012-08-02')
    expect(await takeStep(office, france, due('request'))).toMatchObject({ step: 'reminder12', asOf: head })
    expect(await log.head()).toBe(head)
  })
  it('by two hands at once is taken by one', async () => {
    const { office, log } = await contextOfR202('2012-08-01')
    log.meanwhile = () => takeStep(office, france, due('request'))
    await takeStep(office, france, due('request'))
    expect(log.typesOf(own)).toStrictEqual(['ObligationOpened', 'LetterFellDue'])
    expect(log.typesOf('correspondence/ilo:FRA')).toStrictEqual(['NoticeQueued'])
  })
  it('before its day changes nothing, and is told the wait again', async () => {
    const { office, log } = await contextOfR202('2012-07-31')
    const head = await log.head()
    expect(await takeStep(office, france, due('request'))).toMatchObject({ step: 'request', waitMs: 86_400_000, asOf: head })
    expect(await log.head()).toBe(head)
  })
  it('that raced an answer is no news', async () => {
    const { office, log } = await contextOfR202('2013-06-14')
    log.meanwhile = () => submitReport(office, by(ministry('FRA'), 'c'), france, complete())
    expect(await takeStep(office, france, due('reminder12'))).toMatchObject({ kind: 'none' })
    expect(log.typesOf(own)).not.toContain('LetterFellDue')
  })
})
