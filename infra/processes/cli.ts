#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { run } from '../../cli/run.ts'
import { systemClock } from '../clock/system-clock.ts'
import { rebuildViews } from '../command-line/rebuild-views.ts'
import { standardOutput } from '../command-line/standard-output.ts'
import { stopRequested } from '../command-line/stop-requested.ts'
import { type AvailableInstallation, type Purpose, withInstallation } from '../command-line/with-installation.ts'
import { exportLines } from '../event-store/export-lines.ts'
import { verify } from '../event-store/verify.ts'
import { projectRoot } from '../installation/project-root.ts'
import { type Config, readConfig } from '../installation/settings.ts'
import { checkSeeds } from '../seeds/check-seeds.ts'
import { discrepanciesIn } from '../seeds/discrepancies/discrepancies-in.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'

const stopping = stopRequested()
// A terminal that was closed hears nothing more, and the command ends as it is told to.
process.stderr.on('error', () => undefined)

/** Read when a command first needs it: seeds are checked and help is shown whatever the environment says. */
const config = (): Config => readConfig(process.env)

const using =
  (purpose: Purpose['purpose']): CommandLinePorts['read'] =>
  (dataDirectory, use) =>
    withInstallation(dataDirectory, { config: config(), purpose, stopping }, (installation) => use(handed(installation)))

const handed = ({ open, log, views, today }: AvailableInstallation): Parameters<Parameters<CommandLinePorts['read']>[1]>[0] => ({
  installation: { ...open.office, log },
  views,
  today,
  lines: (from) => exportLines(open.pool, from),
  verify: () => verify(open.pool),
})

const ports: CommandLinePorts = {
  read: using('read'),
  change: using('change'),
  // Temporal's client and worker take a second to load: only those who need them wait for it.
  migrate: async (dataDirectory) => (await import('../command-line/migrate-installation.ts')).migrateInstallation(dataDirectory, config(), stopping),
  seed: async (dataDirectory) => (await import('../command-line/seed-installation.ts')).seedInstallation(dataDirectory, config(), stopping),
  start: async (options) => (await import('../supervisor/start.ts')).start(options, config()),
  rehearse: async (options) => (await import('../command-line/rehearse-and-read.ts')).rehearseAndRead(options, config(), stopping),
  reconcile: async (dataDirectory) => (await import('../command-line/reconcile-installation.ts')).reconcileInstallation(dataDirectory, config(), stopping),
  rebuild: (dataDirectory, progress) =>
    withInstallation(dataDirectory, { config: config(), purpose: 'change', stopping }, (installation) => rebuildViews(installation, progress)),
  checkSeeds: async () => checkSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC')),
  discrepancies: async () => discrepanciesIn(await loadSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC'))),
  failureOf: async (error) => (await import('../command-line/failure-of.ts')).failureOf(error),
  out: standardOutput(stopping),
  error: { line: (text) => void process.stderr.write(`${text}\n`), isTerminal: process.stderr.isTTY },
  version: (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }).version,
}

process.exitCode = await run(process.argv.slice(2), ports)
// Whatever was given up on the way does not hold a command that was told to stop.
if (stopping.aborted) process.exit()
