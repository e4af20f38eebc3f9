import { readdir, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../installation/project-root.ts'
import { madeOnce } from './cache.ts'
import { runCommand } from './command.ts'

export type DownloadedServer = 'dev-server' | 'time-skipping'

const CREATE = { 'dev-server': 'createLocal', 'time-skipping': 'createTimeSkipping' } as const

/**
 * Lets the SDK download a server, in a process of its own that can be ended: without a network it may wait for long.
 *
 * @returns path of the program in the cache, or why there is none
 */
export async function downloadThroughSdk(
  server: DownloadedServer,
  folder: string,
  name: string,
  environment: NodeJS.ProcessEnv,
): Promise<{ readonly path: string } | { readonly missing: string }> {
  try {
    const path = await madeOnce(folder, name, async (into) => {
      const downloaded = join(into, 'download')
      const outcome = await runCommand(process.execPath, ['--input-type=module', '--eval', downloadProgram(server, downloaded)], {
        environment,
        folder: projectRoot(),
        limit: { silentForMs: 15_000, totalMs: 300_000 },
      })
      if (!outcome.succeeded) throw new Error(firstReason(outcome.output))
      const [program] = await readdir(downloaded)
      if (program === undefined) throw new Error('the download left no file')
      await rename(join(downloaded, program), join(into, name))
    })
    return { path }
  } catch (error) {
    if (!(error instanceof Error)) throw error
    return { missing: error.message }
  }
}

/** Starts the server once, which downloads it and shows that it runs; prints a dot whenever the file has grown. */
const downloadProgram = (server: DownloadedServer, into: string) => `
  import { mkdirSync, readdirSync, statSync } from 'node:fs'
  import { join } from 'node:path'
  import { TestWorkflowEnvironment } from '@temporalio/testing'
  const into = ${JSON.stringify(into)}
  mkdirSync(into, { recursive: true })
  let size = 0
  const sizeNow = () => readdirSync(into).reduce((sum, name) => sum + statSync(join(into, name)).size, 0)
  const watch = setInterval(() => { const now = sizeNow(); if (now > size) { size = now; process.stdout.write('.') } }, 1000)
  try {
    const environment = await TestWorkflowEnvironment.${CREATE[server]}({ server: { executable: { type: 'cached-download', downloadDir: into } } })
    await environment.teardown()
  } catch (error) {
    console.error(error.message)
    process.exitCode = 1
  } finally {
    clearInterval(watch)
  }
`

/** The SDK wraps the cause in what it was doing, address included; a person needs the innermost words. */
function firstReason(output: string): string {
  const innermost = output.split('\n').at(-1)?.split(': ').slice(-2).join(': ') ?? ''
  return innermost === '' ? 'the download failed without a word' : innermost
}
