import { execFileSync, spawnSync } from 'node:child_process'
import { userInfo } from 'node:os'
import { dirname } from 'node:path'

/** Whom PostgreSQL runs as: `ids` is empty where that is the user who starts it. */
export type Account = { readonly name: string; readonly ids: { readonly uid?: number; readonly gid?: number } }

/** PostgreSQL refuses to run as root: there it runs as `postgres`, a user made here where there is none. */
export function findAccount(): Account {
  if (process.getuid?.() !== 0) return { name: userInfo().username, ids: {} }
  if (idOf('-u') === undefined) execFileSync('useradd', ['--system', '--user-group', '--no-create-home', 'postgres'])
  const uid = idOf('-u')
  const gid = idOf('-g')
  if (uid === undefined || gid === undefined) throw new Error('There is no user "postgres" and none could be made: create it, or run as an ordinary user')
  return { name: 'postgres', ids: { uid, gid } }
}

function idOf(flag: '-u' | '-g'): number | undefined {
  const { status, stdout } = spawnSync('id', [flag, 'postgres'], { encoding: 'utf8' })
  return status === 0 ? Number(stdout) : undefined
}

/** A folder that PostgreSQL's user may not pass through. Nothing was written. */
export class ClosedFolder extends Error {
  override readonly name = 'ClosedFolder'
  readonly folder: string

  constructor(folder: string, wanted: string, user: string) {
    super(
      `PostgreSQL runs as user "${user}", which may not pass through ${folder}, and so cannot reach ${wanted}. ` +
        `Run "chmod o+x ${folder}", or choose a place outside it, or run as an ordinary user`,
    )
    this.folder = folder
  }
}

/**
 * Asks the system, as PostgreSQL's user, whether every folder on the way to a path is open.
 *
 * @throws ClosedFolder naming the first that is not
 */
export function assertReachable(path: string, account: Account): void {
  const ask = 'for folder; do if [ -e "$folder" ] && [ ! -x "$folder" ]; then printf %s "$folder"; exit 1; fi; done'
  const { status, stdout, error } = spawnSync('/bin/sh', ['-c', ask, 'sh', ...wayTo(path)], { ...account.ids, cwd: '/', encoding: 'utf8' })
  if (error) throw error
  if (status !== 0) throw new ClosedFolder(stdout, path, account.name)
}

/** `/a/b/c` passes through `/`, `/a`, `/a/b` and enters `/a/b/c`. */
const wayTo = (path: string): readonly string[] => (dirname(path) === path ? [path] : [...wayTo(dirname(path)), path])
