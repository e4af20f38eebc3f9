import { describe, it } from 'vitest'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { ObligationCommand } from '../../../domain/obligation/commands.ts'
import { obligation } from '../../../domain/obligation/obligation.ts'
import type { ObligationEvent } from '../../../domain/obligation/state.ts'
import { encryptedAs, opened, reported } from '../../support/r202.ts'
import { specFor } from '../../support/spec-for.ts'

const given = specFor(obligation)
const today = day('2013-05-01')
const discharged = [opened(), ...reported.complete('r', '2013-03-01')]
const incomplete = [opened(), ...reported.incomplete('r', '2013-03-01', ['submitted'], '2013-03-31')]
const twice = [...discharged, ...reported.further('s', '2013-04-01')]
const withdrawn = [...discharged, reported.withdrawn('r', '2013-04-01'), reported.reopened('r', '2013-04-01')]
const acknowledged = (report: string, on = '2013-05-01'): ObligationEvent => ({ type: 'AcknowledgementOwed', occurredOn: day(on), data: { report } })
const dischargedBy = (report: string): ObligationEvent => ({ type: 'ObligationDischarged', occurredOn: today, data: { report } })

const returning = (more: Partial<Extract<ObligationCommand, { type: 'ReturnReport' }>> = {}): ObligationCommand => ({
  type: 'ReturnReport',
  today,
  missing: ['documentRef'],
  due: null,
  ...more,
})
const accept = (report?: string): ObligationCommand => ({ type: 'AcceptReport', today, ...(report === undefined ? {} : { report }) })
const withdraw = (report?: string): ObligationCommand => ({ type: 'WithdrawReport', today, ...(report === undefined ? {} : { report }) })
const acknowledge = (report?: string): ObligationCommand => ({ type: 'AcknowledgeReport', today, ...(report === undefined ? {} : { report }) })
const returned = (report: string, due: string, more = {}): ObligationEvent => ({
  type: 'ReportReturned',
  occurredOn: today,
  data: { report, missing: ['documentRef'], due: day(due), ...more },
})

describe('every review', () => {
  it.each([returning(), accept(), withdraw(), acknowledge()])('is refused where nothing is owed, no report came, or another is meant: $type', (command) => {
    given().when(command).thenRefused('unknown-obligation')
    given(opened()).when(command).thenRefused('unknown-report')
    given(...discharged)
      .when({ ...command, report: 'x' } as ObligationCommand)
      .thenRefused('unknown-report', { report: 'x' })
    given(...withdrawn)
      .when({ ...command, report: 'r' } as ObligationCommand)
      .thenRefused('already-withdrawn', { report: 'r' })
    given(...withdrawn)
      .when(command)
      .thenRefused('unknown-report')
  })
})

