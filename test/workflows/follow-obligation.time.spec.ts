import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeSession } from '../../activities/commands/session/close-session.ts'
import type { TimedStream } from '../../activities/reconcile.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { principalIn } from '../../domain/principal.ts'
import { renewSignal } from '../../workflows/messages.ts'
import { keepHistory } from '../support/histories.ts'
import { stateCircumstances } from '../support/obligation-commands.ts'
import { submitCompleteReport } from '../support/reports.ts'
import { type SkippingInstallation, type SkippingSettings, withSkippingInstallation } from '../support/skipping-installation.ts'
import { createTimeSkippingEnvironment } from '../support/time-skipping.ts'
import { bundleWorkflows, type WorkflowBundle } from '../support/workflow-bundle.ts'

const france = 'ilo:R202:submission:FRA'
const kept: TimedStream = `obligation/${france}`
const minister = { role: 'ministry', id: 'FRA' } as const

let environment: TestWorkflowEnvironment
let bundle: WorkflowBundle
beforeAll(async () => {
  environment = await createTimeSkippingEnvironment()
  bundle = await bundleWorkflows()
})
afterAll(async () => {
  await environment.teardown()
  await bundle.remove()
})

describe('the workflow that follows the obligation of France to submit R202', () => {
  it('asks for the report on 1 August, and reminds on the first day after 12 and after 18 months', () =>
    playing({}, async (installation) => {
      await installation.untilNoonOf('2012-07-31')
      expect(await told(installation)).toStrictEqual([])
      await installation.untilNoonOf('2012-08-01')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01'])
      await installation.untilNoonOf('2013-06-13')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01'])
      await installation.untilNoonOf('2013-06-14')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01', 'reminder12 2013-06-14'])
      await installation.handleOf(kept).result()
      expect(await told(installation)).toStrictEqual(['request 2012-08-01', 'reminder12 2013-06-14', 'reminder18 2013-12-14'])
      await keepHistory('follow-obligation-to-the-last-reminder', installation.handleOf(kept))
    }))

  it('shows on its timer what it waits for, and under which provision', () =>
    playing({}, async (installation) => {
      await installation.untilNoonOf('2012-06-21')
      expect(await lastTimer(installation, kept)).toMatch(/^"ilo:R202:submission:FRA: request on 2012-08-01 \(.*19.*\)"$/)
      await installation.handleOf(kept).terminate()
    }))

  it('ends once a complete report discharged the obligation, and reminds no more', () =>
    playing({}, async (installation) => {
      await installation.untilNoonOf('2013-05-02')
      await report(installation)
      await installation.wake(kept)
      await installation.handleOf(kept).result()
      expect(await installation.endedOn(kept)).toBe('2013-05-02')
      await installation.untilNoonOf('2014-01-01')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01'])
      await keepHistory('follow-obligation-to-its-discharge', installation.handleOf(kept))
    }))

  it('spares who stated exceptional circumstances the reminder at 12 months, and not that at 18', () =>
    playing({}, async (installation) => {
      await installation.untilNoonOf('2013-03-01')
      const metadata = { commandId: 'grounds', principal: principalIn(minister, 'ilo', 'http') }
      await stateCircumstances(installation.office, metadata, france, { grounds: 'Fictional grounds' })
      await installation.wake(kept)
      await installation.handleOf(kept).result()
      expect(await installation.endedOn(kept)).toBe('2013-12-14')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01', 'reminder18 2013-12-14'])
    }))

  it('takes nothing when its timer fires before the day, and waits again', () => {
    let early = 0
    const dayMs = 86_400_000
    const instead: SkippingSettings['instead'] = ({ takeStep }) => ({
      takeStep: async (id, step) => {
        const next = await takeStep(id, step)
        if (next.kind === 'step' && next.step === step.step) early += 1
        return next
      },
    })
    const bend: SkippingSettings['bend'] = (clock) => ({
      ...clock,
      waitMsUntil: async (until, zone) => {
        const waitMs = await clock.waitMsUntil(until, zone)
        return waitMs !== null && waitMs > 2 * dayMs ? waitMs - dayMs : waitMs
      },
    })
    return playing({ bend, instead }, async (installation) => {
      await installation.handleOf(kept).result()
      expect(early).toBe(3)
      expect(await told(installation)).toStrictEqual(['request 2012-08-01', 'reminder12 2013-06-14', 'reminder18 2013-12-14'])
    })
  })

  it('goes on as a new run when it is renewed, and takes no step twice', () =>
    playing({}, async (installation) => {
      await installation.untilNoonOf('2012-08-02')
      const { runId } = await installation.handleOf(kept).describe()
      await installation.handleOf(kept).signal(renewSignal)
      await installation.untilNoonOf('2012-08-03')
      const { runId: renewed } = await installation.handleOf(kept).describe()
      expect(renewed).not.toBe(runId)
      await installation.handleOf(kept).result()
      expect(await told(installation)).toStrictEqual(['request 2012-08-01', 'reminder12 2013-06-14', 'reminder18 2013-12-14'])
      await keepHistory('follow-obligation-renewed', environment.client.workflow.getHandle(installation.handleOf(kept).workflowId, runId))
    }))

  it('misses no news that comes after it read the record and before it waits', () => {
    let first = true
    const instead: SkippingSettings['instead'] = ({ nextStep }, installation) => ({
      nextStep: async (id) => {
        const step = await nextStep(id)
        if (!first) return step
        first = false
        await report(installation)
        await installation.wake(kept)
        return step
      },
    })
    return playing({ from: '2013-05-02', instead }, async (installation) => {
      await installation.handleOf(kept).result()
      expect(await installation.endedOn(kept)).toBe('2013-05-02')
      expect(await told(installation)).toStrictEqual([])
    })
  })

  it('looks again before it ends where it was told of more than it had read', () => {
    let first = true
    const instead: SkippingSettings['instead'] = ({ nextStep }) => ({
      nextStep: async (id) => {
        if (!first) return nextStep(id)
        first = false
        return { kind: 'none', asOf: 0 }
      },
    })
    return playing({ instead }, async (installation) => {
      await installation.untilNoonOf('2012-08-01')
      expect(await told(installation)).toStrictEqual(['request 2012-08-01'])
      await installation.handleOf(kept).terminate()
    })
  })

  it('returns at once when it is woken for an obligation that is discharged already', () =>
    playing({ from: '2013-05-02', before: report }, async (installation) => {
      await installation.handleOf(kept).result()
      expect(await told(installation)).toStrictEqual([])
    }))
})

