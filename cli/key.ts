import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { NamedActor } from '../domain/actor-name.ts'
import { Refusal } from '../domain/refusal.ts'
import type { Usual } from './options.ts'

/** What every command that records takes. */
export type Acting = Usual & { readonly as: NamedActor; readonly key: string; readonly dryRun: boolean }

/**
 * Gives a command `--key` and a way to look before it records. Given again, the same key is answered with the first result; without it, each call is
 * a command of its own.
 *
 * @param preview the option that shows what would change: `--dry-run` everywhere but for `follow-up command`, which has the registry's own word
 */
export const withKey = (command: Command, preview: 'dry-run' | 'preview' = 'dry-run'): Command =>
  command
    .option('--key <key>', 'names this request, so that it can be sent again safely', (text: string) => text)
    .option(`--${preview}`, 'shows what would change for others, and records nothing', false)
    .hook('preAction', (own) => {
      const { key, dryRun, preview: previewed } = own.opts<{ readonly key?: string; readonly dryRun?: boolean; readonly preview?: boolean }>()
      if (key === undefined) own.setOptionValue('key', randomUUID())
      else if (dryRun === true || previewed === true) throw sentAsPreview(own.name())
    })

const sentAsPreview = (command: string) =>
  new Refusal('command-sent-as-preview', `${command} was sent as a preview, with a --key: a preview records nothing, so leave one of them out`, { command })
