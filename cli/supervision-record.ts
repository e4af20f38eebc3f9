import type { Command } from 'commander'
import { createCommandMetadata } from '../activities/command.ts'
import type { CommandResult } from '../activities/ports.ts'
import type { SupervisionCommandName, SupervisionPayload } from '../activities/supervision/payloads.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, numberOption, usualCommand, withActor } from './options.ts'
import type { AvailableInstallation, CommandLinePorts } from './ports.ts'
import { sessionInput } from './resolve-ids.ts'
import { resolveMember } from './resolve-member.ts'
import { answer } from './write-output.ts'

/** What bodies decide on a Member, recorded as they decided it; and what the Member replies. */
export const recordingCommands = (ports: CommandLinePorts): readonly Command[] => [
  recording(ports, 'record-comment', async () => (await comments()).recordComment, 'comment', 'records a comment that a body made on a Member')
    .requiredOption('--reference <id>', "the comment's own reference")
    .requiredOption('--kind <kind>', "the body's word for it, as its rules give it")
    .requiredOption('--body <body>', 'the body that made it')
    .option('--session <session>', 'the session at which it was made or published')
    .option('--report-year <year>', 'the year of the report that carries it', numberOption(1900, 2200))
    .option('--instruments <code...>', 'what it concerns (default: whatever the Member owes)')
    .option('--paragraph <paragraph>', 'where it is said'),
  recording(ports, 'record-comment-reply', async () => (await comments()).recordReply, 'reply', 'records that the Member’s reply to a comment arrived')
    .requiredOption('--reference <id>', 'of the comment')
    .option('--text <text>', 'what it says: sealed'),
  recording(
    ports,
    'record-listing',
    async () => (await listings()).recordListing,
    'listed',
    'records that a body listed the Member among those in serious failure',
  )
    .requiredOption('--body <body>', 'the body that listed it')
    .requiredOption('--session <session>', 'the session at which it sat')
    .requiredOption('--paragraph <paragraph>', 'where it is said')
    .option('--criteria <code...>', 'by which criteria, as the body gives them')
    .option('--instruments <code...>', 'what it concerns (default: whatever the Member owes)'),
  recording(ports, 'record-hearing', async () => (await listings()).recordHearing, 'heard', 'records whether the Member gave explanations, or none')
    .requiredOption('--session <session>', 'the session at which it was listed')
    .requiredOption('--outcome <outcome>', 'explained or silent')
    .option('--paragraph <paragraph>', 'where it is said'),
  recording(ports, 'record-conclusions', async () => (await listings()).recordConclusions, 'conclusions', 'records the conclusions on a Member that was listed')
    .requiredOption('--body <body>', 'the body that concluded')
    .requiredOption('--session <session>', 'the session at which it was listed')
    .requiredOption('--paragraph <paragraph>', 'where they are'),
  recording(ports, 'clear-supervision', async () => (await listings()).clearSupervision, 'cleared', 'records that a body has no more to ask')
    .requiredOption('--body <body>', 'the body')
    .requiredOption('--paragraph <paragraph>', 'where it is said')
    .option('--instruments <code...>', 'of these alone (default: of all)'),
]

const comments = () => import('../activities/supervision/record-comment.ts')
const listings = () => import('../activities/supervision/record-listing.ts')

type CommandOptions = Acting & { readonly on?: CalendarDate; readonly source?: string; readonly href?: string; readonly session?: string }
type UseCase<Name extends SupervisionCommandName> = (
  installation: AvailableInstallation['installation'],
  metadata: ReturnType<typeof createCommandMetadata>,
  payload: SupervisionPayload<Name>,
) => Promise<CommandResult>

function recording<Name extends SupervisionCommandName>(
  ports: CommandLinePorts,
  name: Name,
  loadUseCase: () => Promise<UseCase<Name>>,
  word: string,
  description: string,
): Command {
  return withActor(withKey(usualCommand(word, description)))
    .argument('<member>', 'its code: FRA')
    .option('--on <date>', 'the day on which it happened (default: today at the seat)', dayOption)
    .option('--source <title>', 'the document that says so')
    .option('--href <address>', 'its address')
    .action((given: string, { as, key, data, json, on, source, href, session, ...rest }: CommandOptions) =>
      ports.change(data, async (hand) => {
        const { supervisionPayloads } = await import('../activities/supervision/payloads.ts')
        const record = await loadUseCase()
        const concerning = await resolveMember(hand, given)
        const payload = supervisionPayloads[name].parse({
          ...concerning,
          ...rest,
          ...(on === undefined ? {} : { on }),
          ...(session === undefined ? {} : { session: await sessionInput(hand, session) }),
          ...(source === undefined ? {} : { source: [{ title: source, ...(href === undefined ? {} : { href }) }] }),
        }) as SupervisionPayload<Name>
        const { firstPosition, lastPosition } = await record(hand.installation, createCommandMetadata(as, name, key, payload), payload)
        await answer(ports, json, { ...concerning, recorded: { firstPosition, lastPosition } }, () => [
          `On record for ${concerning.organization}:${concerning.member}, at position ${firstPosition}.`,
        ])
      }),
    )
}
