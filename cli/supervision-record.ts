import type { Command } from 'commander'
import type { CommandName } from '../activities/commands/registry.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { give, positionsOf } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, numberOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { sessionInput } from './resolve-ids.ts'
import { resolveMember } from './resolve-member.ts'
import { answer } from './write-output.ts'

/** What bodies decide on a Member, recorded as they decided it; and what the Member replies. */
export const recordingCommands = (ports: CommandLinePorts): readonly Command[] => [
  recording(ports, 'record-comment', 'comment', 'records a comment that a body made on a Member')
    .requiredOption('--reference <id>', "the comment's own reference")
    .requiredOption('--kind <kind>', "the body's word for it, as its rules give it")
    .requiredOption('--body <body>', 'the body that made it')
    .option('--session <session>', 'the session at which it was made or published')
    .option('--report-year <year>', 'the year of the report that carries it', numberOption(1900, 2200))
    .option('--instruments <code...>', 'what it concerns (default: whatever the Member owes)')
    .option('--paragraph <paragraph>', 'where it is said'),
  recording(ports, 'record-comment-reply', 'reply', 'records that the Member’s reply to a comment arrived')
    .requiredOption('--reference <id>', 'of the comment')
    .option('--text <text>', 'what it says: encrypted'),
  recording(ports, 'record-listing', 'listed', 'records that a body listed the Member among those in serious failure')
    .requiredOption('--body <body>', 'the body that listed it')
    .requiredOption('--session <session>', 'the session at which it sat')
    .requiredOption('--paragraph <paragraph>', 'where it is said')
    .option('--criteria <code...>', 'by which criteria, as the body gives them')
    .option('--instruments <code...>', 'what it concerns (default: whatever the Member owes)'),
  recording(ports, 'record-hearing', 'heard', 'records whether the Member gave explanations, or none')
    .requiredOption('--session <session>', 'the session at which it was listed')
    .requiredOption('--outcome <outcome>', 'explained or silent')
    .option('--paragraph <paragraph>', 'where it is said'),
  recording(ports, 'record-conclusions', 'conclusions', 'records the conclusions on a Member that was listed')
    .requiredOption('--body <body>', 'the body that concluded')
    .requiredOption('--session <session>', 'the session at which it was listed')
    .requiredOption('--paragraph <paragraph>', 'where they are'),
  recording(ports, 'clear-supervision', 'cleared', 'records that a body has no more to ask')
    .requiredOption('--body <body>', 'the body')
    .requiredOption('--paragraph <paragraph>', 'where it is said')
    .option('--instruments <code...>', 'of these alone (default: of all)'),
]

type CommandOptions = Acting & { readonly on?: CalendarDate; readonly source?: string; readonly href?: string; readonly session?: string }

function recording(ports: CommandLinePorts, name: CommandName, word: string, description: string): Command {
  return withActor(withKey(usualCommand(word, description)))
    .argument('<member>', 'its code: FRA')
    .option('--on <date>', 'the day on which it happened (default: today at the seat)', dayOption)
    .option('--source <title>', 'the document that says so')
    .option('--href <address>', 'its address')
    .action((given: string, options: CommandOptions) =>
      give(
        ports,
        name,
        options,
        async (hand) => {
          const { as: _as, key: _key, data: _data, json: _json, dryRun: _dryRun, source, href, session, ...rest } = options
          return {
            ...(await resolveMember(hand, given)),
            ...rest,
            session: session === undefined ? undefined : await sessionInput(hand, session),
            source: source === undefined ? undefined : [{ title: source, ...(href === undefined ? {} : { href }) }],
          }
        },
        (recorded, { organization, member }) =>
          answer(ports, options.json, { organization, member, recorded: positionsOf(recorded) }, () => [
            `On record for ${organization}:${member}, at position ${recorded.firstPosition}.`,
          ]),
      ),
    )
}
