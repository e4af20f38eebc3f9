import { Command } from 'commander'
import { commandEntries } from './commands.ts'
import { exitCodesExplained } from './exit-codes.ts'
import type { CommandLinePorts } from './ports.ts'

/** `follow-up` for one call: the command that is called is loaded, all others are known by name and summary only. */
export async function createProgram(ports: CommandLinePorts, words: readonly string[]): Promise<Command> {
  const name = calledIn(words)
  const called = commandEntries.find((entry) => entry.name === name)
  const program = new Command('follow-up')
    .description('Follows what the decisions and instruments of organizations ask of their members: due, requested, reminded, reported, late or missing.')
    .version(ports.version)
    .addHelpText('after', exitCodesExplained)
    .showHelpAfterError('(--help shows what there is)')
  for (const entry of commandEntries) {
    const command = entry === called || called?.needsAll ? (await entry.load())(ports) : new Command(entry.name)
    program.addCommand(command.description(entry.summary))
  }
  return program
}

/** The name of a command stands before everything but options; `help status` asks about `status`. */
function calledIn(words: readonly string[]): string | undefined {
  const [first, second] = words.filter((word) => !word.startsWith('-'))
  return first === 'help' ? second : first
}