describe('a return by the reviewer', () => {
  it('of the report that discharged reopens, due in 30 days or on the day that the reviewer sets', () => {
    given(...discharged)
      .when(returning())
      .then(returned('r', '2013-05-31'), reported.reopened('r', '2013-05-01', 'returned'))
    given(...discharged)
      .when(returning({ due: day('2013-05-01') }))
      .then(returned('r', '2013-05-01'), reported.reopened('r', '2013-05-01', 'returned'))
  })
  it('carries the reviewer’s own words as they were encrypted', () =>
    given(...discharged)
      .when(returning({ remarks: encryptedAs('remarks/1') }))
      .then(returned('r', '2013-05-31', { remarks: encryptedAs('remarks/1') }), reported.reopened('r', '2013-05-01', 'returned')))
  it('cannot ask for a day that has passed', () =>
    given(...discharged)
      .when(returning({ due: day('2013-04-30') }))
      .thenRefused('return-due-passed', { due: '2013-04-30' }))
  it('of an accepted report is refused: its review is closed', () =>
    given(...discharged, reported.accepted('r', '2013-04-01'))
      .when(returning())
      .thenRefused('already-accepted', { report: 'r' }))
  it('of an incomplete report adds a reason and reopens nothing', () =>
    given(...incomplete)
      .when(returning())
      .then(returned('r', '2013-05-31')))
  it('of further information leaves the discharge alone', () =>
    given(...twice)
      .when(returning())
      .then(returned('s', '2013-05-31')))
  it('gives way to another complete report that stands: that one discharges', () => {
    given(...twice)
      .when(returning({ report: 'r' }))
      .then(returned('r', '2013-05-31'), reported.reopened('r', '2013-05-01', 'returned'), dischargedBy('s'), acknowledged('s'))
    given(...twice, acknowledged('s', '2013-04-02'))
      .when(returning({ report: 'r' }))
      .then(returned('r', '2013-05-31'), reported.reopened('r', '2013-05-01', 'returned'), dischargedBy('s'))
    given(...twice, reported.accepted('s', '2013-04-02'))
      .when(returning({ report: 'r' }))
      .thenTypes('ReportReturned', 'ObligationReopened', 'ObligationDischarged', 'AcknowledgementOwed')
  })
  it.each<{ why: string; event: ObligationEvent }>([
    { why: 'returned', event: returned('s', '2013-05-31') },
    { why: 'returned in the reviewer’s own words alone', event: returned('s', '2013-05-31', { missing: [] }) },
    { why: 'withdrawn', event: reported.withdrawn('s', '2013-04-10') },
  ])('does not give way to a report that was $why', ({ event }) =>
    given(...twice, event)
      .when(returning({ report: 'r' }))
      .thenTypes('ReportReturned', 'ObligationReopened'),
  )
})

describe('an acceptance', () => {
  it('closes the review of the report that discharged, not of what came after', () => {
    given(...discharged)
      .when(accept())
      .then(reported.accepted('r', '2013-05-01'))
    given(...twice)
      .when(accept())
      .then(reported.accepted('r', '2013-05-01'))
    given(...twice)
      .when(accept('s'))
      .then(reported.accepted('s', '2013-05-01'))
  })
  it('comes once', () =>
    given(...discharged, reported.accepted('r', '2013-04-01'))
      .when(accept())
      .thenRefused('already-accepted'))
  it('is refused to a report that is incomplete or was returned', () => {
    given(...incomplete)
      .when(accept())
      .thenRefused('report-incomplete', { missing: 'submitted' })
    given(...discharged, ...reported.returned('r', '2013-04-01'))
      .when(accept())
      .thenRefused('report-incomplete')
  })
  it('is refused to further information that is incomplete', () =>
    given(...discharged, reported.received('s', '2013-04-01', { furtherInformation: true, missing: ['submitted'] }))
      .when(accept('s'))
      .thenRefused('report-incomplete'))
})

describe('a withdrawal', () => {
  it('of the report that discharged reopens, though it was accepted', () => {
    const expected = [reported.withdrawn('r', '2013-05-01'), reported.reopened('r', '2013-05-01')]
    given(...discharged)
      .when(withdraw())
      .then(...expected)
    given(...discharged, reported.accepted('r', '2013-04-01'))
      .when(withdraw())
      .then(...expected)
  })
  it('of another changes nothing else', () =>
    given(...twice)
      .when(withdraw())
      .then(reported.withdrawn('s', '2013-05-01')))
  it('lets another complete report discharge', () =>
    given(...twice)
      .when(withdraw('r'))
      .then(reported.withdrawn('r', '2013-05-01'), reported.reopened('r', '2013-05-01'), dischargedBy('s'), acknowledged('s')))
})

describe('an acknowledgement by hand', () => {
  it('is for what the installation does not acknowledge of itself', () => {
    given(...twice)
      .when(acknowledge('s'))
      .then(acknowledged('s'))
    given(...incomplete)
      .when(acknowledge())
      .then(acknowledged('r'))
  })
  it('is not given twice', () =>
    given(...discharged)
      .when(acknowledge())
      .thenRefused('already-acknowledged', { report: 'r' }))
})
