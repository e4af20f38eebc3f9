import { rebuild } from '../read-models/rebuild.ts'
import type { AvailableInstallation } from './with-installation.ts'

/** Makes the views again. @returns the position that they are at */
export async function rebuildViews({ open, log }: AvailableInstallation, progress: (position: number, of: number) => void): Promise<number> {
  const head = await log.head()
  return rebuild(open.pool, log, (position) => progress(position, Math.max(position, head)))
}
