import type { DescribedCommand, DescribedOption } from './described-command.ts'
import { pathsBelow, pathText } from './paths.ts'

/** A script for fish 3.1 or newer. */
export function* fishCompletion(program: string, commands: readonly DescribedCommand[]): Iterable<string> {
  const isAt = `__${program.replaceAll('-', '_')}_is_at`
  yield `# Completes ${program} in fish.`
  yield `function ${isAt}`
  yield '  set -l at'
  yield '  for each in (commandline -opc)[2..-1]'
  yield `    contains -- "$at $each" ${pathsBelow(commands).map(quote).join(' ')}; and set at "$at $each"`
  yield '  end'
  yield '  test "$at" = "$argv[1]"'
  yield 'end'
  yield `complete -c ${program} -f`
  for (const { path, commands: below, values, options } of commands) {
    const here = `complete -c ${program} -n ${quote(`${isAt} ${quote(pathText(path))}`)}`
    for (const { name, summary } of below) yield `${here} -a ${quote(name)} -d ${quote(summary)}`
    for (const value of values) yield `${here} -a ${quote(value)}`
    for (const option of options) yield `${here} ${flagsOf(option)}${formatValue(option)} -d ${quote(option.summary)}`
  }
}

const flagsOf = ({ flags }: DescribedOption): string => flags.map((flag) => (flag.startsWith('--') ? `-l ${flag.slice(2)}` : `-s ${flag.slice(1)}`)).join(' ')

function formatValue({ value }: DescribedOption): string {
  if (value === 'none') return ''
  if (typeof value === 'object') return ` -x -a ${quote(value.oneOf.join(' '))}`
  return value === 'free' ? ' -x' : ' -r -F'
}

const quote = (text: string): string => `'${text.replaceAll('\\', '\\\\').replaceAll("'", "\\'")}'`
