import type { Command } from 'commander'
import { createCommandMetadata } from '../activities/command.ts'
import type { RevisionShown } from '../activities/plan/revise-plan.ts'
import { exitCodes } from './exit-codes.ts'
import { CommandFailed } from './failure.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { resolvePlan } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & { readonly file: string; readonly dryRun: boolean; readonly yes: boolean }

export const reviseCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('revise')))
    .argument('<plan>', byItsCode('<plan>'))
    .requiredOption('--file <file>', 'the revision in YAML: reason, source or decision, and changes (timing, dropped, added), each with its row')
    .option('--dry-run', 'shows the revision, its reason and what changes for open obligations; records nothing', false)
    .option('--yes', 'confirms what a dry run shows, and records it', false)
    .action((given: string, { as, key, data, json, file, dryRun, yes }: CommandOptions) =>
      ports[dryRun ? 'read' : 'change'](data, async (hand) => {
        const { revisePlan, showRevision } = await import('../activities/plan/revise-plan.ts')
        const { revisePlanPayload } = await import('../activities/plan/revision-payload.ts')
        const { revisionLines } = await import('./format-revision.ts')
        const { inputFile } = await import('./input-file.ts')
        const plan = (await resolvePlan(hand, given)).id
        const payload = await inputFile(file, revisePlanPayload, { plan })
        const metadata = createCommandMetadata(as, 'revise-plan', key, payload)
        const { answered } = await hand.installation.log.read([], metadata.commandId)
        const shown = answered === null ? await showRevision(hand.installation, metadata, payload) : null
        if (dryRun) return answer(ports, json, { ...shown, recorded: null }, () => (shown === null ? ['It is on record.'] : revisionLines(shown)))
        if (!yes) throw notConfirmed(plan, shown)
        const { firstPosition, lastPosition } = await revisePlan(hand.installation, metadata, payload)
        await answer(ports, json, { ...shown, recorded: { firstPosition, lastPosition } }, () => [
          ...(shown === null ? [] : revisionLines(shown)),
          `The revision is on record at position ${firstPosition}.`,
        ])
      }),
    )

function notConfirmed(plan: string, shown: RevisionShown | null): CommandFailed {
  const changed = shown === null ? 0 : shown.moved.length + shown.released.length + shown.entered.length
  const message = `Nothing was recorded. ${changed} obligations of ${plan} would change: look at them with --dry-run, then confirm with --yes`
  return new CommandFailed({ code: 'not-confirmed', message, facts: { plan, obligations: changed }, exit: exitCodes.malformed })
}
