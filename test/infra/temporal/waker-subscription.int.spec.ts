import { setTimeout as pause } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import type { LocalServer } from '../../../infra/local-servers/temporal/local-server.ts'
import { differences, reconcile } from '../../../infra/temporal/reconcile.ts'
import { createTemporalMemory } from '../../../infra/temporal/temporal-memory.ts'
import { createTestInstallation, type TestInstallation, threeMembers } from '../../support/installation.ts'
import { startTestTemporal } from '../../support/local-temporal.ts'
import { announcedSession } from '../../support/plan.ts'
import { submitCompleteReport } from '../../support/reports.ts'
import { clockOn, followStream, type MovedClock, type TimeKeeping } from '../../support/timed-installation.ts'
import { bundleWorkflows, type WorkflowBundle } from '../../support/workflow-bundle.ts'

const obligationOf = (member: string) => `ilo:R202:submission:${member}`

describe('the waker of workflows', () => {
  let bundle: WorkflowBundle
  let temporal: LocalServer
  let clock: MovedClock
  let installation: TestInstallation
  let keeping: TimeKeeping

  beforeAll(async () => {
    bundle = await bundleWorkflows()
  })
  afterAll(() => bundle.remove())
  beforeEach(async () => {
    temporal = await startTestTemporal()
    clock = clockOn('2012-06-20')
    installation = await createTestInstallation(clock)
    keeping = await followStream(installation, temporal, bundle.bundlePath)
  })
  afterEach(async () => {
    await keeping.stop()
    await installation.close()
    await temporal.stop()
  })

  /** Moves the clock, and has every obligation look at the day. */
  const beginDay = async (date: string) => {
    clock.moveTo(day(date))
    const commandId = `day/${date}`
    const begun = { type: 'DayBegan', occurredOn: day(date), data: { date } }
    const stream = 'rehearsal/ilo:r202'
    const { histories } = await installation.office.log.read([stream])
    const { lastPosition } = await installation.office.log.append({
      commandId,
      actor: { role: 'system', id: 'rehearsal' },
      streams: [{ stream, atVersion: histories[0]?.version ?? 0, events: [begun] }],
    })
    for (const member of threeMembers) await keeping.waker.wake(`obligation/${obligationOf(member)}`, lastPosition)
  }
  const deliveredBy = (count: number) => until(async () => (await installation.letters()).length >= count)

  it('starts a workflow for each obligation and for the cycle as soon as they are on record', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    const running = await Promise.all(threeMembers.map((member) => keeping.handleOf('obligation', obligationOf(member)).describe()))
    expect(running.map(({ status, type }) => [status.name, type])).toStrictEqual(threeMembers.map(() => ['RUNNING', 'followObligation']))
    expect((await keeping.handleOf('cycle', 'ilo:r202').describe()).status.name).toBe('RUNNING')
  })

  it('has the cycles of an organization look again when a session of it is announced: a paper may be due for it', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    const before = keeping.woken.length
    await importFacts(installation.office, [announcedSession('gb-317', '2013-03-06', '2013-03-28')], day('2012-06-20'))
    await keeping.caughtUp()
    expect(keeping.woken.slice(before).map(([kept]) => kept)).toStrictEqual(['cycle/ilo:r202'])
  })

  it('wakes the correspondence for what an obligation queued, and no workflow for what it wrote itself', async () => {
    // Its first look at Temporal, a reconciliation, is over: what follows is news alone.
    await keeping.caughtUp()
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    await beginDay('2012-08-01')
    await deliveredBy(3)
    await keeping.caughtUp()
    expect((await installation.letters()).flatMap(({ to }) => to).length).toBe(3)
    // Opened, and told by the driver that the day began: nothing more. A wake-up whose answer was lost is given again at its position.
    for (const member of threeMembers) {
      const { events } = await keeping.handleOf('obligation', obligationOf(member)).fetchHistory()
      const positions = (events ?? []).flatMap(({ workflowExecutionSignaledEventAttributes: signal }) =>
        signal ? [Buffer.from(signal.input?.payloads?.[0]?.data ?? []).toString()] : [],
      )
      expect(new Set(positions).size).toBe(2)
    }
    expect(keeping.woken.filter(([kept]) => kept.startsWith('correspondence/'))).toHaveLength(3)
  })

  it('goes on from where the one before it stopped', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    await keeping.stop()
    clock.moveTo(day('2013-05-02'))
    const before = await installation.office.log.head()
    await submitCompleteReport(installation.office, obligationOf('TUN'), '2013-04-17')

    keeping = await followStream(installation, temporal, bundle.bundlePath)
    await keeping.caughtUp()
    await keeping.handleOf('obligation', obligationOf('TUN')).result()
    expect(keeping.news).toStrictEqual([])
    const obligations = keeping.woken.map(([kept]) => kept).filter((kept) => kept.startsWith('obligation/'))
    expect(obligations).toStrictEqual([`obligation/${obligationOf('TUN')}`])
    expect(keeping.woken.every(([, position]) => position > before)).toBe(true)
  })

  it('follows every obligation again when Temporal was thrown away in the middle of a cycle, and repeats no letter', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await beginDay('2012-08-01')
    await deliveredBy(3)
    await keeping.stop()
    await temporal.stop()

    temporal = await startTestTemporal()
    keeping = await followStream(installation, temporal, bundle.bundlePath)
    await keeping.caughtUp()
    expect(keeping.news).toStrictEqual([{ kind: 'reconciled', because: 'other-temporal', result: { checked: 4, missing: 4, repaired: 4, superfluous: 0 } }])
    for (const member of threeMembers) expect((await keeping.handleOf('obligation', obligationOf(member)).describe()).status.name).toBe('RUNNING')

    await beginDay('2013-06-14')
    await deliveredBy(6)
    const ids = (await installation.letters()).map(({ messageId }) => messageId)
    expect(ids).toHaveLength(6)
    expect(new Set(ids).size).toBe(6)
  })

  it('notices a Temporal that was replaced under its address while it was idle', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    await keeping.stop()
    let id = 'first'
    keeping = await followStream(installation, temporal, bundle.bundlePath, { namespaceId: async () => id, namespaceCheckMs: 20 })
    await until(async () => keeping.news.length === 1)
    id = 'second'
    await until(async () => keeping.news.length === 3)
    expect(keeping.news.map(({ kind }) => kind)).toStrictEqual(['reconciled', 'waiting', 'reconciled'])
  })

  it('replaces a long backlog by one reconciliation', async () => {
    await keeping.caughtUp()
    await keeping.stop()
    await installation.follow('R202', day('2012-06-14'))
    keeping = await followStream(installation, temporal, bundle.bundlePath, { longestBacklog: 4 })
    await keeping.caughtUp()
    expect(keeping.news).toStrictEqual([{ kind: 'reconciled', because: 'backlog', result: { checked: 4, missing: 4, repaired: 4, superfluous: 0 } }])
    expect(keeping.woken).toStrictEqual([])
  })

  it('sets a wake-up aside that Temporal will not have, shows it, and goes on', async () => {
    await keeping.caughtUp()
    const memory = createTemporalMemory(installation.pool)
    const long = `ilo:R202:submission:${'X'.repeat(1_500)}`
    const event = { type: 'ReportAccepted', occurredOn: day('2012-06-20'), data: { report: 'none' } }
    await installation.office.log.append({
      commandId: 'long',
      actor: { role: 'reviewer', id: 'reviewer' },
      streams: [{ stream: `obligation/${long}`, atVersion: 0, events: [event] }],
    })
    const position = await installation.office.log.head()
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    const aside = await memory.asideNow()
    expect(aside.map(({ kept, position: at }) => [kept, at])).toStrictEqual([[`obligation/${long}`, position]])
    expect(keeping.news.map(({ kind }) => kind)).toContain('set-aside')
    expect((await keeping.handleOf('obligation', obligationOf('FRA')).describe()).status.name).toBe('RUNNING')
    await memory.forgetUpTo(position)
    expect(await memory.asideNow()).toStrictEqual([])
  })

  it('lets reconciling find what was ended by hand, and only that', async () => {
    await installation.follow('R202', day('2012-06-14'))
    await keeping.caughtUp()
    await keeping.handleOf('obligation', obligationOf('URY')).terminate()
    expect((await differences(keeping.reconciliation)).missing).toStrictEqual([`obligation/${obligationOf('URY')}`])
    expect(await reconcile(keeping.reconciliation)).toMatchObject({ checked: 4, missing: 1, repaired: 1 })
    expect((await differences(keeping.reconciliation)).missing).toStrictEqual([])
  })
})

/** Waits for what other processes do; the test's own limit ends it. */
async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await pause(20)
}
