import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Golden } from './extract.ts'
import type { PlayName } from './plays.ts'

/** The file's text: one obligation, letter, refusal or paper a line, so that a difference shows what it is about. */
export function goldenText({ play, from, until, obligations, letters, refusals, papers }: Golden): string {
  const head = Object.entries({ play, from, until }).map(([name, value]) => `${JSON.stringify(name)}: ${JSON.stringify(value)}`)
  const lists = Object.entries({ obligations, letters, refusals, papers }).map(
    ([name, items]) => `${JSON.stringify(name)}: [${items.map((item) => `\n${JSON.stringify(item)}`).join(',')}${items.length === 0 ? '' : '\n'}]`,
  )
  return `{\n${[...head, ...lists].join(',\n')}\n}\n`
}

const fileOf = (play: PlayName): string => join(import.meta.dirname, `${play}.json`)

/** Empty where there is no file yet. */
export const readGolden = (play: PlayName): Promise<string> =>
  readFile(fileOf(play), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return ''
    throw error
  })

export const writeGolden = (play: PlayName, text: string): Promise<void> => writeFile(fileOf(play), text)

/** The lines that only one of the two has: `-` before a line of the file, `+` before one of the play. Empty where they are the same, byte for byte. */
export function differenceBetween(file: string, played: string): readonly string[] {
  if (file === played) return []
  const [before, after] = [linesOf(file), linesOf(played)]
  const lines = [...without(before, after).map((line) => `- ${line}`), ...without(after, before).map((line) => `+ ${line}`)]
  if (lines.length === 0) return ['The same lines stand in another order or another number of times']
  return lines.toSorted((a, b) => (subjectOf(a) < subjectOf(b) ? -1 : subjectOf(a) > subjectOf(b) ? 1 : 0))
}

const without = (lines: readonly string[], others: readonly string[]): readonly string[] => {
  const known = new Set(others)
  return lines.filter((line) => !known.has(line))
}

/** The comma at the end says only that another line follows. */
const linesOf = (text: string): readonly string[] => text.split('\n').map((line) => line.replace(/,$/, ''))

/** What a line is about, so that its two forms stand together. */
const subjectOf = (line: string): string => /^. \{"\w+":"[^"]*"/.exec(line)?.[0].slice(2) ?? line.slice(2)
