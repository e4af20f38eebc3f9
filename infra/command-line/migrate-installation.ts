import { resolve } from 'node:path'
import type { Migrated } from '../../cli/ports.ts'
import { migrate } from '../event-store/migrate.ts'
import { layoutOf } from '../installation/layout.ts'
import type { Config } from '../installation/settings.ts'
import { assertReachable, findAccount } from '../local-servers/postgres/account.ts'
import { openOwnedDatabase } from '../supervisor/database.ts'
import { unlessStopped } from './stop-requested.ts'

/**
 * Brings the database of a data directory up to this release and makes its logins. The one command that holds the owner's login.
 *
 * @throws ClosedFolder, ConfigRefused, NewerDatabase, OtherInstallation
 */
export async function migrateInstallation(dataDirectory: string, config: Config, stopping: AbortSignal): Promise<Migrated> {
  const directory = resolve(dataDirectory)
  if (config.database === undefined) assertReachable(layoutOf(directory).postgres, findAccount())
  const { url, passwords, release } = await openOwnedDatabase(directory, config)
  try {
    return { applied: await unlessStopped(migrate(url, { passwords }), stopping, patienceMs) }
  } finally {
    await release()
  }
}

/** A migration under way is one transaction: it comes to its end, or nothing of it is there. */
const patienceMs = 10_000
