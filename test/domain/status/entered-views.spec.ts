import { describe, expect, it } from 'vitest'
import { foldObligation } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { explanationOf } from '../../../domain/explanation/explanation.ts'
import { explanationLines } from '../../../domain/explanation/explanation-text.ts'
import { timelineOf } from '../../../domain/history/timeline.ts'
import type { KnownObligation } from '../../../domain/obligation/state.ts'
import { isUntracked } from '../../../domain/status/before-tracking.ts'
import { type PlanOutline, planOutline } from '../../../domain/status/plan-outline.ts'
import { isShortOfTarget } from '../../../domain/status/short-of-target.ts'
import { stream } from '../../../domain/streams.ts'
import { by, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { announcedSession, contextOfPlan } from '../../support/plan.ts'

const report = 'ilo:fp-4:governing-body-report:office:gb-349'
const indicator = 'ilo:fp-3:indicator:office'
const invitation = 'ilo:fp-5:invitation:FRA'
const announced = [announcedSession('gb-349', '2023-10-30', '2023-11-09')]

type UseCaseContext = Awaited<ReturnType<typeof contextOfPlan>>

async function standsIn({ office }: UseCaseContext, id: string): Promise<KnownObligation> {
  const { histories } = await office.log.read([stream.obligation(id)])
  const state = foldObligation(histories[0])
  if (state.status === 'unknown') throw new TypeError(`${id} is not on record`)
  return state
}

const timelineEntriesOf = async ({ office }: UseCaseContext, id: string) => {
  const all = await office.log.readFrom(0, 1_000)
  return timelineOf(all.filter((event) => event.stream === stream.obligation(id)))
}

describe('the explanation of what a row asks, as lines', () => {
  it('gives the row as printed, the timing, and each day with what it is counted from', async () => {
    const context = await contextOfPlan('2021-11-12', { facts: announced })
    const lines = explanationLines(explanationOf(report, await standsIn(context, report)))
    expect(lines.slice(0, 5)).toStrictEqual([report, '', 'Row 4', '  Source: Fictional plan, annex', '  Printed (ar): “نص 4”'])
    expect(lines).toContain('published: 2023-09-30, that day included (provisional)')
    expect(lines).toContain('  Counted from: the opening of session ilo:gb-349, 2023-10-30 (announced)')
    expect(lines).toContain('  Computation: opening of ilo:gb-349 2023-10-30; less 30 days = 2023-09-30')
  })

  it('says where no day can be computed', async () => {
    const lines = explanationLines(explanationOf(invitation, await standsIn(await contextOfPlan(), invitation)))
    expect(lines).toContain('No day can be computed: it stays open, and is looked at again on the cadence of its plan.')
  })
})

describe('the timeline of what a row asks', () => {
  it('says which row asks it and by which days', async () => {
    const [entered] = await timelineEntriesOf(await contextOfPlan('2021-11-12', { facts: announced }), report)
    expect(entered?.what).toStrictEqual({
      key: 'obligationOpened',
      facts: {
        ...{ row: '4', kind: 'governing-body-report', occurrence: 'gb-349', session: 'ilo:gb-349' },
        ...{ department: '2023-07-02', published: '2023-09-30', discussed: '2023-11-09' },
      },
    })
  })

  it('says of a report its days and numbers, and nothing that is encrypted', async () => {
    const context = await contextOfPlan('2022-06-30')
    await submitReport(context.office, by(secretariat, 'observe'), indicator, { observedOn: '2022-06-01', value: 61 })
    const timelineEntries = await timelineEntriesOf(context, indicator)
    expect(timelineEntries.map(({ type, occurredOn }) => [type, occurredOn])).toStrictEqual([
      ['ObligationOpened', '2021-11-12'],
      ['ReportReceived', '2022-06-30'],
      ['ObligationPerformed', '2022-06-01'],
    ])
    expect(timelineEntries[1]?.what.facts).toStrictEqual({ observedOn: '2022-06-01', value: 61, report: expect.any(String), furtherInformation: false })
  })
})

describe('an indicator', () => {
  it('is short of its target once observed below it, and not before', async () => {
    const context = await contextOfPlan('2022-06-30')
    expect(isShortOfTarget(await standsIn(context, indicator))).toBe(false)
    await submitReport(context.office, by(secretariat, 'observe'), indicator, { observedOn: '2022-06-01', value: 69 })
    expect(isShortOfTarget(await standsIn(context, indicator))).toBe(true)
    await submitReport(context.office, by(secretariat, 'reach'), indicator, { observedOn: '2022-06-02', value: 70 })
    expect(isShortOfTarget(await standsIn(context, indicator))).toBe(false)
  })
})

describe('what lay before tracking', () => {
  it('is untracked where its last day did, while nothing is reported; what has no day never is', async () => {
    const context = await contextOfPlan()
    const years = await standsIn(context, 'ilo:fp-2:event:office:2021')
    expect(isUntracked(years)).toBe(false)
    expect(isUntracked({ ...years, trackedFrom: day('2021-12-31') })).toBe(false)
    expect(isUntracked({ ...years, trackedFrom: day('2022-01-01') })).toBe(true)
    expect(isUntracked({ ...(await standsIn(context, invitation)), trackedFrom: day('2030-01-01') })).toBe(false)
  })
})

describe('the outline of a plan', () => {
  it('holds components, revisions and the closing, and nothing of its rows', async () => {
    const { office } = await contextOfPlan()
    const { histories } = await office.log.read([stream.plan('ilo:fp')])
    const events = [
      ...(histories[0]?.events ?? []),
      { type: 'PlanRevised', occurredOn: day('2024-01-05'), version: 90, data: { revision: 1, reason: 'Resources', changes: [], source: [] } },
      { type: 'PlanClosed', occurredOn: day('2027-01-05'), version: 91, data: { reason: 'Evaluated', source: [] } },
    ]
    const outline = events.reduce<PlanOutline>((state, event) => planOutline.evolve(state, event as never), planOutline.initial)
    expect(outline).toMatchObject({
      status: 'closed',
      components: [{ id: '1' }],
      revisions: [{ revision: 1, on: '2024-01-05', reason: 'Resources' }],
      closed: { on: '2027-01-05', reason: 'Evaluated' },
    })
    const opened = { type: 'CycleOpened', occurredOn: day('2021-01-01'), version: 1, data: {} }
    expect(planOutline.evolve(planOutline.initial, opened as never)).toStrictEqual({ status: 'unknown' })
  })
})
