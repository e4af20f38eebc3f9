import type { Command } from 'commander'
import { askedFromOutside } from '../activities/command.ts'
import { recordDecisionPayload } from '../activities/decision/decision-payload.ts'
import { recordDecision } from '../activities/decision/record-decision.ts'
import { foldDecision } from '../activities/fold.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { stream } from '../domain/obligation/obligation-id.ts'
import { answer } from './answer.ts'
import { decisionLines, shownDecision } from './decision-show.ts'
import { malformed } from './failure.ts'
import { givenFile } from './given-file.ts'
import { givenSession } from './given-ids.ts'
import { type Acting, withKey } from './key.ts'
import { byItsCode, dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'

type Wishes = Acting & {
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
    .action((wishes: Wishes) =>
      ports.change(wishes.data, async (hand) => {
        const { as, key, json, paragraph, text, on: takenOn, opens, code, file } = wishes
        const { session } = wishes
        const typed = Object.fromEntries(Object.entries({ session, paragraph, text, takenOn, opens, code }).filter(([, value]) => value !== undefined))
        if (file === undefined && [session, paragraph, text].some((each) => each === undefined))
          throw malformed('Give --session, --paragraph and --text, or a --file that holds them')
        const given = file === undefined ? recordDecisionPayload.parse(typed) : await givenFile(file, recordDecisionPayload, typed)
        const payload = typeof given.session === 'string' ? { ...given, session: await givenSession(hand, given.session) } : given
        const { decision, result } = await recordDecision(hand.house, askedFromOutside(as, 'record-decision', key, payload), payload)
        const { histories } = await hand.house.log.read([stream.decision(decision)])
        const shown = shownDecision(decision, foldDecision(histories[0]))
        const { firstPosition, lastPosition } = result
        await answer(ports, json, { ...shown, recorded: { firstPosition, lastPosition } }, () => [
          `Decision ${decision} is on record at position ${firstPosition}.`,
          ...decisionLines(shown),
        ])
      }),
    )
