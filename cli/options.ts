import { Command, InvalidArgumentError, Option } from 'commander'
import { actorName, actorNamed, type NamedActor } from '../domain/actor-name.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { languages } from '../domain/language-codes.ts'
import { exitCodesExplained } from './exit-codes.ts'

/** What every command takes. */
export type Usual = { readonly json: boolean; readonly data: string }

/** A command with the options that every command takes. `commands.ts` describes those of `follow-up` itself. */
export const usualCommand = (name: string, description = ''): Command =>
  new Command(name)
    .description(description)
    .option('--json', 'one line of JSON on standard output and nothing else', false)
    .addOption(new Option('--data <dir>', 'data directory of the installation').default('.follow-up').env('FOLLOW_UP_DATA'))
    .showHelpAfterError('(--help shows what there is)')
    .addHelpText('after', exitCodesExplained)

/** A command that reads, as whoever `--as` names. */
export const readingCommand = (name: string, description = ''): Command =>
  usualCommand(name, description).addOption(
    new Option(
      '--as <actor>',
      'who reads: ministry:FRA, or <organization>/secretariat, reviewer, auditor (default: those who operate the installation)',
    ).argParser(actorOption),
  )

/** A day as laws write it. */
export function dayOption(text: string): CalendarDate {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) throw new InvalidArgumentError(`"${text}" is no date: write it as 2013-06-13.`)
  if (!isDay(text)) throw new InvalidArgumentError(`There is no day ${text}.`)
  return text
}

/** Without the domain's schema: options are declared by commands that are asked for their help alone. */
const isDay = (text: string): text is CalendarDate => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) ?? false

/** A whole number between two, both included. */
export const numberOption =
  (least: number, most: number) =>
  (text: string): number => {
    const number = Number(text)
    if (!/^\d{1,15}$/.test(text) || number < least || number > most) throw new InvalidArgumentError(`"${text}" is no whole number from ${least} to ${most}.`)
    return number
  }

/** `ministry:FRA`, `secretariat`, `reviewer` or `auditor`. */
export function actorOption(text: string): NamedActor {
  const actor = actorNamed(text)
  if (actor === null)
    throw new InvalidArgumentError(`"${text}" is nobody who may act: write ministry:FRA (the code of its party), secretariat, reviewer or auditor.`)
  return actor
}

/** Words in languages as options hold them: `nameEn`, `titleFr`. */
export type TextOptions<Name extends string> = { readonly [each in `${Name}${Capitalize<(typeof languages)[number]>}`]?: string }

/** Gives a command an option for each language, `--title-fr <title>`: those of its organization have to be given, and no others need be. */
export const withTexts = (name: 'name' | 'title', command: Command): Command =>
  languages.reduce((each, language) => each.option(`--${name}-${language} <${name}>`, `in ${inEnglish.of(language)}, where the organization uses it`), command)

/** The words given, by language. */
export const textsIn = <Name extends string>(name: Name, options: TextOptions<Name>): Readonly<Record<string, string | undefined>> =>
  Object.fromEntries(languages.map((language) => [language, options[`${name}${capitalized(language)}`]]))

const inEnglish = new Intl.DisplayNames('en', { type: 'language' })

const capitalized = <Text extends string>(text: Text): Capitalize<Text> => `${text.charAt(0).toUpperCase()}${text.slice(1)}` as Capitalize<Text>

/** How a help text says which obligation is meant. */
export const obligationArgument = 'by its id, <organization>:<request>:<kind>:<party>, as "status --json" lists them'

/** How a help text says which of several things is meant, each known by a code of its organization. */
export const byItsCode = (example: string): string => `by its code, ${example}, or whole: <organization>:${example}`

/** Whoever sits at the machine itself is taken for the secretariat where nobody else is named. */
export const secretariat: NamedActor = { role: 'secretariat', id: 'secretariat' }

/** Gives a command `--as`. Where the secretariat may not give it, somebody has to be named. */
export const withActor = (command: Command, whenNotNamed: NamedActor | null = secretariat): Command =>
  whenNotNamed === null
    ? command.requiredOption('--as <actor>', 'who acts: ministry:FRA, secretariat, reviewer, auditor; or <organization>/secretariat', actorOption)
    : command.addOption(
        new Option('--as <actor>', 'who acts: ministry:FRA, secretariat, reviewer, auditor; or <organization>/secretariat')
          .argParser(actorOption)
          .default(whenNotNamed, actorName(whenNotNamed)),
      )
