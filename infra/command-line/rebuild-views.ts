import { openPool } from '../postgres/pool.ts'
import { rebuild } from '../read-models/rebuild.ts'
import { type Purpose, withInstallation } from './with-installation.ts'

/** Rebuilds the views from the log. @returns the position that they are at */
export const rebuildViews = (dataDirectory: string, purpose: Purpose, progress: (position: number, of: number) => void): Promise<number> =>
  withInstallation(dataDirectory, purpose, async ({ open, log }) => {
    const owner = openPool(open.connections.owner, { max: 3 })
    try {
      const head = await log.head()
      return await rebuild(owner, log, (position) => progress(position, Math.max(position, head)))
    } finally {
      await owner.end()
    }
  })
