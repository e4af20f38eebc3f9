import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { nextCycleStep, takeCycleStep } from '../../../activities/cycle/cycle-step.ts'
import type { Step } from '../../../activities/steps.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, contextOfR202, memoryContext, secretariat } from '../../support/memory-context.ts'

const due = (step: string): Extract<Step, { kind: 'step' }> => ({ kind: 'step', asOf: 0, waitMs: 0, step, setAtVersion: 1, summary: '' })

describe('a cycle', () => {
  it('waits for the end of each stage, notes it once, and then for nothing', async () => {
    const { office, log, turn } = await contextOfR202('2013-06-13')
    expect(await nextCycleStep(office, 'ilo:r202')).toMatchObject({ step: 'pass-12-months', waitMs: 86_400_000 })
    expect(await takeCycleStep(office, 'ilo:r202', due('pass-12-months'))).toMatchObject({ step: 'pass-12-months', waitMs: 86_400_000 })
    turn('2013-06-14')
    for (const _ of [1, 2])
      expect(await takeCycleStep(office, 'ilo:r202', due('pass-12-months'))).toMatchObject({ step: 'pass-18-months', asOf: await log.head() })
    turn('2013-12-14')
    expect(await takeCycleStep(office, 'ilo:r202', due('pass-18-months'))).toStrictEqual({ kind: 'none', asOf: await log.head() })
    expect(log.events.filter(({ type }) => type === 'LimitPassed').map(({ occurredOn, data }) => [occurredOn, data.limit])).toStrictEqual([
      ['2013-06-13', '12-months'],
      ['2013-12-13', '18-months'],
    ])
  })
  it('asks once for a closing that was only announced, and notes a stage again whose day moved', async () => {
    const { office, log, turn } = await memoryContext('2026-06-12')
    await openCycle(office, by(secretariat, 'open'), {
      cycle: 'ilo:r210',
      organization: 'ilo',
      instrument: 'R210',
      trackedFrom: day('2026-06-12'),
      synthetic: false,
    })
    expect(await nextCycleStep(office, 'ilo:r210')).toMatchObject({ step: 'await-closing', waitMs: 86_400_000 })
    turn('2027-06-12')
    await takeCycleStep(office, 'ilo:r210', due('await-closing'))
    expect(await nextCycleStep(office, 'ilo:r210')).toMatchObject({ step: 'pass-12-months' })
    await takeCycleStep(office, 'ilo:r210', due('pass-12-months'))
    await closeSession(office, by(secretariat, 'close'), { session: 'ilo:ilc-114', closedOn: day('2026-06-20') })
    turn('2027-06-20')
    await takeCycleStep(office, 'ilo:r210', due('pass-12-months'))
    expect(log.typesOf('cycle/ilo:r210')).toStrictEqual(['CycleOpened', 'ClosingAwaited', 'LimitPassed', 'LimitPassed'])
  })
  it('that is not on record waits for nothing', async () => {
    const { office, log } = await memoryContext('2026-06-12')
    expect(await nextCycleStep(office, 'ilo:r999')).toStrictEqual({ kind: 'none', asOf: await log.head() })
  })
})
