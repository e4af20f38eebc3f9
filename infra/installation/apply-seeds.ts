import { hashOf } from '../../activities/command.ts'
import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { openYearlyList } from '../../activities/commands/cycle/open-yearly-list.ts'
import { submitReport } from '../../activities/commands/obligation/submit-report.ts'
import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { importFacts, seedPrincipal } from '../../activities/import-facts.ts'
import { seededAnswers } from '../../activities/plan/seeded-reports.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { ownedId, yearlyListId } from '../../domain/ids.ts'
import { stream } from '../../domain/streams.ts'
import { factsFrom } from '../seeds/facts-from.ts'
import type { OpenInstallation } from './installation.ts'

/** What the seeds brought that was not on record. */
export type Settled = { readonly facts: number; readonly cycles: readonly string[] }

/**
 * Records what the seeds say and opens their cycles, tracked from today. Run again, it repeats nothing.
 *
 * Steps before today are not taken: of a cycle that ended before it, none.
 */
export async function applySeeds({ office, seeds }: Pick<OpenInstallation, 'office' | 'seeds'>): Promise<Settled> {
  let facts = 0
  const opened: string[] = []
  for (const { organization, cycles } of seeds.organizations) {
    const today = await office.clock.today(organization.seat.zone)
    const own = factsFrom({ ...seeds, organizations: seeds.organizations.filter((each) => each.organization === organization) })
    facts += await importFacts(office, own, today)

    const names = cycles.map(({ code }) => `${organization.code}:${code}`)
    const { histories } = await office.log.read(names.map(stream.cycle))
    for (const [index, { instrument }] of cycles.entries()) {
      const cycle = names[index] ?? ''
      if ((histories[index]?.version ?? 0) > 0) continue
      const metadata = { commandId: `seeds/open/${cycle}`, principal: seedPrincipal }
      await openCycle(office, metadata, { cycle, organization: organization.code, instrument, trackedFrom: today, synthetic: false })
      opened.push(cycle)
    }
    opened.push(...(await openPlans(office, seeds, organization.code, today)))
    await openList(office, organization.code, today)
  }
  return { facts, cycles: opened }
}

/** The yearly list of serious failures, where the organization's seeds say how it is made. Run again, it repeats nothing. */
async function openList(office: OpenInstallation['office'], organization: string, today: CalendarDate): Promise<void> {
  if (office.reference.supervisionOf(organization) === null) return
  const metadata = { commandId: `seeds/open/${yearlyListId(organization)}`, principal: seedPrincipal }
  await openYearlyList(office, metadata, { organization, trackedFrom: today, synthetic: false })
}

/** Opens the plans that are not open yet, and takes in what their documents say was done or observed. */
async function openPlans(
  office: OpenInstallation['office'],
  { organizations }: OpenInstallation['seeds'],
  organization: string,
  today: CalendarDate,
): Promise<readonly string[]> {
  const plans = organizations.find((each) => each.organization.code === organization)?.plans ?? []
  const names = plans.map(({ plan }) => ownedId(organization, plan.code))
  const { histories } = await office.log.read(names.map(stream.plan))
  const opened = names.filter((_, index) => (histories[index]?.version ?? 0) === 0)
  for (const cycle of opened)
    await openPlan(office, { commandId: `seeds/open/${cycle}`, principal: seedPrincipal }, { cycle, trackedFrom: today, synthetic: false })
  for (const cycle of names) await takeSeededAnswers(office, cycle, today)
  return opened
}

/** Run again, it repeats nothing: each answer is a command of its own name. */
async function takeSeededAnswers(office: OpenInstallation['office'], cycle: string, today: CalendarDate): Promise<void> {
  for (const { obligation, on, answer } of await seededAnswers(office, cycle))
    if (on <= today)
      await submitReport(
        office,
        { commandId: `seeds/answer/${obligation}/${on}`, principal: seedPrincipal, bodyHash: hashOf(answer) },
        { obligation, report: { ...answer } },
      )
}
