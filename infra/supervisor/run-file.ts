import { readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { z } from 'zod'
import { layoutOf } from '../installation/layout.ts'
import { isStillRunning } from './process-identity.ts'

const mark = z.object({ pid: z.int().positive(), began: z.string() })

const runFile = z.object({
  version: z.literal(1),
  supervisor: mark,
  /** Of the pages. */
  port: z.int(),
  temporal: z.object({ address: z.string(), namespace: z.string(), uiPort: z.int().nullable() }).nullable(),
  /** Ports of `/healthz`, `/readyz` and `/metrics`, by process. */
  ops: z.record(z.string(), z.int()).default({}),
  /** Every process that the supervisor started and that is its own to end, by name. */
  processes: z.record(z.string(), mark),
})

/** Which processes make up the installation that runs on a data directory, and where they listen. It holds no password. */
export type RunFile = Readonly<z.infer<typeof runFile>>

/** `run.json` was written by a newer release, or by someone else. */
export class UnreadableRunFile extends Error {
  override readonly name = 'UnreadableRunFile'
}

/** What the last supervisor wrote, whether it still runs or not. @throws UnreadableRunFile */
export function readRunFile(dataDirectory: string): RunFile | null {
  const path = layoutOf(dataDirectory).run
  const text = textOf(path)
  if (text === null) return null
  const parsed = runFile.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  throw new UnreadableRunFile(
    `${path} is not as this release writes it: a newer release was here, or the file was changed. Use that release, or remove the file once no process of the installation runs`,
  )
}

/** The installation that runs on a data directory: its supervisor is alive. */
export function findRunningInstallation(dataDirectory: string): RunFile | null {
  const run = readRunFile(dataDirectory)
  return run !== null && isStillRunning(run.supervisor) ? run : null
}

/** Whole or not at all: whoever reads meanwhile sees the one before. */
export function writeRunFile(dataDirectory: string, run: RunFile): void {
  const path = layoutOf(dataDirectory).run
  writeFileSync(`${path}.new`, `${JSON.stringify(run, null, 2)}\n`, { mode: 0o600 })
  renameSync(`${path}.new`, path)
}

export const removeRunFile = (dataDirectory: string): void => rmSync(layoutOf(dataDirectory).run, { force: true })

function textOf(path: string): string | null {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
    throw error
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
