import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { assertReachable, ClosedFolder, findAccount } from '../../../../infra/local-servers/postgres/account.ts'
import { UnusableDataDirectory } from '../../../../infra/local-servers/postgres/data-directory.ts'
import { isAlive } from '../../../../infra/local-servers/postgres/running.ts'
import { startPostgres } from '../../../../infra/local-servers/postgres/start-postgres.ts'
import { provisionDatabase } from '../../../../infra/postgres/provision-database.ts'

const asRoot = process.getuid?.() === 0
const starter = fileURLToPath(new URL('../../../support/start-and-wait.ts', import.meta.url))

describe('PostgreSQL on a data directory', () => {
  let folder: string
  let dataDir: string

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'follow-up-pg-'))
    chmodSync(folder, 0o755)
    dataDir = join(folder, 'installation', 'postgres')
  })
  afterEach(async () => {
    if (existsSync(join(dataDir, 'cluster', 'postmaster.pid'))) await (await startPostgres({ dataDir })).stop()
    rmSync(folder, { recursive: true, force: true })
  })

  const ask = async <Row extends object>(url: string, statement: string): Promise<Row[]> => {
    const client = new Client({ connectionString: url })
    await client.connect()
    try {
      return (await client.query<Row>(statement)).rows
    } finally {
      await client.end()
    }
  }

  it('is made, started, stopped and started again with what it held', async () => {
    const first = await startPostgres({ dataDir })
    const url = await provisionDatabase(first.url, 'installation')
    expect(await provisionDatabase(first.url, 'installation')).toBe(url)
    await ask(url, "create table kept as select 'Genève' as place")
    const settings =
      "select current_setting('server_encoding') as encoding, current_setting('fsync') as fsync, current_setting('listen_addresses') as addresses"
    expect(await ask(url, settings)).toStrictEqual([{ encoding: 'UTF8', fsync: 'on', addresses: '127.0.0.1' }])
    await first.stop()
    expect(isAlive(first.pid)).toBe(false)

    const second = await startPostgres({ dataDir })
    expect(await ask(await provisionDatabase(second.url, 'installation'), 'select place from kept')).toStrictEqual([{ place: 'Genève' }])
    await second.stop()
  })

  it('lets nobody in without the password, which its owner alone can read', async () => {
    const { url, stop } = await startPostgres({ dataDir })
    const wrong = new URL(url)
    wrong.password = 'guessed'
    await expect(ask(wrong.href, 'select 1')).rejects.toMatchObject({ code: '28P01' })
    expect(statSync(join(dataDir, 'owner-password')).mode & 0o777).toBe(0o600)
    await stop()
  })

  it('outlives a starter that is killed, in a process group of its own, and is taken over by the next', async () => {
    const child = spawn(process.execPath, ['--import', 'tsx', starter, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] })
    const [line] = await once(child.stdout, 'data')
    const { pid, port, url } = JSON.parse(String(line))
    child.kill('SIGKILL')
    await once(child, 'exit')

    const adopted = await startPostgres({ dataDir })
    expect(adopted).toMatchObject({ pid, port, url, started: false })
    expect(await ask(adopted.url, 'select 1 as one')).toStrictEqual([{ one: 1 }])
    if (process.platform === 'linux') expect(readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ')[2]).toBe(String(pid))
    await adopted.stop()
    expect(isAlive(pid)).toBe(false)
  })

  it('starts again after it was killed itself, and is not fooled by the number it left behind', async () => {
    const first = await startPostgres({ dataDir })
    process.kill(first.pid, 'SIGKILL')
    const file = join(dataDir, 'cluster', 'postmaster.pid')
    while (isAlive(first.pid)) await new Promise((soon) => setImmediate(soon))
    writeFileSync(file, readFileSync(file, 'utf8').replace(String(first.pid), String(process.pid)))
    const second = await startPostgres({ dataDir })
    expect(second.started).toBe(true)
    await second.stop()
  })

  it('that cannot start says why, in the words of its own log', async () => {
    const taken = createServer()
    await new Promise<void>((listening) => taken.listen(0, '127.0.0.1', listening))
    const address = taken.address()
    const port = address !== null && typeof address === 'object' ? address.port : 0
    await expect(startPostgres({ dataDir, port })).rejects.toThrow(/Address already in use/)
    taken.close()
  })

  it.each([
    { made: '19', says: /newer version: PostgreSQL 19/ },
    { made: '15', says: /PostgreSQL 15.*pg_upgrade/ },
  ])('made by PostgreSQL $made is refused and left as it is', async ({ made, says }) => {
    mkdirSync(join(dataDir, 'cluster'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster', 'PG_VERSION'), `${made}\n`)
    const refused = startPostgres({ dataDir })
    await expect(refused).rejects.toThrow(UnusableDataDirectory)
    await expect(refused).rejects.toThrow(says)
    expect(existsSync(join(dataDir, 'owner-password'))).toBe(false)
  })

  it('that was half-made by an initdb killed in the middle is made anew', async () => {
    mkdirSync(join(dataDir, 'cluster.unfinished'), { recursive: true })
    writeFileSync(join(dataDir, 'cluster.unfinished', 'PG_VERSION'), '18\n')
    const { url, stop } = await startPostgres({ dataDir })
    expect(await ask(url, 'select 1 as one')).toStrictEqual([{ one: 1 }])
    await stop()
  })

  describe.runIf(asRoot)('as root', () => {
    it.each([0o700, 0o744])('names a folder on the way that is closed (mode %o), and writes nothing', async (mode) => {
      const closed = join(folder, 'closed')
      mkdirSync(closed)
      chmodSync(closed, mode)
      const refused = startPostgres({ dataDir: join(closed, 'installation', 'postgres') })
      await expect(refused).rejects.toMatchObject({ name: 'ClosedFolder', folder: closed })
      await expect(refused).rejects.toThrow(`chmod o+x ${closed}`)
      expect(existsSync(join(closed, 'installation'))).toBe(false)
    })

    it('names a folder that keeps it from its programs', () => {
      const closed = join(folder, 'closed')
      mkdirSync(join(closed, 'node_modules', 'bin'), { recursive: true })
      chmodSync(closed, 0o700)
      expect(() => assertReachable(join(closed, 'node_modules', 'bin', 'postgres'), findAccount())).toThrow(ClosedFolder)
    })

    it('opens the folders that it makes on the way, whatever the umask', async () => {
      const before = process.umask(0o077)
      const { stop } = await startPostgres({ dataDir }).finally(() => process.umask(before))
      expect(statSync(join(folder, 'installation')).mode & 0o777).toBe(0o755)
      await stop()
    })

    it('runs as the user postgres', async () => {
      const { pid, stop } = await startPostgres({ dataDir })
      expect(statSync(`/proc/${pid}`).uid).toBe(findAccount().ids.uid)
      await stop()
    })
  })

  describe.runIf(asRoot)('as an ordinary user', () => {
    it('runs as that user', async () => {
      const { uid, gid } = { uid: 65_534, gid: 65_534 }
      execFileSync('chown', ['-R', `${uid}:${gid}`, folder])
      const child = spawn(process.execPath, ['--import', 'tsx', starter, dataDir], {
        uid,
        gid,
        stdio: ['ignore', 'pipe', 'inherit'],
        env: { ...process.env, HOME: folder },
      })
      const [line] = await once(child.stdout, 'data')
      const { pid } = JSON.parse(String(line))
      expect(statSync(`/proc/${pid}`).uid).toBe(uid)
      child.kill('SIGTERM')
      await once(child, 'exit')
      process.kill(pid, 'SIGINT')
      while (isAlive(pid)) await new Promise((soon) => setImmediate(soon))
    })
  })
})
