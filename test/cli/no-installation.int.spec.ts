import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { findRunning } from '../../infra/local-servers/postgres/running.ts'
import { startPostgres } from '../../infra/local-servers/postgres/start-postgres.ts'
import { followUp, refused, temporaryFolder } from '../support/follow-up.ts'

const folder = temporaryFolder()
const typo = join(folder.path, 'typo')
const bare = join(folder.path, 'bare')

beforeAll(async () => {
  const postgres = await startPostgres({ dataDir: join(bare, 'postgres') })
  await postgres.stop()
})
afterAll(folder.remove)

const commands = [
  ['verify'],
  ['status'],
  ['plan', 'spf'],
  ['history', 'ilo:R202:submission:FRA'],
  ['explain', 'ilo:R202:submission:FRA'],
  ['letters'],
  ['log'],
  ['supervision'],
  ['paper', 'gb-358'],
  ['decision', 'show', 'gb-350-12(b)'],
  ['session', 'close', 'ilc-114'],
  ['report', 'accept', 'ilo:R202:submission:FRA', '--as', 'reviewer'],
  ['close-plan', 'spf', '--reason', 'a decision'],
  ['member', 'withdraw', 'ilo', 'FRA'],
  ['reconcile'],
  ['rebuild'],
  ['seed'],
]

describe.each(commands.map((words) => ({ words })))('$words', ({ words }) => {
  it('says that there is no installation in a directory that does not exist, and makes nothing there', async () => {
    const ended = await followUp([...words, '--data', typo, '--json'])
    expect([ended.code, ended.out, refused(ended).code, existsSync(typo)]).toStrictEqual([4, '', 'no-installation', false])
    expect(refused(ended).message).toContain(typo)
  })
})

it('a PostgreSQL without a migrated database is not taken for an installation, and is stopped again', async () => {
  for (const words of [['verify'], ['seed']]) {
    const ended = await followUp([...words, '--data', bare, '--json'])
    expect([ended.code, refused(ended).code, findRunning(join(bare, 'postgres'))]).toStrictEqual([3, 'not-migrated', null])
    expect(refused(ended).message).toContain(`follow-up migrate --data ${bare}`)
  }
})
