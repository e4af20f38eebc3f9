import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { movedTo, opened, reported, submit } from '../../support/r202.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)
const release = { type: 'Release', today: day('2013-03-01'), reason: 'The session was annulled', source: [] } as const
const released: ObligationEvent = { type: 'ObligationReleased', occurredOn: day('2013-03-01'), data: { reason: 'The session was annulled', source: [] } }

describe('an obligation under an instrument', () => {
  it('is released by a decision of its body, once, and not after its discharge', () => {
    given(opened()).when(release).then(released)
    given(opened(), released).when(release).thenNothing()
    given(opened(), ...reported.complete('r', '2013-02-20'))
      .when(release)
      .thenRefused('already-discharged')
  })

  it('that was released moves no more, sends no letter, and takes a report as further information', () => {
    given(opened(), released).when(movedTo('2012-06-20', '2013-07-01')).thenNothing()
    given(opened(), released)
      .when({ type: 'TakeStep', today: day('2013-06-14'), step: 'reminder12', setAtVersion: 1 })
      .thenNothing()
    given(opened(), released).when(submit('r', '2013-04-01')).thenTypes('ReportReceived', 'ObligationPerformed')
  })
})
