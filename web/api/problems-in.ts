import type { z } from 'zod'

/**
 * Each problem with its path, `communicatedTo[0].date`: the manner in which refusals name fields too.
 *
 * @param without first name of the path that the caller did not write
 */
export const problemsIn = (error: z.ZodError, without?: string): readonly { readonly path: string; readonly message: string }[] =>
  error.issues
    .flatMap((issue) =>
      issue.code === 'unrecognized_keys'
        ? issue.keys.map((key) => problem([...issue.path, key], 'is not known here', without))
        : [problem(issue.path, issue.message, without)],
    )
    .slice(0, 100)

const problem = (path: readonly PropertyKey[], message: string, without: string | undefined) => ({
  path: writtenPath(without !== undefined && path[0] === without ? path.slice(1) : path),
  message,
})

export const writtenPath = (path: readonly PropertyKey[]): string =>
  path.reduce<string>((text, part) => (typeof part === 'number' ? `${text}[${part}]` : text === '' ? String(part) : `${text}.${String(part)}`), '')
