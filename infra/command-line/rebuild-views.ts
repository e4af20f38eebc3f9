import { openPool } from '../postgres/pool.ts'
import { rebuild } from '../read-models/rebuild.ts'
import type { AvailableInstallation } from './with-installation.ts'

/** Makes the views anew. @returns the position that they are at */
export async function rebuildViews({ open, log }: AvailableInstallation, progress: (position: number, of: number) => void): Promise<number> {
  const owner = openPool(open.connections.owner, { max: 3 })
  try {
    const head = await log.head()
    return await rebuild(owner, log, (position) => progress(position, Math.max(position, head)))
  } finally {
    await owner.end()
  }
}
