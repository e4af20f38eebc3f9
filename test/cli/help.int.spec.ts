import { spawn } from 'node:child_process'
import { text } from 'node:stream/consumers'
import { describe, expect, it } from 'vitest'
import { commandEntries } from '../../cli/commands.ts'
import { commandLine, ownEnvironment } from '../support/follow-up.ts'

const source = (code: string): string => `data:text/javascript,${encodeURIComponent(code)}`

/** Writes the address of every module as it is loaded. */
const hooks = source(
  "import { writeSync } from 'node:fs'; export const load = (url, context, next) => { writeSync(2, url + '\\n'); return next(url, context) }",
)
const reporting = source(`import { register } from 'node:module'; register(${JSON.stringify(hooks)})`)

/** The packages and the rooms that a call loads. */
async function loadedBy(words: readonly string[]): Promise<readonly string[]> {
  const child = spawn(process.execPath, ['--import', reporting, commandLine, ...words], { env: ownEnvironment() })
  const [out, loaded] = await Promise.all([text(child.stdout), text(child.stderr)])
  expect(out).toContain('Usage: follow-up')
  const named = [...loaded.matchAll(/\/node_modules\/((?:@[^/]+\/)?[^/]+)|\/dist\/([^/]+)\//g)].map(([, name, category]) => name ?? category ?? '')
  return [...new Set(named)].toSorted()
}

describe('help', () => {
  // A command's options need neither the domain's schemas nor a wire: only then does help answer at once.
  it.each(commandEntries)('of $name loads no package but commander and the canonical form of a command', async ({ name }) => {
    const packages = (await loadedBy([name, '--help'])).filter((each) => !['activities', 'cli', 'documents', 'domain', 'infra'].includes(each))
    expect(packages.filter((each) => each !== 'canonicalize')).toStrictEqual(['commander'])
  })

  it('of the program loads commander, cli/ and what the process itself is', async () => {
    expect(await loadedBy(['--help'])).toStrictEqual(['cli', 'commander', 'infra'])
  })
})
