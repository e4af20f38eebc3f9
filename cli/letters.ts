import type { Command } from 'commander'
import { answer } from './answer.ts'
import { givenObligation } from './given-ids.ts'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { table } from './table.ts'

export const lettersCommand = (ports: CommandLinePorts): Command =>
  usualCommand('letters', 'the letters that were issued, and what became of each')
    .option('--obligation <id>', 'those about one obligation')
    .action(({ data, json, obligation }: Usual & { readonly obligation?: string }) =>
      ports.read(data, async (house) => {
        const about = obligation === undefined ? undefined : (await givenObligation(house, obligation)).id
        const letters = (await house.views.letters(about)).map(({ id, letter: { kind, debtor, obligations, messageId, sentOn, outcome } }) => {
          return { id, kind, debtor, obligations, messageId, sentOn, outcome }
        })
        await answer(ports, json, { letters }, () => [
          ...table([
            ['Sent', 'Kind', 'To', 'Outcome', 'About', 'Message-ID'],
            ...letters.map(({ kind, debtor, obligations, messageId, sentOn, outcome }) => [
              sentOn ?? '-',
              kind,
              debtor,
              outcome,
              obligations.join(' '),
              messageId,
            ]),
          ]),
          `${letters.length} ${letters.length === 1 ? 'letter' : 'letters'}.`,
        ])
      }),
    )
