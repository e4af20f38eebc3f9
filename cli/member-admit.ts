import type { Command } from 'commander'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { give } from './give.ts'
import { type Acting, withKey } from './key.ts'
import { dayOption, usualCommand, withActor } from './options.ts'
import type { CommandLinePorts } from './ports.ts'
import { answer } from './write-output.ts'

type CommandOptions = Acting & {
  readonly nameEn?: string
  readonly nameFr?: string
  readonly nameEs?: string
  readonly nameAr?: string
  readonly language: string
  readonly on?: CalendarDate
  readonly note?: string
  readonly source?: string
}

export const admitCommand = (ports: CommandLinePorts): Command =>
  withActor(withKey(usualCommand('admit', 'records the admission of a State: it owes for what is adopted from that day on')))
    .argument('<organization>', 'its code')
    .argument('<state>', 'the code that it will have, as TON')
    .option('--name-en <name>', 'in English')
    .option('--name-fr <name>', 'in French')
    .option('--name-es <name>', 'in Spanish')
    .option('--name-ar <name>', 'in Arabic')
    .requiredOption('--language <language>', 'of letters to it: en, fr, es or ar')
    .option('--on <date>', 'the day of the admission (default: today at the seat)', dayOption)
    .option('--note <text>', 'in the words of the source, where they say more')
    .option('--source <title>', 'the document that says so')
    .action((organization: string, state: string, options: CommandOptions) =>
      give(
        ports,
        'admit-member',
        options,
        async () => {
          const { nameEn, nameFr, nameEs, nameAr, language, on, note, source } = options
          return {
            ...{ organization, member: state, name: { en: nameEn, fr: nameFr, es: nameEs, ar: nameAr }, letterLanguage: language },
            ...{ admittedOn: on, note, source: source === undefined ? undefined : [{ title: source }] },
          }
        },
        ({ firstPosition }) =>
          answer(ports, options.json, { organization, member: state, position: firstPosition }, () => [
            `${state} is on record as a Member of ${organization}, at position ${firstPosition}.`,
          ]),
      ),
    )
