import { constants } from 'node:fs'
import { access } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { delimiter, join } from 'node:path'
import { cacheFolder, madeOnce } from './cache.ts'
import { runCommand } from './command.ts'
import { type Found, firstThatWorks, ProgramMissing, type Way } from './first-that-works.ts'
import { downloadThroughSdk } from './sdk-download.ts'

/** The newest release that `go install` can build: later ones replace a module by a folder of their own. */
const CLI_VERSION = '1.5.1'

/** A build from source otherwise calls itself 0.0.0-DEV; without its tables for debuggers it is a sixth smaller. */
const LINKING = `-s -w -X github.com/temporalio/cli/temporalcli.Version=${CLI_VERSION}`

const REMEDY = [
  'Do one of these, then start again:',
  '  - set TEMPORAL_ADDRESS to a Temporal server that runs (and TEMPORAL_NAMESPACE, if it is not "default");',
  '  - install the Temporal CLI so that `temporal` is on the PATH, or set TEMPORAL_CLI_PATH to it;',
  '  - install Go 1.24 or newer: the server is then built once, in 3 to 4 minutes.',
].join('\n')

/**
 * The Temporal CLI, which holds the local server: the first that works of TEMPORAL_CLI_PATH, `temporal` on the PATH,
 * one in the cache, the SDK's own download, and a build with Go into the cache.
 *
 * @param report told, in whole lines, of work that takes longer than a moment
 * @throws ProgramMissing when none works; a TEMPORAL_CLI_PATH that does not work is never passed over
 */
export async function findTemporalBinary(report: (line: string) => void, environment: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const given = environment.TEMPORAL_CLI_PATH
  if (given) return givenBinary(given, environment)

  const builtFolder = join(cacheFolder(environment), 'temporal', CLI_VERSION)
  const downloadFolder = join(cacheFolder(environment), 'temporal', `sdk-${sdkVersion()}`)
  const ways: readonly Way[] = [
    { name: 'PATH', look: () => onPath(environment) },
    { name: 'cache', look: () => inCache([join(builtFolder, 'temporal'), join(downloadFolder, 'temporal')], environment) },
    { name: "the SDK's download", look: () => downloaded(downloadFolder, environment, report) },
    { name: 'Go', look: () => builtWithGo(builtFolder, environment, report) },
  ]
  return firstThatWorks('The Temporal server', ways, REMEDY)
}

async function givenBinary(path: string, environment: NodeJS.ProcessEnv): Promise<Found> {
  const version = await versionOf(path, environment)
  if (version === null)
    throw new ProgramMissing(`TEMPORAL_CLI_PATH is ${path}, but that is no Temporal CLI that runs here. Correct it, or unset it to let the installation look.`)
  return { path, chosen: `${version} from TEMPORAL_CLI_PATH, ${path}` }
}

async function onPath(environment: NodeJS.ProcessEnv): ReturnType<Way['look']> {
  const broken: string[] = []
  for (const folder of (environment.PATH ?? '').split(delimiter).filter((entry) => entry !== '')) {
    const path = join(folder, 'temporal')
    if (!(await isExecutable(path))) continue
    const version = await versionOf(path, environment)
    if (version !== null) return { path, chosen: `${version} from the PATH, ${path}` }
    broken.push(path)
  }
  return { missing: broken.length === 0 ? 'no temporal there' : `${broken.join(', ')} does not run` }
}

async function inCache(paths: readonly string[], environment: NodeJS.ProcessEnv): ReturnType<Way['look']> {
  for (const path of paths) {
    if (!(await isExecutable(path))) continue
    const version = await versionOf(path, environment)
    return version === null ? { missing: `${path} does not run: delete it` } : { path, chosen: `${version} from the cache, ${path}` }
  }
  return { missing: `nothing in ${cacheFolder(environment)}` }
}

async function downloaded(folder: string, environment: NodeJS.ProcessEnv, report: (line: string) => void): ReturnType<Way['look']> {
  report("Temporal is neither on the PATH nor in the cache: trying the SDK's own download.")
  const found = await downloadThroughSdk('dev-server', folder, 'temporal', environment)
  if ('missing' in found) return found
  const version = await versionOf(found.path, environment)
  return version === null
    ? { missing: `${found.path} was downloaded and does not run` }
    : { path: found.path, chosen: `${version} downloaded by the SDK, ${found.path}` }
}

async function builtWithGo(folder: string, environment: NodeJS.ProcessEnv, report: (line: string) => void): ReturnType<Way['look']> {
  const go = await runCommand('go', ['version'], { environment, limit: { totalMs: 30_000 } })
  if (!go.succeeded) return { missing: go.output }

  const startedAtMs = performance.now()
  report(`Building the Temporal server ${CLI_VERSION} with Go: 3 to 4 minutes, once on this machine.`)
  const progress = setInterval(() => report(`Still building the Temporal server: ${Math.round((performance.now() - startedAtMs) / 1000)} s so far.`), 30_000)
  try {
    const path = await madeOnce(folder, 'temporal', async (into) => {
      const built = await runCommand('go', ['install', '-ldflags', LINKING, `github.com/temporalio/cli/cmd/temporal@v${CLI_VERSION}`], {
        environment: { ...environment, GOBIN: into },
        limit: { totalMs: 1_800_000 },
      })
      if (!built.succeeded) throw new Error(`the build failed: ${built.output.split('\n').slice(-3).join(' | ')}`)
    })
    const version = await versionOf(path, environment)
    return version === null ? { missing: `${path} was built and does not run` } : { path, chosen: `${version} built with Go, ${path}` }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { missing: error.message }
  } finally {
    clearInterval(progress)
  }
}

/** What the program says of itself (`temporal version 1.5.1 (Server 1.29.1, ...)`), or null if it does not run. */
async function versionOf(path: string, environment: NodeJS.ProcessEnv): Promise<string | null> {
  const { succeeded, output } = await runCommand(path, ['--version'], { environment, limit: { totalMs: 30_000 } })
  return succeeded && /^temporal version /m.test(output) ? (output.split('\n')[0] ?? null) : null
}

const isExecutable = (path: string) =>
  access(path, constants.X_OK).then(
    () => true,
    () => false,
  )

const sdkVersion = (): string => createRequire(import.meta.url)('@temporalio/testing/package.json').version
