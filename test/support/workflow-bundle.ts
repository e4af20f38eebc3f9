import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundleWorkflowCode, DefaultLogger } from '@temporalio/worker'

export type WorkflowBundle = { readonly bundlePath: string; readonly code: string; remove(): Promise<void> }

/** The workflows as they stand in the working tree, bundled once for a test file. */
export async function bundleWorkflows(): Promise<WorkflowBundle> {
  const workflowsPath = join(import.meta.dirname, '..', '..', 'workflows', 'index.ts')
  const { code } = await bundleWorkflowCode({ workflowsPath, logger: new DefaultLogger('ERROR') })
  const folder = await mkdtemp(join(tmpdir(), 'follow-up-workflows-'))
  const bundlePath = join(folder, 'workflow-bundle.js')
  await writeFile(bundlePath, code)
  return { bundlePath, code, remove: () => rm(folder, { recursive: true, force: true }) }
}
