import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { run } from '../../cli/run.ts'
import { standardOutput } from '../command-line/standard-output.ts'
import { stopRequested } from '../command-line/stop-requested.ts'
import { projectRoot } from '../installation/project-root.ts'
import type { Config } from '../installation/settings.ts'

const stopping = stopRequested()
// A terminal that was closed hears nothing more, and the command ends as it is told to.
process.stderr.on('error', () => undefined)

/** Read when a command first needs it: seeds are checked and help is shown whatever the environment says. */
const config = async (): Promise<Config> => (await import('../installation/settings.ts')).readConfig(process.env)

// What a command needs is loaded when it is called: help and completion answer without any of it.
const ports: CommandLinePorts = {
  read: async (dataDirectory, use) =>
    (await import('../command-line/use-installation.ts')).useInstallation(dataDirectory, { config: await config(), purpose: 'read', stopping }, use),
  change: async (dataDirectory, use) =>
    (await import('../command-line/use-installation.ts')).useInstallation(dataDirectory, { config: await config(), purpose: 'change', stopping }, use),
  migrate: async (dataDirectory) => (await import('../command-line/migrate-installation.ts')).migrateInstallation(dataDirectory, await config(), stopping),
  seed: async (dataDirectory) => (await import('../command-line/seed-installation.ts')).seedInstallation(dataDirectory, await config(), stopping),
  start: async (options) => (await import('../supervisor/start.ts')).start(options, await config()),
  rehearse: async (options) => (await import('../command-line/rehearse-and-read.ts')).rehearseAndRead(options, await config(), stopping),
  reconcile: async (dataDirectory) =>
    (await import('../command-line/reconcile-installation.ts')).reconcileInstallation(dataDirectory, await config(), stopping),
  rebuild: async (dataDirectory, progress) =>
    (await import('../command-line/rebuild-views.ts')).rebuildViews(dataDirectory, { config: await config(), purpose: 'change', stopping }, progress),
  checkSeeds: async () => (await import('../command-line/read-seeds.ts')).findSeedProblems(),
  discrepancies: async () => (await import('../command-line/read-seeds.ts')).findDiscrepancies(),
  failureOf: async (error) => (await import('../command-line/failure-of.ts')).failureOf(error),
  out: standardOutput(stopping),
  error: { line: (text) => void process.stderr.write(`${text}\n`), isTerminal: process.stderr.isTTY },
  version: (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }).version,
}

process.exitCode = await run(process.argv.slice(2), ports)
// Whatever was given up on the way does not hold a command that was told to stop.
if (stopping.aborted) process.exit()
