import type { Command } from 'commander'
import { numberOption, type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const logCommand = (ports: CommandLinePorts): Command =>
  usualCommand('log')
    .option('--from <position>', 'first position given', numberOption(1, Number.MAX_SAFE_INTEGER), 1)
    .action(({ data, json, from }: Usual & { readonly from: number }) =>
      ports.read(data, async ({ lines }) => {
        const stored: string[] = []
        for await (const line of lines(from)) {
          if (json) stored.push(line)
          else await ports.out.line(line)
        }
        if (json) await ports.out.line(JSON.stringify({ from, lines: stored }))
      }),
    )
