import { openCycle } from '../../activities/cycle/open-cycle.ts'
import { importFacts, seedActor } from '../../activities/import-facts.ts'
import { stream } from '../../domain/obligation/obligation-id.ts'
import type { OpenHouse } from '../runtime.ts'
import { factsFrom } from '../seeds/facts-from.ts'

/** What the seeds brought that was not on record. */
export type Settled = { readonly facts: number; readonly cycles: readonly string[] }

/**
 * Records what the seeds say and opens their cycles, tracked from today. Run again, it repeats nothing.
 *
 * Steps before today are not taken: for R202 that is all of them.
 */
export async function settle({ office, seeds }: Pick<OpenHouse, 'office' | 'seeds'>): Promise<Settled> {
  let facts = 0
  const opened: string[] = []
  for (const { organization, cycles } of seeds.organizations) {
    const today = await office.clock.today(organization.seat.zone)
    const own = factsFrom({ organizations: seeds.organizations.filter((each) => each.organization === organization) })
    facts += await importFacts(office, own, today)

    const names = cycles.map(({ code }) => `${organization.code}:${code}`)
    const { histories } = await office.log.read(names.map(stream.cycle))
    for (const [index, { instrument }] of cycles.entries()) {
      const cycle = names[index] ?? ''
      if ((histories[index]?.version ?? 0) > 0) continue
      const asked = { commandId: `seeds/open/${cycle}`, actor: seedActor }
      await openCycle(office, asked, { cycle, organization: organization.code, instrument, trackedFrom: today, synthetic: false })
      opened.push(cycle)
    }
  }
  return { facts, cycles: opened }
}
