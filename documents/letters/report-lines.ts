import { textIn } from '../../domain/languages.ts'
import { type Catalog, wordsOfKind } from '../catalogs/catalog.ts'
import { date, number } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { LetterFacts } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import type { ObligationFacts, ReportFacts } from './obligation-facts.ts'
import { line } from './return-lines.ts'

/** When a report came, on which day it says that the matter was done, and where that day falls. */
export function reportLines(obligation: ObligationFacts, { party }: LetterFacts, catalog: Catalog): readonly Line[] {
  const { report, kind } = obligation
  if (report === undefined) return []
  const { receivedOn, performedOn, value } = report
  const declared = kind.fields.find(({ name }) => name === kind.performedOn)
  const named = wordsOfKind(catalog, party.organization, kind.code).labels.performedOn
  const question: Message | undefined = declared !== undefined ? placeable(textIn(declared.label, catalog.language)) : named === undefined ? undefined : [named]
  const said = performedOn === null ? formatMessage(catalog, 'notStated') : date(catalog, performedOn)
  return [
    line(formatMessage(catalog, 'labelReceived'), date(catalog, receivedOn)),
    ...(question === undefined ? [] : [line(question, said, classRemarks(report, obligation.limits, catalog))]),
    ...(value === undefined ? [] : [line(formatMessage(catalog, 'labelValue'), placeable(number(catalog, String(value))))]),
  ]
}

function classRemarks(report: ReportFacts, limits: ObligationFacts['limits'], catalog: Catalog): readonly Message[] {
  if (report.class === null) return []
  // In time is what is done by the last day that stands open to all.
  const last = limits.filter(({ exceptional }) => !exceptional || report.class !== 'inTime').at(-1)?.date
  return [formatMessage(catalog, 'doneClass', { class: report.class, lastDay: last === undefined ? '' : date(catalog, last) })]
}
