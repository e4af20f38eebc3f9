import { createHash } from 'node:crypto'
import { writeFile } from 'node:fs/promises'
import { type Command, Option } from 'commander'
import { type PaperFormat, paperFormats } from '../documents/papers/paper-facts.ts'
import { organizationOf } from '../domain/ids.ts'
import { languages } from '../domain/language-codes.ts'
import type { Language } from '../domain/languages.ts'
import { malformed } from './failure.ts'
import { byItsCode, readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs } from './read-as.ts'
import { resolveCycle, sessionInput } from './resolve-ids.ts'

type CommandOptions = Reading & { readonly cycle?: string; readonly language: Language; readonly format: PaperFormat; readonly out?: string }

export const paperCommand = (ports: CommandLinePorts): Command =>
  readingCommand('paper')
    .argument('[session]', `${byItsCode('<body>-<number>')}; may be left out with --cycle`)
    .option('--cycle <cycle>', 'the progress report of one cycle, by its code')
    .addOption(new Option('--language <language>', 'the language of the paper').choices(languages).default('en'))
    .addOption(new Option('--format <format>', 'the kind of file').choices(paperFormats).default('html'))
    .option('--out <file>', 'where to write it; without it, HTML goes to standard output')
    .action((session: string | undefined, options: CommandOptions) => writePaper(ports, session, options))

function writePaper(ports: CommandLinePorts, given: string | undefined, options: CommandOptions): Promise<void> {
  const { json, cycle: wanted, language, format, out } = options
  if (given === undefined && wanted === undefined) throw malformed('Name a session, as <body>-<number>, or a cycle with --cycle')
  if (out === undefined && format === 'docx') throw malformed('A file of Word goes to a file: name it with --out', { format })
  return readAs(ports, options, async (installation) => {
    const session = given === undefined ? null : await sessionInput(installation, given)
    const cycle = wanted === undefined ? null : await resolveCycle(installation, wanted)
    const organization = organizationOf(cycle ?? session ?? '')
    const { facts, bytes } = await installation.views.paper({ organization, session, cycle }, { language, format })
    if (out !== undefined) await written(out, bytes)
    if (!json) return ports.out.line(out === undefined ? new TextDecoder().decode(bytes).trimEnd() : `${out}: ${bytes.length} bytes.`)
    const { kind, day, position, synthetic } = facts
    const sha256 = createHash('sha256').update(bytes).digest('hex')
    const told = { kind, session, cycle, language, format, day, position, synthetic, bytes: bytes.length, sha256, out: out ?? null }
    return ports.out.line(JSON.stringify(out === undefined ? { ...told, content: new TextDecoder().decode(bytes) } : told))
  })
}

/** @throws CommandFailed where the file cannot be written */
const written = (file: string, bytes: Uint8Array): Promise<void> =>
  writeFile(file, bytes).catch((error: NodeJS.ErrnoException) => {
    throw malformed(`${file} cannot be written: ${error.code === 'ENOENT' ? 'there is no such folder' : error.message}`, { file })
  })
