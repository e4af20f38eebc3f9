// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of the shell.
import type { DescribedCommand } from './described-command.ts'
import { pathsBelow, pathText, quoteWord } from './paths.ts'

/** A script for bash 3.2 or newer, which needs no package of completions. */
export function* bashCompletion(program: string, commands: readonly DescribedCommand[]): Iterable<string> {
  const name = `_${program.replaceAll('-', '_')}`
  yield `# Completes ${program} in bash.`
  yield `${name}() {`
  yield "  local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD-1]} path='' each index words=''"
  yield '  COMPREPLY=()'
  yield '  for ((index = 1; index < COMP_CWORD; index++)); do'
  yield '    each="$path ${COMP_WORDS[index]}"'
  yield '    case "$each" in'
  yield `      ${pathsBelow(commands).map(quoteWord).join('|')}) path=$each ;;`
  yield '    esac'
  yield '  done'
  yield '  case "$path:$before" in'
  for (const { path, options } of commands)
    for (const { flags, value } of options.filter((option) => option.value !== 'none'))
      yield `    ${flags.map((flag) => quoteWord(`${pathText(path)}:${flag}`)).join('|')}) ${answerFor(value)} ;;`
  yield '  esac'
  yield '  case "$path" in'
  for (const described of commands) yield `    ${quoteWord(pathText(described.path))}) words=${quoteWord(wordsOf(described).join(' '))} ;;`
  yield '  esac'
  yield '  COMPREPLY=($(compgen -W "$words" -- "$word"))'
  yield '}'
  yield `complete -F ${name} ${program}`
}

const wordsOf = ({ commands, values, options }: DescribedCommand): readonly string[] => [
  ...commands.map(({ name }) => name),
  ...values,
  ...options.flatMap(({ flags }) => flags),
]

function answerFor(value: DescribedCommand['options'][number]['value']): string {
  if (typeof value === 'object') return `COMPREPLY=($(compgen -W ${quoteWord(value.oneOf.join(' '))} -- "$word")); return`
  if (value === 'file') return 'compopt -o filenames 2>/dev/null || true; COMPREPLY=($(compgen -f -- "$word")); return'
  if (value === 'folder') return 'compopt -o filenames 2>/dev/null || true; COMPREPLY=($(compgen -d -- "$word")); return'
  return 'return'
}
