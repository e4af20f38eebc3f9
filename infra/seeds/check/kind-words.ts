import { argumentsIn } from '../../../documents/catalogs/arguments-in.ts'
import { calendarArguments, provisionArguments, sentenceArguments } from '../../../documents/catalogs/kind-words.ts'
import { type InLanguages, languages } from '../../../domain/languages.ts'
import { type LetterKind, letterKinds } from '../../../domain/letter/events.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import type { KindSeed } from '../schema/kind.ts'
import type { FieldPath } from '../yaml-file.ts'

/** A kind has words for each letter that it sends and for no other, and they draw on nothing that its letters do not know. */
export const checkKindWords = (seeds: ParsedOrganization): readonly Problem[] =>
  seeds.kinds.flatMap((kind) => [...checkLetters(kind), ...checkLabels(kind), ...checkMessages(kind)])

/** Every report is acknowledged or returned, so these two letters are of every kind. */
const sentBy = ({ letters }: KindSeed): ReadonlySet<LetterKind> => new Set([...letters.map(({ letter }) => letter), 'acknowledgement', 'return'])

function checkLetters({ file, value }: Parsed<KindSeed>): readonly Problem[] {
  const sent = sentBy(value)
  return letterKinds.flatMap((letter) => {
    const has = value.words.letters[letter] !== undefined
    if (has === sent.has(letter)) return []
    return has
      ? [problemAt(file, ['words', 'letters', letter], `This kind sends no letter ${letter}. Take its words out, or name the letter in \`letters\`.`)]
      : [
          problemAt(
            file,
            ['words', 'letters'],
            `This kind sends ${letter} and has no words for it. Write its subject and its opening, or \`${letter}: common\`.`,
          ),
        ]
  })
}

/** The day on which it was done has a label of its own: that of its field, or where the form is a named one, this. */
function checkLabels({ file, value: { report, words } }: Parsed<KindSeed>): readonly Problem[] {
  const isNamedForm = report.form !== undefined
  if (isNamedForm === (words.labels.performedOn !== undefined)) return []
  return isNamedForm
    ? [problemAt(file, ['words', 'labels'], 'Letters have no words for the day on which it was done. Add the label `performedOn`.')]
    : [problemAt(file, ['words', 'labels', 'performedOn'], 'The field that gives the day has a label of its own. Take this one out.')]
}

function checkMessages({ file, value }: Parsed<KindSeed>): readonly Problem[] {
  const { labels, calendar, letters } = value.words
  const known = [...sentenceArguments, ...(value.provisions === undefined ? [] : provisionArguments)]
  const messages = [
    ...Object.entries(labels).map(([label, texts]) => ({ path: ['labels', label], texts, may: [], isDated: true })),
    { path: ['calendar'], texts: calendar, may: calendarArguments, isDated: true },
    ...letterKinds.flatMap((letter) => {
      const own = letters[letter]
      if (own === undefined || own === 'common') return []
      const isDated = isCountedFromLimit(letter, value)
      return Object.entries(own).map(([part, texts]) => ({ path: ['letters', letter, part], texts, may: known, isDated }))
    }),
  ]
  return messages.flatMap(({ path, texts, may, isDated }) =>
    (texts === undefined ? [] : textsOf(texts)).flatMap(([language, text]) => {
      const at: FieldPath = ['words', ...path, language]
      return [...faultsOf(text, may), ...(isDated ? [] : undatedFaults(text))].map((what) => problemAt(file, at, what))
    }),
  )
}

/** Whether the letter goes only after a limit whose day is known: else none may be known when it is written. */
const isCountedFromLimit = (letter: LetterKind, { letters }: KindSeed): boolean => {
  const rules = letters.filter((rule) => rule.letter === letter)
  return rules.length > 0 && rules.every(({ from }) => typeof from === 'object' && 'limit' in from)
}

const textsOf = (texts: InLanguages) => languages.flatMap((language) => (texts[language] === undefined ? [] : [[language, texts[language]] as const]))

function faultsOf(text: string, may: readonly string[]): readonly string[] {
  const names = argumentsIn(text)
  if (names === null) return ['This is no ICU message. See that its braces match, and that each select and plural has an `other`.']
  return names
    .filter((name) => !may.includes(name))
    .map((name) => `There is no argument ${name} here. ${may.length === 0 ? 'A label takes none.' : `Use ${may.join(', ')}.`}`)
}

const undatedFaults = (text: string): readonly string[] =>
  argumentsIn(text, { select: 'dated', option: 'yes' })?.includes('lastDay')
    ? ['No last day may be known when this letter is written. Put what speaks of it into {dated, select, yes {…} other {…}}.']
    : []
