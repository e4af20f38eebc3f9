import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, type TextOptions, textsIn, usualCommand, withActor, withTexts } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting &
  TextOptions<'name'> & {
    readonly language: string
    readonly on?: CalendarDate
    readonly note?: string
    readonly source?: string
  }

export const admitCommand = (ports: CommandLinePorts): Command =>
  withTexts('name', withActor(withKey(usualCommand('admit', 'records the admission of a State: it owes for what is adopted from that day on'))))
    .argument('<organization>', 'its code')
    .argument('<state>', 'the code that it will have, as TON')
    .requiredOption('--language <language>', 'of letters to it, one in which its organization writes letters')
    .option('--on <date>', 'the day of the admission (default: today at the seat)', dayOption)
    .option('--note <text>', 'in the words of the source, where they say more')
    .option('--source <title>', 'the document that says so')
    .action((organization: string, state: string, options: CommandOptions) =>
      give(
        ports,
        'admit-member',
        options,
        async () => {
          const { language, on, note, source, ...texts } = options
          return {
            ...{ organization, member: state, name: textsIn('name', texts), letterLanguage: language },
            ...{ admittedOn: on, note, source: source === undefined ? undefined : [{ title: source }] },
          }
        },
        ({ firstPosition }) =>
          answer(ports, options.json, { organization, member: state, position: firstPosition }, () => [
            `${state} is on record as a Member of ${organization}, at position ${firstPosition}.`,
          ]),
      ),
    )
