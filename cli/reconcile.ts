import type { Command } from 'commander'
import { type Usual, usualCommand } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

export const reconcileCommand = (ports: CommandLinePorts): Command =>
  usualCommand('reconcile').action(async ({ data, json }: Usual) => {
    const found = await ports.reconcile(data)
    const { checked, missing, repaired, superfluous } = found
    await answer(ports, json, found, () => [
      `${checked} workflows are asked for: ${missing} were missing, ${repaired} started again; ${superfluous} run that nobody asks for.`,
    ])
  })
