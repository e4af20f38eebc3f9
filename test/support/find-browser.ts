import { spawn } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { cacheFolder, madeOnce } from '../../infra/local-servers/temporal/cache.ts'

export type Browser = { readonly executablePath: string; readonly environment: Readonly<Record<string, string>> }

/**
 * The first browser that there is: `CHROMIUM_PATH`, one of this machine, else the one that `npm ci` brought, unpacked once into the cache.
 *
 * @throws Error that says how to get one
 */
export async function findBrowser(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  const { CHROMIUM_PATH: named } = environment
  if (named !== undefined && !existsSync(named)) throw new Error(`CHROMIUM_PATH names ${named}, and no file is there`)
  const own = [named, '/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((path) => path !== undefined && existsSync(path))
  return own === undefined ? browserFromNpm(environment) : { executablePath: own, environment: {} }
}

/** Chromium for Linux on x64, with the libraries that a machine without a desktop lacks. */
export async function browserFromNpm(environment: NodeJS.ProcessEnv = process.env): Promise<Browser> {
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error(`npm brings no browser for ${process.platform} on ${process.arch}. Install Chromium or Chrome, and set CHROMIUM_PATH to it`)
  const { version } = JSON.parse(readFileSync(join(projectRoot(), 'node_modules', '@sparticuz', 'chromium', 'package.json'), 'utf8')) as {
    readonly version: string
  }
  const folder = await madeOnce(cacheFolder(environment), `chromium-${version}`, (into) => unpack(into, `chromium-${version}`))
  return {
    executablePath: join(folder, 'chromium'),
    environment: { LD_LIBRARY_PATH: [join(folder, 'al2023', 'lib'), ...(environment.LD_LIBRARY_PATH?.split(':') ?? [])].join(':') },
  }
}

/** The package unpacks into the folder for temporary files, and its libraries only where it takes itself to be on Lambda: so it is told in a process of its own. */
async function unpack(into: string, name: string): Promise<void> {
  const folder = join(into, name)
  const script = `import { mkdir } from 'node:fs/promises'
    import chromium from '@sparticuz/chromium'
    await mkdir(process.env.TMPDIR)
    await chromium.executablePath()`
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script], {
    cwd: import.meta.dirname,
    env: { ...process.env, TMPDIR: folder, AWS_LAMBDA_JS_RUNTIME: 'nodejs20.x' },
    stdio: ['ignore', 'ignore', 'pipe'],
  })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const said = await text(child.stderr)
  if ((await ended) !== 0) throw new Error(`The browser that npm brought could not be unpacked into ${folder}: ${said}`)
}
