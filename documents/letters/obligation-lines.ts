import { textIn } from '../../domain/languages.ts'
import { placeAt } from '../../domain/report/places.ts'
import { type Catalog, type LetterMessage, word, wordsOfKind } from '../catalogs/catalog.ts'
import { timingRead } from '../catalogs/format-timing.ts'
import { date, number, provision } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import { placeLabel } from '../catalogs/place-label.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { limitLine } from './limit-line.ts'
import type { ObligationFacts, PrintedFacts } from './obligation-facts.ts'
import { reportLines } from './report-lines.ts'
import { line, returnLines } from './return-lines.ts'

/** What a letter says of one obligation: what asks it, what was reported, and each limit with how it was computed. */
export const obligationLines = (obligation: ObligationFacts, letter: LetterFacts, catalog: Catalog): readonly Line[] => [
  ...basisLines(obligation, letter, catalog),
  ...targetLines(obligation, catalog),
  ...reportLines(obligation, letter, catalog),
  ...returnLines(obligation, (field) => questionOf(field, obligation, catalog), catalog),
  ...obligation.limits.map((limit) => limitLine(limit, obligation, letter, catalog)),
]

function basisLines({ id, kind, basis, session }: ObligationFacts, { party }: LetterFacts, catalog: Catalog): readonly Line[] {
  const { labels } = wordsOfKind(catalog, party.organization, kind.code)
  const { code, source, printed, responsible } = basis
  const labelled = (own: string | undefined, common: LetterMessage): Message => (own === undefined ? formatMessage(catalog, common) : [own])
  return [
    ...(labels.basis === undefined ? [] : [line([labels.basis], placeable(code))]),
    line(labelled(labels.obligation, 'labelItem'), [...placeable(textIn(kind.name, catalog.language)), ' (', { text: id }, ')']),
    { label: labelled(labels.source, 'labelSource'), value: source.map((each) => provision(catalog, each)), remarks: [] },
    ...(printed === null ? [] : printedLines(printed, session, catalog)),
    ...(responsible === null || party.partyType === 'member'
      ? []
      : [line(formatMessage(catalog, 'labelResponsible'), placeable(responsible, { language: 'en' }))]),
  ]
}

function printedLines({ language, text, timing }: PrintedFacts, session: ObligationFacts['session'], catalog: Catalog): readonly Line[] {
  const { printed, parsed, status } = timing
  const value = printed === null ? formatMessage(catalog, 'timingUnprinted') : placeable(printed, { language })
  const undoubted = status === 'confirmed' || status === 'month-only'
  return [
    line(formatMessage(catalog, 'labelWords'), placeable(text, { language, block: true })),
    line(formatMessage(catalog, 'labelTiming'), value, [
      ...(printed === null && parsed.shape === 'none' ? [] : [formatMessage(catalog, 'timingRead', { timing: timingRead(parsed, session, catalog) })]),
      ...(undoubted ? [] : [formatMessage(catalog, 'timingDoubt', { status })]),
    ]),
  ]
}

/** @throws RangeError when the report has no question of that name: a letter with a gap in it must not go out */
export function questionOf(field: string, { id, kind }: ObligationFacts, catalog: Catalog): Message {
  const found = placeAt(kind.fields, field)
  if (found !== undefined) return placeLabel(found, catalog)
  if (kind.fields.length > 0) throw new RangeError(`${id}: its report has no question ${field}`)
  return [word(catalog, 'questionnaire', field)]
}

function targetLines({ target }: ObligationFacts, catalog: Catalog): readonly Line[] {
  if (target === undefined) return []
  const { atLeast, unit, newest } = target
  const counted = (value: number) => placeable(number(catalog, String(value)))
  const observed =
    newest === null
      ? formatMessage(catalog, 'notObserved')
      : formatMessage(catalog, 'observed', { value: counted(newest.value), date: date(catalog, newest.on) })
  return [
    line(
      formatMessage(catalog, 'labelTarget'),
      formatMessage(catalog, 'target', { value: counted(atLeast), unit: placeable(textIn(unit, catalog.language)) }),
      [observed],
    ),
  ]
}
