import { existsSync } from 'node:fs'
import { chmod, mkdir, rename, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { cacheFolder, madeOnce } from './cache.ts'
import { runCommand } from './command.ts'
import { type Found, firstThatWorks, ProgramMissing, type Way } from './first-that-works.ts'
import { downloadThroughSdk } from './sdk-download.ts'

const ARTIFACT_VERSION = '1.38.0'

const REMEDY = [
  'The tests of workflows need it. Do one of these, then start them again:',
  '  - set TEMPORAL_TEST_SERVER_PATH to a Temporal test server;',
  '  - install Java 17 or newer and Maven: the server is then fetched once.',
].join('\n')

/**
 * Temporal's time-skipping test server: the first that works of TEMPORAL_TEST_SERVER_PATH, one in the cache, the SDK's own
 * download, and `io.temporal:temporal-test-server` fetched by Maven and run by Java. It serves one workflow at a time.
 *
 * @param report told, in whole lines, of work that takes longer than a moment
 * @returns a program for the SDK's `existing-path`
 * @throws ProgramMissing when none works; a TEMPORAL_TEST_SERVER_PATH that leads nowhere is never passed over
 */
export async function findTimeSkippingServer(report: (line: string) => void, environment: NodeJS.ProcessEnv = process.env): Promise<Found> {
  const given = environment.TEMPORAL_TEST_SERVER_PATH
  if (given) {
    if (existsSync(given)) return { path: given, chosen: `the time-skipping server of TEMPORAL_TEST_SERVER_PATH, ${given}` }
    throw new ProgramMissing(`TEMPORAL_TEST_SERVER_PATH is ${given}, but nothing is there. Correct it, or unset it to let the tests look.`)
  }

  const folder = join(cacheFolder(environment), 'temporal-test-server')
  const sdkFolder = join(folder, `sdk-${createRequire(import.meta.url)('@temporalio/testing/package.json').version}`)
  const mavenFolder = join(folder, ARTIFACT_VERSION)
  const ways: readonly Way[] = [
    { name: 'cache', look: async () => inCache([join(sdkFolder, 'temporal-test-server'), join(mavenFolder, 'server', 'start')], environment) },
    { name: "the SDK's download", look: () => downloaded(sdkFolder, environment, report) },
    { name: 'Maven', look: () => fetchedByMaven(mavenFolder, environment, report) },
  ]
  return firstThatWorks("Temporal's time-skipping server", ways, REMEDY)
}

async function inCache(paths: readonly string[], environment: NodeJS.ProcessEnv): ReturnType<Way['look']> {
  const path = paths.find(existsSync)
  return path === undefined ? { missing: `nothing in ${cacheFolder(environment)}` } : { path, chosen: `the time-skipping server in the cache, ${path}` }
}

async function downloaded(folder: string, environment: NodeJS.ProcessEnv, report: (line: string) => void): ReturnType<Way['look']> {
  report("The time-skipping server is not in the cache: trying the SDK's own download.")
  const found = await downloadThroughSdk('time-skipping', folder, 'temporal-test-server', environment)
  return 'missing' in found ? found : { path: found.path, chosen: `the time-skipping server downloaded by the SDK, ${found.path}` }
}

async function fetchedByMaven(folder: string, environment: NodeJS.ProcessEnv, report: (line: string) => void): ReturnType<Way['look']> {
  const java = await runCommand('java', ['-version'], { environment, limit: { totalMs: 30_000 } })
  if (!java.succeeded) return { missing: java.output }
  report(`Fetching the time-skipping server ${ARTIFACT_VERSION} with Maven, once on this machine.`)
  try {
    const server = await madeOnce(folder, 'server', (into) => fetchJars(into, environment))
    return { path: join(server, 'start'), chosen: `the time-skipping server ${ARTIFACT_VERSION} fetched by Maven, run by Java, ${server}` }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { missing: error.message }
  }
}

/** Writes `server/`: the jars, and `start`, which runs them. */
async function fetchJars(into: string, environment: NodeJS.ProcessEnv): Promise<void> {
  const making = join(into, 'making')
  const jars = join(making, 'jars')
  await mkdir(making)
  await writeFile(join(making, 'pom.xml'), POM)
  const fetched = await runCommand('mvn', ['--batch-mode', '--quiet', 'dependency:copy-dependencies', '-DincludeScope=runtime', `-DoutputDirectory=${jars}`], {
    environment,
    folder: making,
    limit: { totalMs: 600_000 },
  })
  if (!fetched.succeeded) throw new Error(`Maven could not fetch it: ${fetched.output.split('\n').slice(0, 3).join(' | ')}`)
  const start = join(making, 'start')
  await writeFile(start, START)
  await chmod(start, 0o755)
  await rename(making, join(into, 'server'))
}

const POM = `<?xml version="1.0" encoding="UTF-8"?>
<project xmlns="http://maven.apache.org/POM/4.0.0">
  <modelVersion>4.0.0</modelVersion>
  <groupId>follow-up</groupId>
  <artifactId>time-skipping-server</artifactId>
  <version>${ARTIFACT_VERSION}</version>
  <packaging>pom</packaging>
  <dependencies>
    <dependency>
      <groupId>io.temporal</groupId>
      <artifactId>temporal-test-server</artifactId>
      <version>${ARTIFACT_VERSION}</version>
    </dependency>
  </dependencies>
</project>
`

/** `exec`, so that ending the program ends Java. */
const START = `#!/bin/sh
exec java -cp "$(dirname "$0")/jars/*" io.temporal.testserver.TestServer "$@"
`
