import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, open, readdir, rename, rm, stat, utimes } from 'node:fs/promises'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'

/** Where what is fetched or built once a machine is kept: outside the project, so that a fresh clone finds it. */
export function cacheFolder(environment: NodeJS.ProcessEnv): string {
  if (environment.FOLLOW_UP_CACHE) return environment.FOLLOW_UP_CACHE
  return join(environment.XDG_CACHE_HOME || join(environment.HOME || homedir(), '.cache'), 'follow-up')
}

/** A lock whose holder has not been heard of for this long is void: the holder was killed. */
const LOCK_VOID_AFTER_MS = 20_000
const LOCK_RENEWED_EVERY_MS = 2_000

/**
 * Makes `folder/name` unless it is there, in a folder aside that is renamed into place: whoever sees it sees all of it.
 * Of several processes that need it at once, one makes it and the others wait.
 *
 * @param make writes `name` (a file or a folder) into the folder given
 * @returns the path of what was made
 * @throws Error when the cache cannot be written, or whatever `make` throws
 */
export async function madeOnce(folder: string, name: string, make: (into: string) => Promise<void>): Promise<string> {
  const made = join(folder, name)
  if (existsSync(made)) return made
  await mkdir(folder, { recursive: true }).catch((error: Error) => {
    throw new Error(`The cache ${folder} cannot be written (${error.message}). Set FOLLOW_UP_CACHE to a folder that can.`, { cause: error })
  })
  for (;;) {
    const release = await takeLock(join(folder, `${name}.lock`))
    if (release === null) {
      await pause(250)
      continue
    }
    try {
      if (!existsSync(made)) await makeAside(folder, name, make)
      return made
    } finally {
      await release()
    }
  }
}

async function makeAside(folder: string, name: string, make: (into: string) => Promise<void>): Promise<void> {
  const prefix = `${name}.making-`
  for (const left of (await readdir(folder)).filter((entry) => entry.startsWith(prefix)).map((entry) => join(folder, entry))) {
    if (await isVoid(left)) await rm(left, { recursive: true, force: true })
  }
  const aside = await mkdtemp(join(folder, prefix))
  try {
    await make(aside)
    await rename(join(aside, name), join(folder, name))
  } finally {
    await rm(aside, { recursive: true, force: true })
  }
}

/** @returns how to give the lock back, or null while another process holds it */
async function takeLock(path: string): Promise<(() => Promise<void>) | null> {
  const lock = await open(path, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'EEXIST') return null
    throw error
  })
  if (lock === null) {
    if (await isVoid(path)) await rm(path, { force: true })
    return null
  }
  await lock.close()
  const renewal = setInterval(() => {
    const now = new Date()
    utimes(path, now, now).catch((error: Error) => console.error(`The lock ${path} could not be renewed: ${error.message}`))
  }, LOCK_RENEWED_EVERY_MS)
  return async () => {
    clearInterval(renewal)
    await rm(path, { force: true })
  }
}

/** Nobody has touched it for long; what is gone meanwhile was somebody's. */
async function isVoid(path: string): Promise<boolean> {
  const touched = await stat(path).catch(() => null)
  return touched !== null && Date.now() - touched.mtimeMs > LOCK_VOID_AFTER_MS
}
