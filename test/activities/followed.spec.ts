import { describe, expect, it } from 'vitest'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { readFollowed } from '../../activities/followed.ts'
import { importFacts } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { by, memoryContext, secretariat } from '../support/memory-context.ts'
import { kinds, plan, unit } from '../support/plan.ts'
import { refusal } from '../support/spec-for.ts'

const r202 = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: false } as const
const open = async () => {
  const { office, log } = await memoryContext('2021-11-12', { plans: [plan, { ...plan, code: 'r202' }], kinds })
  await importFacts(office, [unit], day('2021-11-12'))
  return { office, log }
}

describe('what is followed under an id', () => {
  it('is told by the stream in which the id is on record', async () => {
    const { office } = await open()
    await openCycle(office, by(secretariat, 'cycle'), r202)
    await openPlan(office, by(secretariat, 'plan'), { cycle: 'ilo:fp' })
    expect((await readFollowed(office, 'ilo:r202')).followed).toMatchObject({ type: 'cycle', state: { instrument: 'R202' } })
    expect((await readFollowed(office, 'ilo:fp')).followed).toMatchObject({ type: 'plan', state: { opensOn: '2021-11-12' } })
    expect((await readFollowed(office, 'ilo:nothing')).followed).toBe(null)
  })

  it('is one thing alone: a plan is not opened under the id of a cycle, nor a cycle under that of a plan', async () => {
    const { office, log } = await open()
    await openCycle(office, by(secretariat, 'cycle'), r202)
    const head = await log.head()
    await expect(openPlan(office, by(secretariat, 'plan'), { cycle: 'ilo:r202' })).rejects.toEqual(refusal('already-opened', { cycle: 'ilo:r202' }))
    await openPlan(office, by(secretariat, 'fp'), { cycle: 'ilo:fp' })
    expect(await log.head()).toBeGreaterThan(head)
    const other = await open()
    await openPlan(other.office, by(secretariat, 'plan'), { cycle: 'ilo:r202' })
    await expect(openCycle(other.office, by(secretariat, 'cycle'), r202)).rejects.toEqual(refusal('already-opened', { cycle: 'ilo:r202' }))
  })
})
