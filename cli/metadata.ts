import { type CommandMetadata, createCommandMetadata } from '../activities/command.ts'
import { principalIn } from '../domain/principal.ts'
import type { Acting } from './key.ts'

type Who = Pick<Acting, 'as' | 'key'>

/** Who gives a command, once it is known which organization the command concerns. */
export const metadataFor =
  ({ as, key }: Who, name: string, body: unknown) =>
  (organization: string): CommandMetadata =>
    createCommandMetadata(principalIn(as, organization, 'command-line'), name, key, body)
