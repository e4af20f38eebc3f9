import type { Command } from 'commander'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts, Seeded } from './ports.ts'
import { answer } from './write-output.ts'

export const seedCommand = (ports: CommandLinePorts): Command =>
  usualCommand('seed').action(async ({ data, json }: Usual) => {
    const seeded = await ports.seed(data)
    await answer(ports, json, seeded, () => inWords(seeded))
  })

function* inWords({ facts, cycles }: Seeded): Generator<string> {
  yield facts + cycles.length === 0
    ? 'The seeds are on record already'
    : `From the seeds: ${facts} facts, and the cycles ${cycles.join(', ') || 'that were open'}`
}
