import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { findTemporalBinary } from '../../../../infra/local-servers/temporal/binary.ts'
import { ProgramMissing } from '../../../../infra/local-servers/temporal/first-that-works.ts'

const RUNS = '#!/bin/sh\necho "temporal version 1.5.1 (Server 1.29.1, UI 2.42.1)"\n'
const FAILS = '#!/bin/sh\nexit 1\n'

describe('the choice of the Temporal server', () => {
  let folder = ''
  let environment: NodeJS.ProcessEnv = {}
  const reported: string[] = []
  const find = () => findTemporalBinary((line) => reported.push(line), environment)

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'follow-up-binary-'))
    // /bin has the shell that the programs below are written for, and neither Temporal nor Go.
    environment = { PATH: `${join(folder, 'path')}:/bin`, FOLLOW_UP_CACHE: join(folder, 'cache'), HTTPS_PROXY: 'http://127.0.0.1:9' }
    reported.length = 0
  })
  afterEach(() => rm(folder, { recursive: true, force: true }))

  it('takes the one that a person names', async () => {
    environment.TEMPORAL_CLI_PATH = await program('mine', 'temporal', RUNS)
    await program('path', 'temporal', RUNS)
    const path = join(folder, 'mine', 'temporal')
    expect(await find()).toStrictEqual({ path, chosen: `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1) from TEMPORAL_CLI_PATH, ${path}` })
  })

  it('never passes over the one that a person names', async () => {
    environment.TEMPORAL_CLI_PATH = await program('mine', 'temporal', FAILS)
    await program('path', 'temporal', RUNS)
    await expect(find()).rejects.toThrow(`TEMPORAL_CLI_PATH is ${join(folder, 'mine', 'temporal')}, but that is no Temporal CLI that runs here.`)
  })

  it('takes the one on the PATH before the one in the cache', async () => {
    const path = await program('path', 'temporal', RUNS)
    await program('cache/temporal/1.5.1', 'temporal', RUNS)
    expect(await find()).toMatchObject({ path })
  })

  it('takes the one in the cache where the PATH has one that does not run, and says so', async () => {
    const broken = await program('path', 'temporal', FAILS)
    const path = await program('cache/temporal/1.5.1', 'temporal', RUNS)
    const chosen = `temporal version 1.5.1 (Server 1.29.1, UI 2.42.1) from the cache, ${path} (PATH: ${broken} does not run)`
    expect(await find()).toStrictEqual({ path, chosen })
    expect(reported).toStrictEqual([])
  })

  it('builds it with Go where nothing else works, tells the person first, and finds it in the cache from then on', async () => {
    await program(
      'path',
      'go',
      `#!/bin/sh\necho "$@" >> ${folder}/asked\n[ "$1" = install ] || exit 0\nprintf '${RUNS.replaceAll('\n', '\\n')}' > "$GOBIN/temporal"\nchmod +x "$GOBIN/temporal"\n`,
    )
    const built = await find()
    const again = await find()

    expect(built.path).toBe(join(folder, 'cache', 'temporal', '1.5.1', 'temporal'))
    expect(built.chosen).toContain('built with Go')
    expect(again.chosen).toContain('from the cache')
    expect(reported.filter((line) => line.includes('once on this machine'))).toHaveLength(1)
    const metadata = await readFile(join(folder, 'asked'), 'utf8')
    expect(metadata).toMatch(/^version\ninstall .*github\.com\/temporalio\/cli\/cmd\/temporal@v1\.5\.1\n$/)
  })

  it('tells what failed in each place and what to install or set', async () => {
    await program('path', 'go', '#!/bin/sh\n[ "$1" = version ] && exit 0\necho "no space left on device" >&2\nexit 1\n')
    const failure = await find().catch((error: unknown) => error)

    expect(failure).toBeInstanceOf(ProgramMissing)
    const lines = failure instanceof Error ? failure.message.split('\n') : []
    expect(lines[0]).toBe('The Temporal server was not found.')
    expect(lines.slice(1, 5).map((line) => line.split(':')[0])).toStrictEqual(['  - PATH', '  - cache', "  - the SDK's download", '  - Go'])
    expect(lines[4]).toBe('  - Go: the build failed: no space left on device')
    expect(lines.slice(5).join('\n')).toMatch(/set TEMPORAL_ADDRESS.*install the Temporal CLI.*TEMPORAL_CLI_PATH.*install Go/s)
  })

  it('says so where Go is not installed', async () => {
    await expect(find()).rejects.toThrow('  - Go: go is not installed')
  })

  async function program(where: string, name: string, text: string): Promise<string> {
    const path = join(folder, where, name)
    await mkdir(join(folder, where), { recursive: true })
    await writeFile(path, text)
    await chmod(path, 0o755)
    return path
  }
})
