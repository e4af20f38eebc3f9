import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { projectRoot } from '../../infra/installation/project-root.ts'

/** A page of the documentation, by its name in `docs/`. */
export const page = (name: string): Promise<string> => readFile(join(projectRoot(), 'docs', name), 'utf8')

/** The part under a heading, up to the next one that is no deeper. */
export function section(text: string, heading: string): string {
  const depth = /^#+/.exec(heading)?.[0].length ?? 0
  const [, after] = text.split(`${heading}\n`)
  if (after === undefined) throw new RangeError(`There is no heading ${heading}`)
  return after.split(new RegExp(`^#{1,${depth}} `, 'm'))[0] ?? ''
}

/** The rows of all tables of a text, cell by cell, without their heads. */
export function rowsOf(text: string): readonly (readonly string[])[] {
  const lines = text.split('\n').map((line) => line.trim())
  return lines.filter((line, index) => line.startsWith('|') && !isRule(line) && !isRule(lines[index + 1] ?? '')).map(cellsOf)
}

/** What stands between backquotes. */
export const quoted = (text: string): readonly string[] => [...text.matchAll(/`([^`]+)`/g)].map(([, inside = '']) => inside)

const isRule = (line: string): boolean => /^\|[\s|:-]+\|$/.test(line)

const cellsOf = (line: string): readonly string[] =>
  line
    .slice(1, -1)
    .split('|')
    .map((cell) => cell.trim())
