// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of the shell.
import type { DescribedCommand } from './described-command.ts'
import { pathsBelow, pathText, quoteWord } from './paths.ts'

/** A script for a folder of `fpath`, or to be read by `source`. */
export function* zshCompletion(program: string, commands: readonly DescribedCommand[]): Iterable<string> {
  const name = `_${program}`
  yield `#compdef ${program}`
  yield `${name}() {`
  yield "  local at='' each"
  yield '  local -a subcommands options'
  yield '  for each in ${words[2,CURRENT-1]}; do'
  yield '    case "$at $each" in'
  yield `      ${pathsBelow(commands).map(quoteWord).join('|')}) at="$at $each" ;;`
  yield '    esac'
  yield '  done'
  yield '  case "$at:${words[CURRENT-1]}" in'
  for (const { path, options } of commands)
    for (const { flags, value } of options.filter((option) => option.value !== 'none'))
      yield `    ${flags.map((flag) => quoteWord(`${pathText(path)}:${flag}`)).join('|')}) ${answerFor(value)}; return ;;`
  yield '  esac'
  yield '  case "$at" in'
  for (const { path, commands: below, values, options } of commands) {
    yield `    ${quoteWord(pathText(path))})`
    yield `      subcommands=(${[...below.map((each) => quoteWord(`${each.name}:${each.summary}`)), ...values.map(quoteWord)].join(' ')})`
    yield `      options=(${options.flatMap(({ flags, summary }) => flags.map((flag) => quoteWord(`${flag}:${summary}`))).join(' ')}) ;;`
  }
  yield '  esac'
  yield '  if [[ $words[CURRENT] == -* ]]; then _describe -o option options; else _describe command subcommands; fi'
  yield '}'
  yield `if [ "$funcstack[1]" = ${quoteWord(name)} ]; then ${name} "$@"; else compdef ${name} ${program}; fi`
}

function answerFor(value: DescribedCommand['options'][number]['value']): string {
  if (typeof value === 'object') return `compadd -- ${value.oneOf.map(quoteWord).join(' ')}`
  if (value === 'file') return '_files'
  return value === 'folder' ? '_files -/' : '_message value'
}