describe('the workflow that follows an obligation whose session is only inferred to have closed', () => {
  it('waits for the day that the actual closing gives, once that is on record', () =>
    withSkippingInstallation({ environment, bundlePath: bundle.bundlePath, from: '2026-06-20' }, async (installation) => {
      const obligation = 'ilo:C193:submission:FRA'
      await installation.follow('C193', day('2026-06-12'))
      await installation.wake(`obligation/${obligation}`)
      await installation.untilNoonOf('2026-08-02')
      await closeSession(
        installation.office,
        { commandId: 'closing', principal: principalIn({ role: 'secretariat', id: 'secretariat' }, 'ilo', 'http') },
        { session: 'ilo:ilc-114', closedOn: day('2026-06-19') },
      )
      expect(await lastTimer(installation, `obligation/${obligation}`)).toContain('reminder12 on 2027-06-12')
      await installation.wake(`obligation/${obligation}`)
      await installation.untilNoonOf('2026-08-03')
      expect(await lastTimer(installation, `obligation/${obligation}`)).toContain('reminder12 on 2027-06-19')
      await installation.handleOf(`obligation/${obligation}`).result()
      expect(await told(installation, obligation)).toStrictEqual(['request 2026-08-01', 'reminder12 2027-06-19', 'reminder18 2027-12-19'])
    }))
})

type Changes = Partial<SkippingSettings> & { readonly before?: (installation: SkippingInstallation) => Promise<void> }

const playing = ({ before, ...changes }: Changes, play: (installation: SkippingInstallation) => Promise<void>): Promise<void> =>
  withSkippingInstallation({ environment, bundlePath: bundle.bundlePath, from: '2012-06-20', ...changes }, async (installation) => {
    await installation.follow('R202', day(changes.from ?? '2012-06-14'))
    await before?.(installation)
    await installation.wake(kept)
    await play(installation)
  })

/** What the workflow's newest timer says that it waits for. */
const lastTimer = async (installation: SkippingInstallation, of: TimedStream): Promise<string> => {
  const { events } = await installation.handleOf(of).fetchHistory()
  const timer = events?.findLast(({ timerStartedEventAttributes }) => timerStartedEventAttributes)
  return Buffer.from(timer?.userMetadata?.summary?.data ?? []).toString()
}

/** Each step that was taken, with the day on which it was. */
const told = async (installation: SkippingInstallation, obligation = france): Promise<readonly string[]> =>
  (await installation.events(`obligation/${obligation}`)).flatMap(({ type, occurredOn, data }) =>
    type === 'LetterFellDue' ? [`${data.step} ${occurredOn}`] : [],
  )

const report = ({ office }: SkippingInstallation): Promise<void> => submitCompleteReport(office, france, '2013-04-17')
