import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { type CycleEvent, cycle } from '../../../domain/cycle/cycle.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(cycle)
const opening = {
  ...{ organization: 'ilo', instrument: 'R202', session: 'ilo:ilc-101', trackedFrom: day('2012-06-14'), synthetic: false },
  ...{ parties: ['CHE', 'FRA'], kinds: ['submission'] },
}
const opened: CycleEvent = { type: 'CycleOpened', occurredOn: day('2012-06-14'), data: opening }
const passed: CycleEvent = { type: 'LimitPassed', occurredOn: day('2013-06-13'), data: { limit: '12-months', dueOn: day('2013-06-13') } }
const awaited: CycleEvent = { type: 'ClosingAwaited', occurredOn: day('2012-06-14'), data: { session: 'ilo:ilc-101', announcedFor: day('2012-06-14') } }
const open = { type: 'OpenCycle', today: day('2012-06-14'), cycle: 'ilo:r202', opening } as const
const pass = { type: 'PassLimit', limit: '12-months', dueOn: day('2013-06-13') } as const
const await_ = { type: 'AwaitClosing', announcedFor: day('2012-06-14') } as const

describe('a cycle', () => {
  it('is opened with all that owe under its instrument', () =>
    given()
      .when({ ...open, isFollowed: false })
      .then(opened))

  it('is opened once, and no other one follows the same instrument', () => {
    given(opened)
      .when({ ...open, isFollowed: true })
      .thenRefused('already-opened', { cycle: 'ilo:r202' })
    given()
      .when({ ...open, isFollowed: true })
      .thenRefused('already-opened', { instrument: 'R202' })
  })

  it('notes on the day after that a limit has passed, once for each day that it had', () => {
    given(opened)
      .when({ ...pass, today: day('2013-06-14') })
      .then(passed)
    given(opened)
      .when({ ...pass, today: day('2013-06-13') })
      .thenNothing()
    given(opened, passed)
      .when({ ...pass, today: day('2013-06-14') })
      .thenNothing()
    given(opened, passed)
      .when({ ...pass, dueOn: day('2013-06-20'), today: day('2013-06-21') })
      .thenTypes('LimitPassed')
  })

  it('notes once that the announced closing came and no actual one is on record', () => {
    given(opened)
      .when({ ...await_, today: day('2012-06-15') })
      .then(awaited)
    given(opened)
      .when({ ...await_, today: day('2012-06-14') })
      .thenNothing()
    given(opened, awaited)
      .when({ ...await_, today: day('2012-06-15') })
      .thenNothing()
  })

  it('notes nothing before it is opened', () => {
    given()
      .when({ ...pass, today: day('2013-06-14') })
      .thenNothing()
    given()
      .when({ ...await_, today: day('2013-06-14') })
      .thenNothing()
  })

  it('has other parties where who owes was recorded wrongly', () => {
    const correct = { type: 'CorrectParties', today: day('2012-07-01'), parties: ['TON', 'CHE', 'TON'], reason: 'Its admission', source: [] } as const
    const corrected: CycleEvent = {
      type: 'CyclePartiesCorrected',
      occurredOn: day('2012-07-01'),
      data: { parties: ['CHE', 'TON'], reason: 'Its admission', source: [] },
    }
    given(opened).when(correct).then(corrected)
    given(opened, corrected).when(correct).thenNothing()
  })
})
