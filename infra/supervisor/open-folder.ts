import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { dirname } from 'node:path'

/** Makes a folder and those above it, open to PostgreSQL's own user whatever the umask. */
export function makeOpenFolder(folder: string): void {
  if (existsSync(folder)) return
  makeOpenFolder(dirname(folder))
  mkdirSync(folder)
  chmodSync(folder, 0o755)
}
