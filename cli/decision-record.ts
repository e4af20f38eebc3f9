import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { malformed } from './failure.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import type { SeenInstallation } from './read-as.ts'
import { sessionInput } from './resolve-ids.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & {
  readonly session?: string
  readonly paragraph?: string
  readonly text?: string
  readonly on?: CalendarDate
  readonly opens?: string
  readonly code?: string
  readonly file?: string
}

export const recordDecisionCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('record', 'records what a body decided at a session that was held, and what follows from it')))
    .option('--session <session>', `the session, ${byItsCode('<body>-<number>')}`)
    .option('--paragraph <paragraph>', 'as printed: "12(b)"')
    .option('--text <text>', 'what was decided, as printed')
    .option('--on <date>', 'the day of the decision (default: the last day of the session, or today while it sits)', dayOption)
    .option('--opens <plan>', 'the plan of the seeds that it opens, as sp')
    .option('--code <code>', 'a code of its own, where another document of the session has a paragraph of this number')
    .option(
      '--file <file>',
      'the decision in YAML: these fields (session, paragraph, text, takenOn, opens, code), source, and what it enters, moves and releases',
    )
    .action((options: CommandOptions) =>
      give(
        ports,
        'record-decision',
        options,
        (hand) => payloadOf(hand, options),
        async ({ id, firstPosition, lastPosition }, _, { views }) => {
          const { decisionLines, shownDecision } = await import('./show-decision.ts')
          const row = await views.decision(id)
          if (row === null) throw new TypeError(`${id} was recorded and is not on record`)
          const shown = shownDecision(row)
          await answer(ports, options.json, { ...shown, recorded: { firstPosition, lastPosition } }, () => [
            `Decision ${id} is on record at position ${firstPosition}.`,
            ...decisionLines(shown),
          ])
        },
      ),
    )

/** What was typed, and what the file says beside it. */
async function payloadOf(hand: SeenInstallation, { session, paragraph, text, on: takenOn, opens, code, file }: CommandOptions) {
  const { recordDecisionPayload } = await import('../activities/decision/decision-payload.ts')
  const { inputFile } = await import('./input-file.ts')
  const typed = Object.fromEntries(Object.entries({ session, paragraph, text, takenOn, opens, code }).filter(([, value]) => value !== undefined))
  if (file === undefined && [session, paragraph, text].some((each) => each === undefined))
    throw malformed('Give --session, --paragraph and --text, or a --file that holds them')
  const given = file === undefined ? recordDecisionPayload.parse(typed) : await inputFile(file, recordDecisionPayload, typed)
  return typeof given.session === 'string' ? { ...given, session: await sessionInput(hand, given.session) } : given
}
