import type { AvailableInstallation } from '../../cli/ports.ts'
import { exportLines } from '../event-store/export-lines.ts'
import { verify } from '../event-store/verify.ts'
import { type Purpose, withInstallation } from './with-installation.ts'

/** An installation as the commands know it: through the ports of `cli/`. */
export const useInstallation = <T>(dataDirectory: string, purpose: Purpose, use: (installation: AvailableInstallation) => Promise<T>): Promise<T> =>
  withInstallation(dataDirectory, purpose, ({ open, log, views, today }) =>
    use({
      installation: { ...open.office, log },
      views,
      today,
      lines: (from) => exportLines(open.pool, from),
      verify: () => verify(open.pool),
    }),
  )
