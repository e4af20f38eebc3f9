import { readFile, stat } from 'node:fs/promises'
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, LineCounter, parseDocument } from 'yaml'
import type { z } from 'zod'
import { malformed, notFound } from './failure.ts'

/** In bytes. */
const largest = 15 * 1024 * 1024

/** A file in YAML or JSON, read by its schema. @throws CommandFailed naming the file, the line and the field of each problem */
export async function inputFile<Schema extends z.ZodType>(
  file: string,
  schema: Schema,
  beside: Readonly<Record<string, unknown>> = {},
): Promise<z.output<Schema>> {
  const found = await stat(file).catch(() => null)
  if (found === null) throw notFound('unreadable-file', `${file} cannot be read: check the path`, { file })
  if (!found.isFile()) throw malformed(`${file} is no file: check the path`)
  if (found.size > largest) throw malformed(`${file} is larger than ${largest / 1024 / 1024} MiB, the most that is taken`)
  return parseGiven(await readFile(file, 'utf8'), file, schema, beside)
}

/**
 * What a file says, with what was typed beside it, which wins.
 *
 * @throws CommandFailed naming the file, the line and the field of each problem
 */
export function parseGiven<Schema extends z.ZodType>(text: string, file: string, schema: Schema, beside: Readonly<Record<string, unknown>>): z.output<Schema> {
  const lines = new LineCounter()
  const document = parseDocument(text, { schema: 'core', version: '1.2', uniqueKeys: true, lineCounter: lines, prettyErrors: false })
  const at = (offset: number, what: string) => `${file}:${Math.max(1, lines.linePos(offset).line)}: ${what}`
  const [error] = document.errors
  if (error !== undefined) throw malformed(at(error.pos[0], `This is not well-formed YAML: ${error.message}`))
  if (!isMap(document.contents)) throw malformed(at(0, 'Write the fields by name, as `reason: ...`'))
  const read = schema.safeParse({ ...(document.toJS() as object), ...beside })
  if (read.success) return read.data
  const problems = read.error.issues.flatMap(innermost).map(({ path, message }) => at(offsetOf(document, path), `${nameOf(path)}${message}`))
  throw malformed(`Nothing was recorded. ${problems.join('; ')}`, { problems })
}

type Issue = { readonly path: readonly PropertyKey[]; readonly message: string }

/** Of a field that may have several shapes, what is wrong with the shape that comes nearest; of unknown fields, each. */
function innermost(issue: z.core.$ZodIssue): readonly Issue[] {
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => ({ path: [...issue.path, key], message: 'is not known here' }))
  if (issue.code !== 'invalid_union' || issue.errors.length === 0) return [issue]
  const unknown = (issues: readonly z.core.$ZodIssue[]) => issues.reduce((sum, each) => sum + (each.code === 'unrecognized_keys' ? each.keys.length * 2 : 1), 0)
  const [nearest = []] = issue.errors.toSorted((a, b) => unknown(a) - unknown(b))
  return nearest.flatMap(innermost).map(({ path, message }) => ({ path: [...issue.path, ...path], message }))
}

const nameOf = (path: readonly PropertyKey[]): string =>
  path.length === 0 ? '' : `${path.map(String).reduce((name, part) => (/^\d+$/.test(part) ? `${name}[${part}]` : `${name}.${part}`))}: `

/** Where a field begins; the nearest field above stands for one that is not there. */
function offsetOf(document: Document.Parsed, path: readonly PropertyKey[]): number {
  let node: unknown = document.contents
  let offset = document.contents?.range[0] ?? 0
  for (const part of path) {
    const here = isAlias(node) ? node.resolve(document) : node
    const pair = isMap(here) ? here.items.find(({ key }) => isScalar(key) && key.value === part) : undefined
    const item = isSeq(here) && typeof part === 'number' ? here.items[part] : undefined
    if (pair !== undefined && isScalar(pair.key)) [node, offset] = [pair.value, pair.key.range?.[0] ?? offset]
    else if (isNode(item)) [node, offset] = [item, item.range?.[0] ?? offset]
    else return offset
  }
  return offset
}
