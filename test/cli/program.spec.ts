import { describe, expect, it } from 'vitest'
import { commandEntries } from '../../cli/commands.ts'
import type { CommandLinePorts } from '../../cli/ports.ts'
import { createProgram } from '../../cli/program.ts'

/** Declaring a command uses none of them. */
const ports = { version: '0.0.0' } as CommandLinePorts

const declared = async (words: readonly string[]) =>
  (await createProgram(ports, words)).commands.filter(({ options, commands }) => options.length + commands.length > 0).map((command) => command.name())

describe('the program', () => {
  it.each(commandEntries)('loads $name under the name that the table gives', async ({ name, load }) => {
    expect((await load())(ports).name()).toBe(name)
  })

  it('describes every command and subcommand', async () => {
    const program = await createProgram(ports, ['completion'])
    const without = program.commands.flatMap((command) => [command, ...command.commands]).filter((command) => command.description() === '')
    expect(without.map((command) => command.name())).toStrictEqual([])
  })

  it.each([
    { words: ['--help'], loaded: [] },
    { words: ['status', '--member', 'FRA'], loaded: ['status'] },
    { words: ['--json', 'status'], loaded: ['status'] },
    { words: ['help', 'session'], loaded: ['session'] },
    { words: ['session', 'close', 'plan'], loaded: ['session'] },
    { words: ['stat'], loaded: [] },
  ])('$words: loads $loaded', async ({ words, loaded }) => {
    expect(await declared(words)).toStrictEqual(loaded)
  })
})
