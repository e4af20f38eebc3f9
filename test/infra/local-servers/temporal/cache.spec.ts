import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cacheFolder, madeOnce } from '../../../../infra/local-servers/temporal/cache.ts'

describe('the cache', () => {
  let folder = ''
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'follow-up-cache-'))
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it.each([
    { environment: { FOLLOW_UP_CACHE: '/a', XDG_CACHE_HOME: '/b', HOME: '/c' }, is: '/a', why: 'the one set for the installation' },
    { environment: { XDG_CACHE_HOME: '/b', HOME: '/c' }, is: '/b/follow-up', why: "the person's own" },
    { environment: { HOME: '/c' }, is: '/c/.cache/follow-up', why: 'the usual place' },
  ])('lies in $is: $why', ({ environment, is }) => {
    expect(cacheFolder(environment)).toBe(is)
  })

  it('has a thing made by one of those who need it at once, while the others wait for it', async () => {
    let makers = 0
    const make = async (into: string) => {
      makers += 1
      await writeFile(join(into, 'thing'), 'half')
      await pause(50)
      await writeFile(join(into, 'thing'), 'whole')
    }
    const paths = await Promise.all([1, 2, 3].map(() => madeOnce(folder, 'thing', make)))

    expect(makers).toBe(1)
    expect(await Promise.all(paths.map((path) => readFile(path, 'utf8')))).toStrictEqual(['whole', 'whole', 'whole'])
    expect(await readdir(folder)).toStrictEqual(['thing'])
  })

  it('keeps nothing of a making that failed, and lets the next one try', async () => {
    const failing = madeOnce(folder, 'thing', async (into) => {
      await writeFile(join(into, 'thing'), 'half')
      throw new Error('no network')
    })
    await expect(failing).rejects.toThrow('no network')
    expect(await readdir(folder)).toStrictEqual([])
    expect(await madeOnce(folder, 'thing', (into) => writeFile(join(into, 'thing'), 'whole'))).toBe(join(folder, 'thing'))
  })

  it('takes over from a maker that was killed, and sweeps what it left', async () => {
    const longAgo = new Date('2020-01-01T00:00:00Z')
    await writeFile(join(folder, 'thing.lock'), '')
    await utimes(join(folder, 'thing.lock'), longAgo, longAgo)
    await mkdir(join(folder, 'thing.making-left'))
    await utimes(join(folder, 'thing.making-left'), longAgo, longAgo)

    await madeOnce(folder, 'thing', (into) => writeFile(join(into, 'thing'), 'whole'))
    expect(await readdir(folder)).toStrictEqual(['thing'])
  })

  it('says what to set where it cannot be written', async () => {
    await writeFile(join(folder, 'file'), '')
    const making = madeOnce(join(folder, 'file', 'below'), 'thing', async () => undefined)
    await expect(making).rejects.toThrow(/The cache .*below cannot be written .*Set FOLLOW_UP_CACHE to a folder that can\./)
  })
})
