import { execFileSync } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { drawPassword, type Role, type RolePasswords, roles } from '../../postgres/roles.ts'
import type { Account } from './account.ts'
import type { Binaries } from './binaries.ts'

/** Where the parts of a data directory lie. */
export const dataFiles = (dataDir: string) => ({
  cluster: join(dataDir, 'cluster'),
  /** One a login, each read by its own user alone. */
  password: (role: 'owner' | Role) => join(dataDir, `${role}-password`),
  log: join(dataDir, 'postgres.log'),
  runningProcess: join(dataDir, 'cluster', 'postmaster.pid'),
})

/** The data directory was made by another PostgreSQL, or belongs to another user. */
export class UnusableDataDirectory extends Error {
  override readonly name = 'UnusableDataDirectory'
}

/**
 * Makes the data directory unless it is there: a password for each login (mode 0600) and the cluster, which appears only when complete.
 *
 * @throws UnusableDataDirectory when it was made by another major version or belongs to another user
 */
export function prepareDataDirectory(dataDir: string, binaries: Binaries, account: Account): void {
  const { cluster } = dataFiles(dataDir)
  if (existsSync(cluster)) assertUsable(cluster, binaries, account)
  else makeDataDirectory(dataDir, binaries, account)
}

function makeDataDirectory(dataDir: string, binaries: Binaries, account: Account): void {
  const { cluster, password } = dataFiles(dataDir)
  const ownerPassword = password('owner')
  makeFolder(dataDir)
  own(dataDir, account)
  chmodSync(dataDir, 0o700)
  writePassword(ownerPassword, account)
  for (const role of roles) writePassword(password(role), account)

  // Renamed at the end: an initdb that was killed halfway leaves nothing that looks like a cluster.
  const unfinished = `${cluster}.unfinished`
  rmSync(unfinished, { recursive: true, force: true })
  const options = ['--encoding=UTF8', '--locale=C.UTF-8', '--username=owner', '--auth=scram-sha-256', `--pwfile=${ownerPassword}`, '--no-instructions']
  execFileSync(binaries.initdb, [`--pgdata=${unfinished}`, ...options], { ...account.ids, cwd: '/', env: { ...process.env, LC_ALL: 'C.UTF-8' }, stdio: 'pipe' })
  renameSync(unfinished, cluster)
}

/** Before the cluster: what was left by an initdb that was killed is overwritten. */
function writePassword(path: string, account: Account): void {
  writeFileSync(path, drawPassword(), { mode: 0o600 })
  own(path, account)
}

/** @throws Error with code ENOENT where nobody made the data directory */
export const passwordOf = (dataDir: string, role: 'owner' | Role): string => readFileSync(dataFiles(dataDir).password(role), 'utf8').trim()

/** What the migration gives to the logins of a cluster of its own. */
export const passwordsOf = (dataDir: string): Required<RolePasswords> => ({
  service: passwordOf(dataDir, 'service'),
  web: passwordOf(dataDir, 'web'),
  import: passwordOf(dataDir, 'import'),
})

function assertUsable(cluster: string, binaries: Binaries, account: Account): void {
  const major = Number(readFileSync(join(cluster, 'PG_VERSION'), 'utf8'))
  if (major > binaries.major)
    throw new UnusableDataDirectory(
      `${cluster} was made by a newer version: PostgreSQL ${major}, and this is ${binaries.major}. Use the newer release of Follow-Up`,
    )
  if (major < binaries.major)
    throw new UnusableDataDirectory(`${cluster} was made by PostgreSQL ${major}, and this is ${binaries.major}: bring it over with pg_upgrade first`)

  const owner = statSync(cluster).uid
  const wanted = account.ids.uid ?? process.getuid?.()
  if (wanted !== undefined && owner !== wanted)
    throw new UnusableDataDirectory(`${cluster} belongs to user id ${owner}, but PostgreSQL would run as "${account.name}": start as the user who made it`)
}

/** Folders made on the way stay open to PostgreSQL's user, whatever the umask. */
function makeFolder(folder: string): void {
  if (existsSync(folder)) return
  makeFolder(dirname(folder))
  mkdirSync(folder)
  chmodSync(folder, 0o755)
}

function own(path: string, { ids }: Account): void {
  if (ids.uid !== undefined && ids.gid !== undefined) chownSync(path, ids.uid, ids.gid)
}
