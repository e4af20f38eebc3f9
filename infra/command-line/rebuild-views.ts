import { rebuild } from '../read-models/rebuild.ts'
import { type Purpose, withInstallation } from './with-installation.ts'

/** Rebuilds the views from the log. @returns the position that they are at */
export const rebuildViews = (dataDirectory: string, purpose: Purpose, progress: (position: number, of: number) => void): Promise<number> =>
  withInstallation(dataDirectory, purpose, async ({ open, log }) => {
    const head = await log.head()
    return rebuild(open.pool, log, (position) => progress(position, Math.max(position, head)))
  })
