import { describe, expect, it } from 'vitest'
import { openYearlyList } from '../../../activities/commands/cycle/open-yearly-list.ts'
import { giveWithdrawalNotice } from '../../../activities/commands/organization/give-withdrawal-notice.ts'
import { awaitedDays, nextCycleStep, takeCycleStep } from '../../../activities/cycle/cycle-step.ts'
import type { Step } from '../../../activities/steps.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'
import { contextOfSessions } from '../../support/supervision.ts'

const list = 'ilo:yearly-list'
const due = (step: string): Extract<Step, { kind: 'step' }> => ({ kind: 'step', asOf: 0, waitMs: 0, step, setAtVersion: 1, summary: '' })

async function opened(today: string) {
  const context = await contextOfSessions({ today, until: '2020-01-01' })
  await openYearlyList(context.office, by(secretariat, 'supervise'), { organization: 'ilo', trackedFrom: day(today), synthetic: true })
  return context
}

describe('the list of serious failures', () => {
  it('is prepared in December and refreshed in May, with what arrived in the spring', async () => {
    const { office, log, turn } = await opened('2021-01-15')
    turn('2021-12-09')
    expect(await nextCycleStep(office, list)).toMatchObject({ step: 'prepare-list', waitMs: 86_400_000 })
    turn('2021-12-10')
    expect(await nextCycleStep(office, list)).toMatchObject({ step: 'prepare-list', waitMs: 0 })
    expect(await takeCycleStep(office, list, due('prepare-list'))).toMatchObject({ step: 'then-refresh-list', asOf: await log.head() })
    expect(await awaitedDays(office, list)).toStrictEqual(['2022-05-31', '2022-12-10'])

    turn('2022-03-01')
    await submitReport(office, by(ministry('FRA'), 'spring'), 'ilo:R205:submission:FRA', complete('2022-02-01'))
    turn('2022-05-31')
    expect(await takeCycleStep(office, list, due('then-refresh-list'))).toMatchObject({ step: 'refresh-list', waitMs: 0 })
    await takeCycleStep(office, list, due('refresh-list'))

    const sessions = ['99', '100', '101', '103', '104', '106', '108'].map((number) => `ilo:ilc-${number}`)
    const criterion = { code: '5', sessions: 7, source: [] }
    expect(
      log.events
        .filter(({ stream }) => stream === `yearly-list/${list}`)
        .map(({ type, occurredOn, actor, data }) => [type, occurredOn, actor.id, data])
        .slice(1),
    ).toStrictEqual([
      [
        'ListPrepared',
        '2021-12-10',
        'run-cycle',
        { year: 2022, criterion, members: ['CHE', 'DEU', 'FRA'], counted: { CHE: sessions, DEU: sessions, FRA: sessions } },
      ],
      [
        'ListRefreshed',
        '2022-05-31',
        'run-cycle',
        { year: 2022, criterion, members: ['CHE', 'DEU'], counted: { CHE: sessions, DEU: sessions }, dropped: [{ member: 'FRA', reason: 'submitted' }] },
      ],
    ])
  })

  it('drops a Member that left', async () => {
    const { office, log, turn } = await opened('2021-01-15')
    turn('2021-02-01')
    await giveWithdrawalNotice(office, by(secretariat, 'notice'), { organization: 'ilo', member: 'CHE', receivedOn: day('2020-03-01') })
    turn('2021-12-10')
    await takeCycleStep(office, list, due('prepare-list'))
    turn('2022-05-31')
    await takeCycleStep(office, list, due('refresh-list'))
    expect(log.events.at(-1)?.data).toMatchObject({ members: ['DEU', 'FRA'], dropped: [{ member: 'CHE', reason: 'left' }] })
  })

  it('is made once: a second run and a run too early change nothing', async () => {
    const { office, log, turn } = await opened('2021-01-15')
    turn('2021-12-09')
    await takeCycleStep(office, list, due('prepare-list'))
    expect(log.typesOf(`yearly-list/${list}`)).toStrictEqual(['YearlyListOpened'])
    turn('2021-12-10')
    for (const _ of [1, 2]) await takeCycleStep(office, list, due('prepare-list'))
    expect(log.typesOf(`yearly-list/${list}`)).toStrictEqual(['YearlyListOpened', 'ListPrepared'])
  })

  it('is made late with its own day, when the installation was away on it', async () => {
    const { office, log, turn } = await opened('2021-01-15')
    turn('2022-06-10')
    expect(await takeCycleStep(office, list, due('prepare-list'))).toMatchObject({ waitMs: 0 })
    await takeCycleStep(office, list, due('refresh-list'))
    expect(log.events.slice(-2).map(({ type, occurredOn }) => `${type} ${occurredOn}`)).toStrictEqual(['ListPrepared 2021-12-10', 'ListRefreshed 2022-05-31'])
    expect(await nextCycleStep(office, list)).toMatchObject({ step: 'prepare-list', summary: 'ilo:yearly-list: prepare-list on 2022-12-10' })
  })

  it('is opened once, and only where a criterion can be computed', async () => {
    const { office } = await opened('2021-01-15')
    const opening = { organization: 'ilo', trackedFrom: day('2021-01-15'), synthetic: true }
    await expect(openYearlyList(office, by(secretariat, 'again'), opening)).rejects.toEqual(refusal('already-opened'))
    const without = { ...office, reference: { ...office.reference, supervisionOf: () => null } }
    await expect(openYearlyList(without, by({ ...secretariat, organization: 'oic' }, 'oic'), { ...opening, organization: 'oic' })).rejects.toEqual(
      refusal('rule-not-known'),
    )
  })
})
