import type { z } from 'zod'
import { type Problem, problemAt } from './problem.ts'
import type { FieldPath, SeedFile } from './yaml-file.ts'

/** A seed and the file that it was read from. */
export type Parsed<T> = { readonly file: SeedFile; readonly value: T }

/** What the schema makes of a file, or every field that it cannot take, by name and line. */
export function parseSeed<T>(file: SeedFile, schema: z.ZodType<T>): { readonly parsed: Parsed<T> | null; readonly problems: readonly Problem[] } {
  const result = schema.safeParse(file.value)
  return result.success
    ? { parsed: { file, value: result.data }, problems: [] }
    : { parsed: null, problems: onceEach(result.error.issues.flatMap((issue) => describe(file, issue))) }
}

/** What many entries refer to by an anchor stands once, so its fault is told once. */
const onceEach = (problems: readonly Problem[]): readonly Problem[] =>
  problems.filter(({ line, what }, index) => problems.findIndex((other) => other.line === line && other.what === what) === index)

function describe(file: SeedFile, issue: z.core.$ZodIssue): readonly Problem[] {
  const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)))
  if (issue.code === 'unrecognized_keys')
    return issue.keys.map((key) => problemAt(file, [...path, key], `There is no field ${key} here. Correct its spelling, or take it out.`))
  return [problemAt(file, path, message(file, path, issue))]
}

function message(file: SeedFile, path: FieldPath, issue: z.core.$ZodIssue): string {
  const found = valueAt(file.value, path)
  if (issue.code === 'custom') return issue.message
  if (found === undefined) return 'The field is missing. Add it.'
  if (issue.code === 'invalid_format' && issue.format === 'date') return `${shown(found)} is no day that exists. Write it as year, month, day: 2012-06-14.`
  if (issue.code === 'invalid_value') return `${shown(found)} is not among the values known here: ${issue.values.join(', ')}. Use one of them.`
  if (issue.code === 'too_small') return 'This is empty. Fill it in.'
  return `${issue.message} (found ${shown(found)}). Correct the value.`
}

const shown = (value: unknown): string => JSON.stringify(value)?.slice(0, 80) ?? 'nothing'

const valueAt = (value: unknown, path: FieldPath): unknown =>
  path.reduce<unknown>((at, part) => (typeof at === 'object' && at !== null ? Object.entries(at).find(([key]) => key === String(part))?.[1] : undefined), value)
