import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { memberOf } from './resolve-member.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & { readonly received?: CalendarDate; readonly note?: string; readonly source?: string }

export const withdrawCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('withdraw', 'records a Member’s notice of withdrawal; the day on which it takes effect is computed')))
    .argument('<organization>', 'its code')
    .argument('<state>', 'its code, as NIC')
    .option('--received <date>', 'the day on which the notice was received, not that of the letter (default: today at the seat)', dayOption)
    .option('--note <text>', 'what the notice says')
    .option('--source <title>', 'the document that says so')
    .action((organization: string, state: string, options: CommandOptions) =>
      give(
        ports,
        'give-withdrawal-notice',
        options,
        async (hand) => {
          const { received, note, source } = options
          const member = await memberOf(hand, organization, state)
          return { organization, member, receivedOn: received, note, source: source === undefined ? undefined : [{ title: source }] }
        },
        async ({ firstPosition }, fields, { views }) => {
          const member = String(fields.member)
          const effectiveOn = (await views.member(organization, member))?.withdrawalEffectiveOn ?? null
          await answer(ports, options.json, { organization, member, effectiveOn, position: firstPosition }, () => [
            `The notice of ${member} is on record at position ${firstPosition}. It takes effect on ${effectiveOn}; until then ${member} is a Member and bound.`,
          ])
        },
      ),
    )
