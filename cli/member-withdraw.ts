import type { Command } from 'commander'
import { createCommandMetadata } from '../activities/command.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { stream } from '../domain/streams.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { memberOf } from './resolve-member.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & { readonly received?: CalendarDate; readonly note?: string; readonly source?: string }

export const withdrawCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('withdraw', 'records a Member’s notice of withdrawal; the day on which it takes effect is reckoned')))
    .argument('<organization>', 'its code')
    .argument('<state>', 'its code, as NIC')
    .option('--received <date>', 'the day on which the notice was received, not that of the letter (default: today at the seat)', dayOption)
    .option('--note <text>', 'what the notice says')
    .option('--source <title>', 'the document that says so')
    .action((organization: string, state: string, { as, key, data, json, received, note, source }: CommandOptions) =>
      ports.change(data, async (available) => {
        const { installation } = available
        const { foldOrganization } = await import('../activities/fold.ts')
        const { giveWithdrawalNotice, withdrawalNoticePayload } = await import('../activities/organization/withdrawal-notice.ts')
        const payload = withdrawalNoticePayload.parse({
          ...{ organization, member: await memberOf(available, organization, state) },
          ...(received === undefined ? {} : { receivedOn: received }),
          ...(note === undefined ? {} : { note }),
          ...(source === undefined ? {} : { source: [{ title: source }] }),
        })
        const { firstPosition } = await giveWithdrawalNotice(installation, createCommandMetadata(as, 'give-withdrawal-notice', key, payload), payload)
        const { histories } = await installation.log.read([stream.organization(organization)])
        const known = foldOrganization(histories[0])
        const effectiveOn = known.status === 'unknown' ? null : (known.members[payload.member]?.withdrawalEffectiveOn ?? null)
        await answer(ports, json, { organization, member: payload.member, effectiveOn, position: firstPosition }, () => [
          `The notice of ${payload.member} is on record at position ${firstPosition}. It takes effect on ${effectiveOn}; until then ${payload.member} is a Member and bound.`,
        ])
      }),
    )
