import type { Command } from 'commander'
import { createCommandMetadata } from '../activities/command.ts'
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
        const { closePlan, closePlanPayload } = await import('../activities/plan/close-plan.ts')
        const payload = closePlanPayload.parse({ plan: (await resolvePlan(hand, given)).id, reason })
        const { firstPosition, lastPosition } = await closePlan(hand.installation, createCommandMetadata(as, 'close-plan', key, payload), payload)
        await answer(ports, json, { plan: payload.plan, recorded: { firstPosition, lastPosition } }, () => [
          `The plan ${payload.plan} is closed, at position ${firstPosition}. What is open under it stays open.`,
        ])
      }),
    )
