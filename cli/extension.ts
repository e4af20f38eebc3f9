import { Command } from 'commander'
import { type Acting, withKey } from './key.ts'
import { metadataOn } from './metadata.ts'
import { obligationArgument, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { tell } from './report.ts'

export const extensionCommand = (ports: CommandLinePorts): Command =>
  new Command('extension').addCommand(
    withActor(withKey(usualCommand('state', 'records that a State stated exceptional circumstances: no reminder goes at 12 months')))
      .argument('<obligation>', obligationArgument)
      .requiredOption('--grounds <text>', 'what the State gives as its reason')
      .action(async (obligation: string, { as, key, data, json, grounds }: Acting & { readonly grounds: string }) => {
        const { obligationPayloads } = await import('../activities/obligation/report-payload.ts')
        const { stateCircumstances } = await import('../activities/obligation/review-report.ts')
        const payload = obligationPayloads['state-exceptional-circumstances'].parse({ grounds })
        const metadata = metadataOn({ as, key }, 'state-exceptional-circumstances', obligation, payload)
        await ports.change(data, async ({ installation }) =>
          tell(ports, json, obligation, await stateCircumstances(installation, metadata, obligation, payload)),
        )
      }),
  )
