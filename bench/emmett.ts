import { existsSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type { Pool } from 'pg'
import { projectRoot } from '../infra/installation/project-root.ts'
import { print } from './report.ts'

export type EmmettEvent = { readonly type: string; readonly data: Readonly<Record<string, unknown>> }

/** The part of Emmett's event store that is measured. */
export type EmmettStore = {
  appendToStream(stream: string, events: readonly EmmettEvent[], options: { expectedStreamVersion: bigint | 'STREAM_DOES_NOT_EXIST' }): Promise<unknown>
  schema: { migrate(): Promise<unknown> }
  close(): Promise<void>
}

/** Emmett's store from `bench/peers`, or `null`, having said how to install it. */
export async function openEmmett(url: string, pool: Pool): Promise<{ store: EmmettStore; version: string } | null> {
  const peers = join(projectRoot(), 'bench', 'peers', 'package.json')
  const packageFile = join(dirname(peers), 'node_modules', '@event-driven-io', 'emmett-postgresql', 'package.json')
  if (!existsSync(packageFile)) {
    print('Emmett is not installed: npm ci --prefix bench/peers')
    return null
  }
  const near = createRequire(peers)
  const { version } = near(packageFile) as { version: string }
  const emmett: unknown = await import(pathToFileURL(join(dirname(packageFile), 'dist', 'index.js')).href)
  const { getPostgreSQLEventStore: open } = emmett as { getPostgreSQLEventStore(url: string, options: object): EmmettStore }
  const store = open(url, { schema: { autoMigration: 'None' }, connectionOptions: { pool, pooled: true } })
  await store.schema.migrate()
  return { store, version }
}
