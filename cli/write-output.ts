import type { CommandLinePorts } from './ports.ts'
import type { Table } from './table.ts'

/** What a person reads, from top to bottom. */
export type Output = Iterable<string | Table>

/** Answers a program with one line of JSON, and a person with lines of text: at a terminal tables are cut to its width. */
export async function answer({ out }: CommandLinePorts, json: boolean, value: unknown, output: () => Output): Promise<void> {
  if (json) return out.line(JSON.stringify(value))
  for (const part of output()) {
    if (typeof part === 'string') await out.line(part)
    else for (const line of (await import('./format-table.ts')).formatTable(part, out.width)) await out.line(line)
  }
}
