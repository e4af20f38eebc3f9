import type { DescribedCommand } from './described-command.ts'

/** A space before each word, so that the program's own path is empty. */
export const pathText = (path: readonly string[]): string => path.map((word) => ` ${word}`).join('')

/** The paths of every command but the program itself. */
export const pathsBelow = (commands: readonly DescribedCommand[]): readonly string[] =>
  commands.filter(({ path }) => path.length > 0).map(({ path }) => pathText(path))

/** A word as bash and zsh take it, whatever stands in it. */
export const quoteWord = (text: string): string => `'${text.replaceAll("'", `'\\''`)}'`
