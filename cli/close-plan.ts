import type { Command } from 'commander'
import { give, positionsOf } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

export const closePlanCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('close-plan')))
    .argument('<plan>', byItsCode('<plan>'))
    .requiredOption('--reason <text>', 'why, and by whose decision')
    .action((given: string, options: Acting & { readonly reason: string }) =>
      give(
        ports,
        'close-plan',
        options,
        async (hand) => ({ plan: (await resolvePlan(hand, given)).id, reason: options.reason }),
        (recorded) =>
          answer(ports, options.json, { plan: recorded.id, recorded: positionsOf(recorded) }, () => [
            `The plan ${recorded.id} is closed, at position ${recorded.firstPosition}. What is open under it stays open.`,
          ]),
      ),
    )
