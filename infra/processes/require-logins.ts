import { OtherInstallation } from '../event-store/migrate.ts'
import { requireThisRelease } from '../installation/require-this-release.ts'
import { urlVariable } from '../installation/settings.ts'
import type { ProcessName } from './names.ts'
import { loginsOf, type ProcessSettings } from './process-settings.ts'

/**
 * Checks every login of a process before it does anything.
 *
 * @throws WrongLogin, NotMigrated, NewerDatabase; OtherInstallation for a rehearsal's database
 */
export async function requireLogins(name: ProcessName, { urlOf }: ProcessSettings): Promise<void> {
  for (const role of loginsOf[name]) {
    const kind = await requireThisRelease({ url: urlOf(role), role, named: urlVariable[role] })
    if (kind !== 'live') throw new OtherInstallation(`The database of ${urlVariable[role]} holds a rehearsal, which is read and never run`)
  }
}
