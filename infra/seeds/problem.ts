import type { FieldPath, SeedFile } from './yaml-file.ts'

/** What is wrong in a seed, where, and what to do about it. */
export type Problem = {
  /** From the seeds' folder on: `seeds/<organization>/members.yaml`. */
  readonly file: string
  /** From 1. */
  readonly line: number
  /** The field, as `versions[0].limits`; empty where it is the file as a whole. */
  readonly path: string
  readonly what: string
}

export const problemAt = (file: SeedFile, path: FieldPath, what: string): Problem => ({ file: file.name, line: file.lineOf(path), path: fieldName(path), what })

/** `seeds/<organization>/members.yaml:12 members[3].names: what is wrong` */
export const problemLine = ({ file, line, path, what }: Problem): string => `${file}:${line}${path === '' ? '' : ` ${path}`}: ${what}`

const fieldName = (path: FieldPath): string =>
  path.reduce<string>((name, part) => (typeof part === 'number' ? `${name}[${part}]` : name === '' ? part : `${name}.${part}`), '')

/** The seeds cannot be relied on as they stand: nothing was taken from them. */
export class SeedsRefused extends Error {
  override readonly name = 'SeedsRefused'
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The seeds have ${problems.length === 1 ? 'a problem' : `${problems.length} problems`}:\n${problems.map(problemLine).join('\n')}`)
    this.problems = problems
  }
}
