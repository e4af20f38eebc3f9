import type { Command } from 'commander'
import type { RevisionShown } from '../activities/commands/plan/revise-plan.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailed } from './failure.ts'
import { type Acting, withKey } from './key.ts'
import { metadataFor } from './metadata.ts'
import { byItsCode, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { seenByGiver } from './read-as.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & { readonly file: string; readonly yes: boolean }

export const reviseCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('revise')))
    .argument('<plan>', byItsCode('<plan>'))
    .requiredOption('--file <file>', 'the revision in YAML: reason, source or decision, and changes (timing, dropped, added), each with its row')
    .option('--yes', 'confirms what a dry run shows, and records it', false)
    .action((given: string, { as, key, data, json, file, dryRun, yes }: CommandOptions) =>
      ports[dryRun ? 'read' : 'change'](data, async (installation) => {
        const { revisePlanPayload } = await import('../activities/commands/plan/revision-payload.ts')
        const { revisionLines } = await import('./format-revision.ts')
        const { inputFile } = await import('./input-file.ts')
        const hand = seenByGiver(installation, as)
        const plan = (await resolvePlan(hand, given)).id
        const payload = await inputFile(file, revisePlanPayload, { plan })
        const metadata = metadataFor({ as, key }, 'revise-plan', payload)
        if (dryRun || !yes) {
          const shown = shownIn(await hand.commands.preview(metadata, 'revise-plan', payload))
          if (!dryRun) throw notConfirmed(plan, shown)
          return answer(ports, json, { ...shown, recorded: null }, () => revisionLines(shown))
        }
        const { decision, result } = await hand.commands.give(metadata, 'revise-plan', payload)
        const recorded = { firstPosition: result?.firstPosition, lastPosition: result?.lastPosition }
        const shown = decision === null ? null : shownIn(decision)
        return answer(ports, json, { ...shown, recorded }, () => [
          ...(shown === null ? [] : revisionLines(shown)),
          `The revision is on record at position ${recorded.firstPosition}.`,
        ])
      }),
    )

function shownIn({ shown }: { readonly shown?: unknown }): RevisionShown {
  if (shown === undefined || shown === null) throw new TypeError('A revision shows nothing of what it changes')
  return shown as RevisionShown
}

function notConfirmed(plan: string, shown: RevisionShown): CommandFailed {
  const changed = shown.moved.length + shown.released.length + shown.entered.length
  const message = `Nothing was recorded. ${changed} obligations of ${plan} would change: look at them with --dry-run, then confirm with --yes`
  return new CommandFailed({ code: 'not-confirmed', message, facts: { plan, obligations: changed }, exit: exitCodes.malformed })
}
