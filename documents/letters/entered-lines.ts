import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { sessionOfBody, timingRead } from '../catalogs/format-timing.ts'
import { date, number } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { DayFacts, EnteredFacts } from './entered-facts.ts'
import type { EnteredLetter } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { answerLines } from './report-lines.ts'
import { line, returnLines } from './return-lines.ts'

/** What a letter says of one obligation of a declared kind: what the document prints, and each day with how it was reckoned. */
export function enteredLines(obligation: EnteredFacts, { date: letterDate, party }: EnteredLetter, catalog: Catalog): readonly Line[] {
  const { id, kind, row, responsible, days } = obligation
  const own = catalog.language
  return [
    line(formatMessage(catalog, 'labelItem'), [...placeable(textIn(kind.name, own)), ' (', { text: id }, ')']),
    { label: formatMessage(catalog, 'labelRow'), value: row.source.map((source) => placeable(source, { language: 'en' })), remarks: [] },
    line(formatMessage(catalog, 'labelWords'), placeable(row.printed.text, { language: row.printed.language, block: true })),
    timingLine(obligation, catalog),
    ...(responsible === undefined || party.partyType === 'member'
      ? []
      : [line(formatMessage(catalog, 'labelResponsible'), placeable(responsible, { language: 'en' }))]),
    ...targetLines(obligation, catalog),
    ...answerLines(obligation, catalog),
    ...returnLines(obligation, (field) => questionOf(field, obligation, catalog), catalog),
    ...days.map((day) => line(placeable(textIn(day.name, own)), date(catalog, day.date, true), dayRemarks(day, obligation, letterDate, catalog))),
  ]
}

function timingLine({ timing, row, session }: EnteredFacts, catalog: Catalog): Line {
  const { printed, parsed, status } = timing
  const value = printed === null ? formatMessage(catalog, 'timingUnprinted') : placeable(printed, { language: row.printed.language })
  const undoubted = status === 'confirmed' || status === 'month-only'
  return line(formatMessage(catalog, 'labelTiming'), value, [
    ...(printed === null && parsed.shape === 'none' ? [] : [formatMessage(catalog, 'timingRead', { timing: timingRead(parsed, session, catalog) })]),
    ...(undoubted ? [] : [formatMessage(catalog, 'timingDoubt', { status })]),
  ])
}

/** @throws RangeError when the report has no question of that name: a letter with a gap in it must not go out */
export function questionOf(field: string, { id, kind }: EnteredFacts, catalog: Catalog): Message {
  const found = kind.fields.find(({ name }) => name === field)
  if (found === undefined) throw new RangeError(`${id}: its report has no question ${field}`)
  return placeable(textIn(found.label, catalog.language))
}

function targetLines({ target }: EnteredFacts, catalog: Catalog): readonly Line[] {
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

function dayRemarks(day: DayFacts, obligation: EnteredFacts, letterDate: EnteredLetter['date'], catalog: Catalog): readonly Message[] {
  const { source, productDefault } = day.rule
  return [
    ...(day.date < letterDate ? [formatMessage(catalog, 'passed')] : []),
    computedDay(day, obligation, catalog),
    ...source.map((cited) => formatMessage(catalog, 'dayRule', { source: placeable(cited, { language: 'en' }) })),
    ...(productDefault ? [formatMessage(catalog, 'dayDefault')] : []),
    ...(day.basis.status === 'contradicted' ? [formatMessage(catalog, 'dayDoubt')] : []),
    ...(day.provisional ? [formatMessage(catalog, 'dayProvisional')] : []),
  ]
}

/** How the day was found, for a clerk to do again by hand. */
export function computedDay({ basis }: DayFacts, { session }: EnteredFacts, catalog: Catalog): Message {
  const counted = { days: basis.daysBefore, day: date(catalog, basis.day) }
  if (basis.from === 'timing') return formatMessage(catalog, 'computedTiming', counted)
  const event = basis.from === 'session-opening' ? 'opening' : 'closing'
  return formatMessage(catalog, 'computedSession', { ...counted, event, session: sessionOfBody(session, catalog) })
}
