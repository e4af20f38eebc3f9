import { createCommands } from '../../activities/commands/commands.ts'
import { joinQueries } from '../../activities/queries.ts'
import type { AvailableInstallation, CommandLinePorts } from '../../cli/ports.ts'
import { run } from '../../cli/run.ts'
import { failureOf } from '../../infra/command-line/failure-of.ts'
import { identityFrom } from '../../infra/installation/identity.ts'
import type { WebInstallation } from './web-installation.ts'

/** What a command printed, and how it ended. `recording`: it used the installation as one that may record. */
export type Said = { readonly exit: number; readonly said: string; readonly recording: boolean }

/** Runs commands of the command line on an open installation, in this process. */
export function commandLineOn({ office, queries, seeds, clock }: WebInstallation): (...words: readonly string[]) => Promise<Said> {
  const hand: AvailableInstallation = {
    commands: createCommands(office),
    queries: joinQueries(queries, office),
    identity: identityFrom(seeds),
    today: (organization) => clock.today(organization === undefined ? 'UTC' : office.reference.zoneOf(organization)),
    languagesOf: (organization) => office.reference.languagesOf(organization),
    lines: () => Promise.reject(new Error('no lines')) as never,
    verify: () => Promise.reject(new Error('no proof')),
  }
  return async (...words) => {
    const lines: string[] = []
    let recording = false
    const told = { line: async (text: string) => void lines.push(text), width: null }
    const read: CommandLinePorts['read'] = (_, use) => use(hand)
    const change: CommandLinePorts['change'] = (_, use) => {
      recording = true
      return use(hand)
    }
    const ports = { read, change, failureOf, out: told, error: { ...told, isTerminal: false }, version: '0' } as unknown as CommandLinePorts
    const exit = await run([...words, '--data', 'none'], ports)
    return { exit, said: lines.join('\n'), recording }
  }
}
