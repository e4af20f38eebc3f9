import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { layoutOf } from '../../../infra/installation/layout.ts'
import { findRunning } from '../../../infra/local-servers/postgres/running.ts'
import { commandLine, makeInstallation, ownEnvironment, temporaryFolder } from '../../support/follow-up.ts'

const folder = temporaryFolder()
const data = join(folder.path, 'installation')
const postgres = layoutOf(data).postgres

const begin = (words: readonly string[]) =>
  spawn(process.execPath, [commandLine, ...words, '--data', data], { env: ownEnvironment(), stdio: ['ignore', 'pipe', 'ignore'] })

async function untilPostgresRuns(): Promise<void> {
  while (findRunning(postgres) === null) await new Promise((resolve) => setTimeout(resolve, 5))
}

beforeAll(async () => {
  await makeInstallation(data)
})

afterAll(folder.remove)

describe('a command for which PostgreSQL was started', () => {
  it('ends in order, without a failure, when its reader goes away', async () => {
    const command = begin(['log'])
    const ended = once(command, 'exit')
    command.stdout.once('data', () => command.stdout.destroy())
    expect([await ended, findRunning(postgres)]).toStrictEqual([[0, null], null])
  })

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('ends in order at %s', async (signal) => {
    const command = begin(['verify'])
    const ended = once(command, 'exit')
    await untilPostgresRuns()
    command.kill(signal)
    expect([await ended, findRunning(postgres)]).toStrictEqual([[130, null], null])
  })
})
