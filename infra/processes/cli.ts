#!/usr/bin/env node
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { run } from '../../cli/run.ts'
import { systemClock } from '../clock/system-clock.ts'
import { type Config, readConfig } from '../config.ts'
import { exportLines } from '../event-store/export-lines.ts'
import { verify } from '../event-store/verify.ts'
import { projectRoot } from '../project-root.ts'
import { checkSeeds } from '../seeds/check-seeds.ts'
import { discrepanciesIn } from '../seeds/discrepancies/discrepancies-in.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'
import { rebuildViews } from './rebuild-views.ts'
import { standardOutput } from './standard-output.ts'
import { toldToStop } from './told-to-stop.ts'
import { type HouseAtHand, type Purpose, withHouse } from './with-house.ts'

const stopping = toldToStop()
// A terminal that was closed hears nothing more, and the command ends as it is told to.
process.stderr.on('error', () => undefined)

/** Read when a command first needs it: seeds are checked and help is shown whatever the environment says. */
const config = (): Config => readConfig(process.env)

const using =
  (purpose: Purpose['purpose']): CommandLinePorts['read'] =>
  (dataDirectory, use) =>
    withHouse(dataDirectory, { config: config(), purpose, stopping }, (house) => use(handed(house)))

const handed = ({ open, log, views, today }: HouseAtHand): Parameters<Parameters<CommandLinePorts['read']>[1]>[0] => ({
  house: { ...open.office, log },
  views,
  today,
  lines: (from) => exportLines(open.pool, from),
  verify: () => verify(open.pool),
})

const ports: CommandLinePorts = {
  read: using('read'),
  change: using('change'),
  // Temporal's client and worker take a second to load: only those who need them wait for it.
  start: async (wishes) => (await import('./start.ts')).start(wishes, config()),
  rehearse: async (wishes) => (await import('./rehearse-and-read.ts')).rehearseAndRead(wishes, config(), stopping),
  reconcile: async (dataDirectory) => (await import('./reconcile-house.ts')).reconcileHouse(dataDirectory, config(), stopping),
  rebuild: (dataDirectory, progress) => withHouse(dataDirectory, { config: config(), purpose: 'change', stopping }, (house) => rebuildViews(house, progress)),
  checkSeeds: async () => checkSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC')),
  discrepancies: async () => discrepanciesIn(await loadSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC'))),
  failureOf: async (error) => (await import('./failure-of.ts')).failureOf(error),
  out: standardOutput(stopping),
  error: { line: (text) => void process.stderr.write(`${text}\n`), isTerminal: process.stderr.isTTY },
  version: (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }).version,
}

process.exitCode = await run(process.argv.slice(2), ports)
// Whatever was given up on the way does not hold a command that was told to stop.
if (stopping.aborted) process.exit()
