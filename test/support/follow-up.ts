import { spawn } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import type { Client } from 'pg'
import { installationDatabase } from '../../infra/installation/layout.ts'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { startPostgres } from '../../infra/local-servers/postgres/start-postgres.ts'
import { connect } from '../../infra/postgres/connect.ts'
import { urlOfDatabase } from '../../infra/postgres/provision-database.ts'
import { childEnvironment } from '../../infra/supervisor/child-environment.ts'

/** The program as it is installed: `npm test` builds it first. */
export const commandLine = join(projectRoot(), 'dist', 'infra', 'processes', 'cli.js')

/** The environment without what would lead the installation to servers of this machine. */
export function ownEnvironment(changes: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  return childEnvironment(changes)
}

export type Ended = { readonly code: number | null; readonly out: string; readonly error: string }

/** Runs `follow-up` to its end. */
export async function followUp(
  words: readonly string[],
  { input = '', environment = {} }: { input?: string; environment?: Record<string, string> } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, [commandLine, ...words], { env: ownEnvironment(environment) })
  child.stdin.end(input)
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [code, out, error] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, out, error }
}

/** Makes an installation in a data directory, and records what the seeds say. */
export async function makeInstallation(data: string): Promise<void> {
  for (const command of ['migrate', 'seed']) {
    const { code, error } = await followUp([command, '--data', data])
    if (code !== 0) throw new Error(`follow-up ${command} ended with ${code}: ${error}`)
  }
}

export type KeptPostgres = { readonly session: Client; readonly stop: () => Promise<void> }

/** The PostgreSQL of an installation. Commands find it in use by a session, and leave it running. */
export async function keepPostgres(data: string): Promise<KeptPostgres> {
  const postgres = await startPostgres({ dataDir: join(data, 'postgres'), settings: { fsync: 'off' } })
  const session = await connect({ connectionString: urlOfDatabase(postgres.url, installationDatabase) })
  return { session, stop: () => session.end().then(postgres.stop) }
}

/** A folder that PostgreSQL's own user may pass through. */
export function temporaryFolder(): { readonly path: string; readonly remove: () => void } {
  const path = mkdtempSync(join(tmpdir(), 'follow-up-cli-'))
  chmodSync(path, 0o755)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** The one line of JSON that a command answers with. */
export function answered<T>({ code, out, error }: Ended): T {
  if (!/^[^\n]+\n$/.test(out)) throw new Error(`This is not one line: ${JSON.stringify(out.slice(0, 500))} (ended with ${code}: ${error})`)
  return JSON.parse(out) as T
}

export const refused = ({ error }: Ended): { readonly code: string; readonly message: string } =>
  (JSON.parse(error) as { error: { code: string; message: string } }).error
