import type { TestWorkflowEnvironment } from '@temporalio/testing'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { closeSession } from '../../activities/commands/session/close-session.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { principalIn } from '../../domain/principal.ts'
import { reconcileNightly } from '../../infra/temporal/reconcile.ts'
import { recordChangedSignal, workflowId } from '../../workflows/messages.ts'
import { keepHistory } from '../support/histories.ts'
import { type SkippingInstallation, withSkippingInstallation } from '../support/skipping-installation.ts'
import { createTimeSkippingEnvironment } from '../support/time-skipping.ts'
import { bundleWorkflows, type WorkflowBundle } from '../support/workflow-bundle.ts'

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

describe('the workflow that runs a cycle', () => {
  it('notes each stage once its last day is over, and ends after the last', () =>
    withSkippingInstallation({ environment, bundlePath: bundle.bundlePath, from: '2012-06-20' }, async (installation) => {
      await installation.follow('R202', day('2012-06-14'))
      await installation.wake('cycle/ilo:r202')
      await installation.untilNoonOf('2013-06-13')
      expect(await noted(installation, 'ilo:r202')).toStrictEqual([])
      await installation.untilNoonOf('2013-06-14')
      expect(await noted(installation, 'ilo:r202')).toStrictEqual(['StagePassed 2013-06-13'])
      await installation.handleOf('cycle/ilo:r202').result()
      expect(await noted(installation, 'ilo:r202')).toStrictEqual(['StagePassed 2013-06-13', 'StagePassed 2013-12-13'])
      await keepHistory('run-cycle', installation.handleOf('cycle/ilo:r202'))
    }))

  it('asks for the actual closing of a session whose announced one has passed, and counts from it', () =>
    withSkippingInstallation({ environment, bundlePath: bundle.bundlePath, from: '2026-06-12' }, async (installation) => {
      const secretariat = { role: 'secretariat', id: 'secretariat' } as const
      await installation.follow('C193', day('2026-06-12'))
      await installation.wake('cycle/ilo:c193')
      await installation.untilNoonOf('2026-06-13')
      expect(await noted(installation, 'ilo:c193')).toStrictEqual(['ClosingAwaited 2026-06-12'])
      await installation.untilNoonOf('2026-06-22')
      await closeSession(
        installation.office,
        { commandId: 'closing', principal: principalIn(secretariat, 'ilo', 'http') },
        { session: 'ilo:ilc-114', closedOn: day('2026-06-19') },
      )
      await installation.wake('cycle/ilo:c193')
      await installation.handleOf('cycle/ilo:c193').result()
      expect(await noted(installation, 'ilo:c193')).toStrictEqual(['ClosingAwaited 2026-06-12', 'StagePassed 2027-06-18', 'StagePassed 2027-12-18'])
    }))
})

describe('the workflow that reconciles', () => {
  it('compares the record with Temporal each night, and at once when it is woken', () => {
    const compared: string[] = []
    return withSkippingInstallation(
      {
        environment,
        bundlePath: bundle.bundlePath,
        from: '2026-11-22',
        instead: (_, { office }) => ({
          reconcileRecord: async () => {
            compared.push(await office.clock.today('Europe/Zurich'))
            return { checked: 0, missing: 0, repaired: 0, superfluous: 0 }
          },
        }),
      },
      async (installation) => {
        const { client } = environment
        await reconcileNightly(client, installation.name, installation.taskQueue)
        await reconcileNightly(client, installation.name, installation.taskQueue)
        const handle = client.workflow.getHandle(workflowId.reconcile(installation.name))
        const { runId } = await handle.describe()
        await installation.untilNoonOf('2026-11-24')
        expect(compared).toStrictEqual(['2026-11-23', '2026-11-24'])
        await handle.signal(recordChangedSignal, 1)
        await installation.untilNoonOf('2026-11-25')
        expect(compared).toStrictEqual(['2026-11-23', '2026-11-24', '2026-11-24', '2026-11-25'])
        await keepHistory('reconcile', client.workflow.getHandle(handle.workflowId, runId))
        await handle.terminate()
      },
    )
  })
})

const noted = async (installation: SkippingInstallation, cycle: string): Promise<readonly string[]> =>
  (await installation.events(`cycle/${cycle}`)).slice(1).map(({ type, occurredOn }) => `${type} ${occurredOn}`)
