import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { afterAll, describe, expect, it } from 'vitest'
import { projectRoot } from '../../infra/installation/project-root.ts'
import { ownEnvironment, temporaryFolder } from '../support/follow-up.ts'

const folder = temporaryFolder()
afterAll(folder.remove)

const { version } = JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { readonly version: string }

async function run(program: string, words: readonly string[], environment: Record<string, string> = {}) {
  const child = spawn(program, words, { cwd: projectRoot(), env: ownEnvironment(environment), stdio: ['ignore', 'pipe', 'pipe'] })
  const ended = new Promise<number | null>((resolve) => child.once('close', resolve))
  const [code, out, error] = await Promise.all([ended, text(child.stdout), text(child.stderr)])
  return { code, out, error }
}

describe('npx follow-up', () => {
  // A package whose own package.json names the program is installed by npx into its cache, and built by its `prepare` on the way.
  it('runs the program that is installed here, and installs nothing', async () => {
    const cache = join(folder.path, 'npm')
    const { code, out } = await run('npx', ['follow-up', '--version'], { npm_config_cache: cache })
    expect([code, out, existsSync(join(cache, '_npx'))]).toStrictEqual([0, `${version}\n`, false])
  })

  it('says how to build what was not built', async () => {
    const bin = join(folder.path, 'bin')
    mkdirSync(bin)
    copyFileSync(join(projectRoot(), 'bin', 'follow-up.mjs'), join(bin, 'follow-up.mjs'))
    const { code, out, error } = await run(process.execPath, [join(bin, 'follow-up.mjs'), '--version'])
    expect([code, out, error]).toStrictEqual([1, '', 'Follow-Up is not built here. Run "npm run build", or "npm ci", which builds it too.\n'])
  })
})
