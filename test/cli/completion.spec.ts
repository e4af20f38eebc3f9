// biome-ignore-all lint/suspicious/noTemplateCurlyInString: these are placeholders of the shell.
import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { Argument, Command, Option } from 'commander'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { describeCommands } from '../../cli/completion/described-command.ts'
import { fishCompletion } from '../../cli/completion/fish-completion.ts'
import { zshCompletion } from '../../cli/completion/zsh-completion.ts'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { createProgram } from '../../cli/program.ts'

async function scriptFor(shell: string): Promise<string> {
  const lines: string[] = []
  const out: CommandLinePorts['out'] = { line: async (line) => void lines.push(line), width: null }
  const words = ['completion', shell]
  const program = await createProgram({ out, version: '0.0.0' } as CommandLinePorts, words)
  await program.parseAsync(words, { from: 'user' })
  return lines.map((line) => `${line}\n`).join('')
}

const folder = mkdtempSync(join(tmpdir(), 'follow-up-completion-'))
afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe('completion in bash', () => {
  beforeAll(async () => {
    writeFileSync(join(folder, 'follow-up.bash'), await scriptFor('bash'))
    writeFileSync(join(folder, 'decision.yaml'), '')
  })

  /** What bash offers for the last of the words. */
  async function offered(...words: string[]): Promise<readonly string[]> {
    const program = `set -eu; source follow-up.bash; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _follow_up; printf '%s\\n' "\${COMPREPLY[@]}"`
    const child = spawn('bash', ['-c', program, 'bash', 'follow-up', ...words], { cwd: folder })
    const [out, error] = await Promise.all([text(child.stdout), text(child.stderr)])
    expect(error).toBe('')
    return out.split('\n').filter((line) => line !== '')
  }

  it.each([
    { words: ['re'], offers: ['report', 'revise', 'rehearse', 'reconcile', 'rebuild'] },
    { words: ['session', ''], offers: ['announce', 'cancel', 'close', 'adopt', 'help', '-h', '--help'] },
    { words: ['session', 'close', '--o'], offers: ['--on'] },
    { words: ['plan', 'sp', '--language', ''], offers: ['en', 'fr', 'es', 'ar'] },
    { words: ['paper', '--format', 'd'], offers: ['docx'] },
    { words: ['completion', ''], offers: ['bash', 'zsh', 'fish', '-h', '--help'] },
    { words: ['decision', 'record', '--file', 'dec'], offers: ['decision.yaml'] },
    { words: ['status', '--kind', ''], offers: [] },
    // The value of an option may be the name of a command.
    { words: ['status', '--kind', 'plan', '--memb'], offers: ['--member'] },
    { words: ['nothing', '--vers'], offers: ['--version'] },
  ])('$words: offers $offers', async ({ words, offers }) => {
    expect(await offered(...words)).toStrictEqual(offers)
  })
})

describe('completion in other shells', () => {
  const program = new Command('tool').addCommand(
    new Command('open')
      .description("opens what it's given: once")
      .addArgument(new Argument('<what>').choices(['plan']))
      .addOption(new Option('-l, --language <language>', 'of the text').choices(['en', 'ar']))
      .option('--out <file>', 'where to')
      .option('--note <text>', 'any words')
      .helpOption(false),
  )
  program.helpOption(false).helpCommand(false)

  it('is a function of zsh', () => {
    expect([...zshCompletion('tool', describeCommands(program))]).toStrictEqual([
      '#compdef tool',
      '_tool() {',
      "  local at='' each",
      '  local -a subcommands options',
      '  for each in ${words[2,CURRENT-1]}; do',
      '    case "$at $each" in',
      `      ' open') at="$at $each" ;;`,
      '    esac',
      '  done',
      '  case "$at:${words[CURRENT-1]}" in',
      `    ' open:-l'|' open:--language') compadd -- 'en' 'ar'; return ;;`,
      `    ' open:--out') _files; return ;;`,
      `    ' open:--note') _message value; return ;;`,
      '  esac',
      '  case "$at" in',
      `    '')`,
      `      subcommands=('open:opens what it'\\''s given: once')`,
      '      options=() ;;',
      `    ' open')`,
      `      subcommands=('plan')`,
      `      options=('-l:of the text' '--language:of the text' '--out:where to' '--note:any words') ;;`,
      '  esac',
      '  if [[ $words[CURRENT] == -* ]]; then _describe -o option options; else _describe command subcommands; fi',
      '}',
      `if [ "$funcstack[1]" = '_tool' ]; then _tool "$@"; else compdef _tool tool; fi`,
    ])
  })

  it('is a list of fish', () => {
    const here = `complete -c tool -n '__tool_is_at \\' open\\''`
    expect([...fishCompletion('tool', describeCommands(program))]).toStrictEqual([
      '# Completes tool in fish.',
      'function __tool_is_at',
      '  set -l at',
      '  for each in (commandline -opc)[2..-1]',
      `    contains -- "$at $each" ' open'; and set at "$at $each"`,
      '  end',
      '  test "$at" = "$argv[1]"',
      'end',
      'complete -c tool -f',
      `complete -c tool -n '__tool_is_at \\'\\'' -a 'open' -d 'opens what it\\'s given: once'`,
      `${here} -a 'plan'`,
      `${here} -s l -l language -x -a 'en ar' -d 'of the text'`,
      `${here} -l out -r -F -d 'where to'`,
      `${here} -l note -x -d 'any words'`,
    ])
  })

  it.each(['zsh', 'fish'])('names every command for %s', async (shell) => {
    const script = await scriptFor(shell)
    for (const name of ['status', 'session', 'close-plan', 'verify']) expect(script).toContain(`' ${name}'`.replaceAll("'", shell === 'fish' ? "\\'" : "'"))
  })
})
