import { randomUUID } from 'node:crypto'
import type { Command } from 'commander'
import type { NamedActor } from '../domain/actor-name.ts'
import type { Usual } from './options.ts'

/** What every command that records takes. */
export type Acting = Usual & { readonly as: NamedActor; readonly key: string }

/** Gives a command `--key`: given again, the same key is answered with the first result. Without it, each call is a command of its own. */
export const withKey = (command: Command): Command =>
  command
    .option('--key <key>', 'names this request, so that it can be sent again safely', (text: string) => text)
    .hook('preAction', (own) => {
      if (own.getOptionValue('key') === undefined) own.setOptionValue('key', randomUUID())
    })
