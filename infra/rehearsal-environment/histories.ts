import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Client } from '@temporalio/client'
import { historyToJSON } from '@temporalio/common/lib/proto-utils.js'

/** Leaves every workflow's history as a file named by its id, so that any of them can be replayed later. */
export async function keepHistories(client: Client, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true })
  for await (const { workflowId, runId } of client.workflow.list()) {
    const history = await client.workflow.getHandle(workflowId, runId).fetchHistory()
    const name = `${encodeURIComponent(workflowId)}.json`
    // A party's correspondence ends and begins again: each later run keeps its own file.
    await writeFile(join(folder, name), `${historyToJSON(history)}\n`, { flag: 'wx' }).catch(async (error: NodeJS.ErrnoException) => {
      if (error.code !== 'EEXIST') throw error
      await writeFile(join(folder, `${encodeURIComponent(workflowId)}.${runId}.json`), `${historyToJSON(history)}\n`)
    })
  }
}
