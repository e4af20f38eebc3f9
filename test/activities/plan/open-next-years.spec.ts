import { beforeAll, describe, expect, it } from 'vitest'
import { closePlan } from '../../../activities/commands/plan/close-plan.ts'
import { openPlan } from '../../../activities/commands/plan/open-plan.ts'
import { revisePlan } from '../../../activities/commands/plan/revise-plan.ts'
import { awaitedDays, nextCycleStep, takeCycleStep } from '../../../activities/cycle/cycle-step.ts'
import { foldObligation } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { factsFrom } from '../../../infra/seeds/facts-from.ts'
import { loadSeeds } from '../../../infra/seeds/load-seeds.ts'
import { referenceFrom } from '../../../infra/seeds/reference-from.ts'
import type { Seeds } from '../../../infra/seeds/seeds.ts'
import { parliamentSeeds, today } from '../../infra/seeds/seeds-copy.ts'
import { memoryContext, by as ofIlo, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'

const cycle = 'parliament:reports'
const yearly = (year: number) => `parliament:reports-7.3:yearly-report:dept-7:${year}`
const by = (commandId: string) => ofIlo({ ...secretariat, organization: 'parliament' }, commandId)
const row = { change: 'timing', row: '7.3' } as const
const years = (to: number) => ({ ...row, timing: { printed: `until ${to}`, parsed: { shape: 'every-year', from: 2026, to } } })

let seeds: Seeds
beforeAll(async () => {
  const loaded = await loadSeeds(parliamentSeeds, today)
  const endless = ({ plans, ...own }: Seeds['organizations'][number]) => ({
    ...own,
    plans: plans.map(({ plan, rows }) => ({ plan: { ...plan, horizon: { ...plan.horizon, until: null } }, rows })),
  })
  seeds = { ...loaded, organizations: loaded.organizations.map(endless) }
})

/** The parliament with its plan open, which has no end, on a day. */
async function endlessPlan(on: string) {
  const context = await memoryContext(on, { facts: factsFrom(seeds) })
  const office = { ...context.office, reference: referenceFrom(seeds) }
  await openPlan(office, by('open'), { cycle, trackedFrom: day('2026-02-03'), synthetic: true })
  const opened = () =>
    context.log.events.filter(({ type, stream }) => type === 'ObligationOpened' && stream.includes('yearly')).map(({ stream }) => stream.split(':').at(-1))
  /** Takes what is due, until nothing is. */
  const stepped = async () => {
    for (let step = await nextCycleStep(office, cycle); step.kind === 'step' && step.waitMs === 0; ) step = await takeCycleStep(office, cycle, step)
  }
  return { ...context, office, opened, stepped }
}

describe('what comes every year under a plan without an end', () => {
  it('is open for this year and the next, so that letters ahead of the next can go', async () => {
    const { opened, stepped, office } = await endlessPlan('2026-02-03')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027'])
    expect(await awaitedDays(office, cycle)).toStrictEqual(['2027-01-01'])
  })

  it('opens the year after next on the day on which the next begins, once, with its own last day', async () => {
    const { opened, stepped, office, turn, log } = await endlessPlan('2026-02-03')
    turn('2026-12-31')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027'])
    turn('2027-01-01')
    await stepped()
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027', '2028'])
    const { histories } = await log.read([`obligation/${yearly(2028)}`])
    expect(foldObligation(histories[0])).toMatchObject({
      ...{
        status: 'open',
        openedOn: '2027-01-01',
        trackedFrom: '2026-02-03',
        title: { en: 'That the Department of the Islands report on the wharves in each year.' },
      },
      ...{ limits: [{ limit: 'due', dueOn: '2028-12-31' }], scheduled: [{ step: 'reminder-due', on: '2029-01-01' }] },
    })
    expect(await awaitedDays(office, cycle)).toStrictEqual(['2028-01-01'])
  })

  it('is made up for, year by year, where nobody looked for some years', async () => {
    const { opened, stepped, turn } = await endlessPlan('2026-02-03')
    turn('2030-05-01')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027', '2028', '2029', '2030', '2031'])
  })

  it('ends with the plan', async () => {
    const { stepped, opened, office, turn } = await endlessPlan('2026-02-03')
    await closePlan(office, by('close'), { plan: cycle, reason: 'the House was dissolved' })
    turn('2027-01-01')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027'])
  })

  it.each([
    { change: years(2027), why: 'once a last year is printed', left: ['open', 'open'] },
    { change: { change: 'dropped', row: '7.3' } as const, why: 'under a row that was dropped', left: ['released', 'discharged'] },
  ])('opens no more $why', async ({ change, left }) => {
    const { stepped, opened, office, turn, log } = await endlessPlan('2026-02-03')
    if (left.includes('discharged')) await submitReport(office, by('report'), yearly(2027), { reportedOn: '2026-02-03' })
    await revisePlan(office, by('revise'), revisePlan.definition.payload.parse({ plan: cycle, reason: 'the House decided so', changes: [change] }))
    turn('2027-01-01')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027'])
    const { histories } = await log.read([2026, 2027].map((year) => `obligation/${yearly(year)}`))
    expect(histories.map((history) => foldObligation(history).status)).toStrictEqual(left)
  })

  it('opens no more once its body released the last one', async () => {
    const { stepped, opened, turn, log } = await endlessPlan('2026-02-03')
    const released = { type: 'ObligationReleased', occurredOn: day('2026-03-01'), data: { reason: 'the House decided so', source: [] } }
    await log.append({ commandId: 'release', actor: secretariat, streams: [{ stream: `obligation/${yearly(2027)}`, atVersion: 1, events: [released] }] })
    turn('2027-01-01')
    await stepped()
    expect(opened()).toStrictEqual(['2026', '2027'])
  })
})
