// Compiles the product into dist/ and bundles the workflows, so that a worker starts without a compiler.
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'

const root = import.meta.dirname
const dist = join(root, 'dist')
const require = createRequire(import.meta.url)

removeOrphans()
compile()
await bundleWorkflows()

/** Output whose source is gone would still be found by whoever lists a folder, migrations above all. */
function removeOrphans() {
  for (const output of filesUnder(dist)) {
    const [, name] = /^(.+)\.js(?:\.map)?$/.exec(output) ?? []
    if (name === undefined || name === 'workflow-bundle') continue
    if (!existsSync(join(root, `${name}.ts`)) && !existsSync(join(root, `${name}.tsx`))) rmSync(join(dist, output))
  }
}

function compile() {
  const { status, error } = spawnSync(process.execPath, [require.resolve('typescript/bin/tsc'), '-p', 'tsconfig.build.json'], { cwd: root, stdio: 'inherit' })
  if (error !== undefined) throw error
  if (status !== 0) {
    console.error('The build stopped: the compiler reports the errors above.')
    process.exit(1)
  }
}

/** Skipped while neither the compiled workflows nor the SDK have changed: webpack takes some seconds. */
async function bundleWorkflows() {
  const workflowsPath = join(dist, 'workflows', 'index.js')
  if (!existsSync(workflowsPath)) return
  const bundle = join(dist, 'workflow-bundle.js')
  const fingerprintFile = join(dist, 'workflow-bundle.sha256')
  const fingerprint = workflowFingerprint()
  if (existsSync(bundle) && existsSync(fingerprintFile) && readFileSync(fingerprintFile, 'utf8') === fingerprint) return

  const { bundleWorkflowCode, DefaultLogger } = await import('@temporalio/worker')
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('WARN') })
  // Renamed into place: a worker that starts meanwhile reads the old bundle or the new one, never half of one.
  mkdirSync(dist, { recursive: true })
  writeFileSync(`${bundle}.new`, code)
  renameSync(`${bundle}.new`, bundle)
  writeFileSync(fingerprintFile, fingerprint)
}

function workflowFingerprint() {
  const hash = createHash('sha256')
  for (const name of ['@temporalio/worker', '@temporalio/workflow', '@temporalio/common']) hash.update(`${name}@${require(`${name}/package.json`).version}\n`)
  for (const file of filesUnder(join(dist, 'workflows')).filter((name) => name.endsWith('.js')))
    hash
      .update(`${file}\0`)
      .update(readFileSync(join(dist, 'workflows', file)))
      .update('\0')
  return hash.digest('hex')
}

/** Paths relative to the folder, sorted; empty where there is no such folder. */
function filesUnder(folder) {
  if (!existsSync(folder)) return []
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(folder.length + 1))
    .sort()
}
