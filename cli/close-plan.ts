import type { Command } from 'commander'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

export const closePlanCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('close-plan')))
    .argument('<plan>', byItsCode('<plan>'))
    .requiredOption('--reason <text>', 'why, and by whose decision')
    .action((given: string, { as, key, data, json, reason }: Acting & { readonly reason: string }) =>
      ports.change(data, async (hand) => {
        const plan = (await resolvePlan(hand, given)).id
        const { firstPosition, lastPosition } = await give(hand, { as, key }, 'close-plan', { plan, reason })
        await answer(ports, json, { plan, recorded: { firstPosition, lastPosition } }, () => [
          `The plan ${plan} is closed, at position ${firstPosition}. What is open under it stays open.`,
        ])
      }),
    )
