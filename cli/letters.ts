import type { Command } from 'commander'
import { readingCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { type Reading, readAs } from './read-as.ts'
import { resolveObligation } from './resolve-ids.ts'
import { table } from './table.ts'
import { answer } from './write-output.ts'

export const lettersCommand = (ports: CommandLinePorts): Command =>
  readingCommand('letters')
    .option('--obligation <id>', 'those about one obligation')
    .action((options: Reading & { readonly obligation?: string }) =>
      readAs(ports, options, async (installation) => {
        const { json, obligation } = options
        const about = obligation === undefined ? undefined : (await resolveObligation(installation, obligation)).id
        const letters = (await installation.views.letters(about)).map(({ id, letter: { kind, party, obligations, messageId, sentOn, outcome } }) => {
          return { id, kind, party, obligations, messageId, sentOn, outcome }
        })
        await answer(ports, json, { letters }, () => [
          table([
            ['Sent', 'Kind', 'To', 'Outcome', 'About', 'Message-ID'],
            ...letters.map(({ kind, party, obligations, messageId, sentOn, outcome }) => [
              sentOn ?? '-',
              kind,
              party,
              outcome,
              obligations.join(' '),
              messageId,
            ]),
          ]),
          `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}.`,
        ])
      }),
    )
