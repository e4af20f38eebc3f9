import { readFile } from 'node:fs/promises'
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { Problem } from './problem.ts'

export type FieldPath = readonly (string | number)[]

/** One seed file as read: plain values, days as text, and the line on which each field stands. */
export type SeedFile = {
  /** As people name it, from the seeds' folder on: `seeds/<organization>/members.yaml`. */
  readonly name: string
  readonly value: unknown
  /** From 1; the nearest field above stands for one that is not there. */
  readonly lineOf: (path: FieldPath) => number
}

/** Reads YAML 1.2 with its core schema, which leaves days as text. A key written twice is a problem, not a choice. */
export async function readSeedFile(path: string, name: string): Promise<{ readonly file: SeedFile; readonly problems: readonly Problem[] }> {
  const lines = new LineCounter()
  const document = parseDocument(await readFile(path, 'utf8'), { schema: 'core', version: '1.2', uniqueKeys: true, lineCounter: lines, prettyErrors: false })
  const lineAt = (offset: number): number => Math.max(1, lines.linePos(offset).line)
  const problems = [...document.errors, ...document.warnings].map(({ pos, message }): Problem => {
    return { file: name, line: lineAt(pos[0]), path: '', what: `This is not well-formed YAML: ${message}. Correct the line.` }
  })
  const file = { name, value: problems.length > 0 ? null : document.toJS({ maxAliasCount: -1 }), lineOf: (at: FieldPath) => lineAt(offsetOf(document, at)) }
  return { file, problems }
}

function offsetOf(document: Document.Parsed, path: FieldPath): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const segment of path) {
    const step = into(isAlias(node) ? node.resolve(document) : node, segment)
    if (step === null) return offset
    ;[node, offset] = [step.node, step.offset ?? offset]
  }
  return offset
}

function into(node: unknown, segment: string | number): { node: unknown; offset: number | undefined } | null {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && key.value === segment)
    return pair === undefined || !isScalar(pair.key) ? null : { node: pair.value, offset: pair.key.range?.[0] }
  }
  if (!isSeq(node) || typeof segment !== 'number') return null
  const item = node.items[segment]
  return isNode(item) ? { node: item, offset: item.range?.[0] } : null
}
