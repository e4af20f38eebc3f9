import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { WorkflowHandle } from '@temporalio/client'
import { historyFromJSON, historyToJSON } from '@temporalio/common/lib/proto-utils.js'

const folder = join(import.meta.dirname, '..', 'histories')

/** With RECORD_HISTORIES set, keeps the history of a run as it is now; otherwise does nothing. */
export async function keepHistory(name: string, handle: WorkflowHandle): Promise<void> {
  if (process.env.RECORD_HISTORIES === undefined) return
  const history: unknown = JSON.parse(historyToJSON(await handle.fetchHistory()))
  // Which machine it was is no part of what is replayed.
  const plain = JSON.stringify(history, (key, value) => (key === 'identity' ? 'worker' : value), 1)
  writeFileSync(join(folder, `${name}.json`), `${plain}\n`)
}

/** The histories kept in the tree. The workflow's id is not part of a history: the file's name stands for it. */
export function keptHistories() {
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .map((file) => ({ name: file.slice(0, -'.json'.length), text: readFileSync(join(folder, file), 'utf8') }))
}

export const historyOf = (text: string): ReturnType<typeof historyFromJSON> => historyFromJSON(JSON.parse(text))
