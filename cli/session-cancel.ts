import type { Command } from 'commander'
import { tellSession } from './format-session.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { sessionInput } from './resolve-ids.ts'

type CommandOptions = Acting & { readonly reason: string; readonly instead?: string }

export const cancelCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('cancel', 'records that a session is not held: what waits for it goes to the one held instead, or waits for a decision')))
    .argument('<session>', byItsCode('<body>-<number>'))
    .requiredOption('--reason <text>', 'why it is not held')
    .option('--instead <session>', 'the session to which its business was moved')
    .action((given: string, options: CommandOptions) =>
      give(
        ports,
        'cancel-session',
        options,
        async (hand) => ({
          session: await sessionInput(hand, given),
          reason: options.reason,
          instead: options.instead === undefined ? undefined : await sessionInput(hand, options.instead),
        }),
        (recorded) => tellSession(ports, options.json, 'The cancellation', recorded),
      ),
    )
