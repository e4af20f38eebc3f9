import { createCommands } from '../../activities/commands/commands.ts'
import { joinQueries } from '../../activities/queries.ts'
import type { AvailableInstallation } from '../../cli/ports.ts'
import { exportLines } from '../event-store/export-lines.ts'
import { verify } from '../event-store/verify.ts'
import { identityFrom } from '../installation/identity.ts'
import { type Purpose, withInstallation } from './with-installation.ts'

/** An installation as the commands know it: through the ports of `cli/`. */
export const useInstallation = <T>(dataDirectory: string, purpose: Purpose, use: (installation: AvailableInstallation) => Promise<T>): Promise<T> =>
  withInstallation(dataDirectory, purpose, ({ open, log, queries, today }) => {
    const context = { ...open.office, log }
    return use({
      commands: createCommands(context),
      queries: joinQueries(queries, context),
      identity: identityFrom(open.seeds),
      languagesOf: (organization) => context.reference.languagesOf(organization),
      today: (organization) => (organization === undefined ? context.clock.today('UTC') : today(organization)),
      lines: (from) => exportLines(open.pool, from),
      verify: () => verify(open.pool),
    })
  })
