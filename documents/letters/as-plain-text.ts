import type { Catalog } from '../catalogs/catalog.ts'
import { formatMessage, type Message, toPlainText } from '../catalogs/message.ts'
import type { LetterText, Line, ListItem } from './letter-text.ts'

/** A letter as plain text. In a right-to-left letter each value is isolated, and in any other what is Arabic, so that a code or an address reads in its own direction. */
export function asPlainText(letter: LetterText, catalog: Catalog): string {
  const { direction } = catalog
  const colon = toPlainText(formatMessage(catalog, 'colon'))
  const write = (phrase: Message): string =>
    phrase.map((part) => (typeof part === 'string' ? part : direction === 'rtl' || part.language === 'ar' ? `\u2068${part.text}\u2069` : part.text)).join('')
  const lines = (from: readonly Line[]) => from.flatMap((each) => writtenLine(each, write, colon))
  const heading = (title: Message) => [write(title), '-'.repeat(Math.min(write(title).length, 72))]

  return `${[
    ...(letter.warning === null ? [] : [`*** ${write(letter.warning)} ***`, '']),
    ...lines(letter.head),
    '',
    write(letter.title),
    '',
    write(letter.salutation),
    ...letter.opening.flatMap((paragraph) => ['', write(paragraph)]),
    ...letter.obligations.flatMap((obligation) => ['', ...heading(obligation.title), ...lines(obligation.lines)]),
    ...(letter.list === null ? [] : ['', ...letter.list.items.flatMap((item, index) => listed(item, index + 1, write)), write(letter.list.note)]),
    ...letter.requested.flatMap(({ title, items }) => ['', ...heading(title), ...items.map((item) => `- ${write(item)}`)]),
    '',
    ...heading(letter.reply.title),
    ...letter.reply.paragraphs.map(write),
    ...letter.notes.flatMap((note) => ['', write(note)]),
    ...letter.closing.flatMap((paragraph) => ['', write(paragraph)]),
    '',
    '--',
    write(letter.footer),
  ].join('\n')}\n`
}

const listed = ({ title, details, days }: ListItem, place: number, write: (phrase: Message) => string): readonly string[] => [
  `${place}. ${write(title)}`,
  ...[...days, ...details].map((each) => `   ${write(each)}`),
  '',
]

function writtenLine({ label, value, remarks }: Line, write: (phrase: Message) => string, colon: string): readonly string[] {
  const [first, ...others] = value
  const said =
    first !== undefined && others.length === 0
      ? [`${write(label)}${colon}${write(first)}`]
      : [`${write(label)}${colon.trimEnd()}`, ...value.map((each) => `- ${write(each)}`)]
  return [...said, ...remarks.map((remark) => `  ${write(remark)}`)]
}
