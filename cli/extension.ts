import { Command } from 'commander'
import { giveOnObligation } from './give-on-obligation.ts'
import { type Acting, withKey } from './key.ts'
import { obligationArgument, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

export const extensionCommand = (ports: CommandLinePorts): Command =>
  new Command('extension').addCommand(
    withActor(withKey(usualCommand('state', 'records that a State stated exceptional circumstances: no reminder goes at 12 months')))
      .argument('<obligation>', obligationArgument)
      .requiredOption('--grounds <text>', 'what the State gives as its reason')
      .action((obligation: string, options: Acting & { readonly grounds: string }) =>
        giveOnObligation(ports, 'state-exceptional-circumstances', options, { obligation, grounds: options.grounds }),
      ),
  )
