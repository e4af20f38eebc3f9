import type { Seeded } from '../../cli/ports.ts'
import { applySeeds } from '../installation/apply-seeds.ts'
import type { Config } from '../installation/settings.ts'
import { nextDeadlines } from './next-deadlines.ts'
import { withInstallation } from './with-installation.ts'

/**
 * Records what the seeds say and is not on record yet, under the service's login.
 *
 * @throws NoInstallation, NotMigrated, RehearsalIsReadOnly, SeedsRefused
 */
export const seedInstallation = (dataDirectory: string, config: Config, stopping: AbortSignal): Promise<Seeded> =>
  withInstallation(dataDirectory, { config, purpose: 'change', stopping }, async ({ open, views, today }) => {
    const { facts, cycles } = await applySeeds(open)
    return { facts, cycles, limits: await nextDeadlines(views, today, limitsShown) }
  })

const limitsShown = 5
