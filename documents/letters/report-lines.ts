import { textOr } from '../../domain/languages.ts'
import { type Catalog, word } from '../catalogs/catalog.ts'
import { date, number } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { Line } from './letter-text.ts'
import type { ObligationFacts, ReportFacts } from './obligation-facts.ts'
import { line } from './return-lines.ts'

/** When a report came, on which day it says that the matter was done, and where that day falls. */
export function reportLines(obligation: ObligationFacts, catalog: Catalog): readonly Line[] {
  const { report, kind, limits } = obligation
  if (report === undefined) return []
  const { receivedOn, performedOn, value } = report
  const question = kind.fields.find((field) => field.performedOn)
  const isNamedForm = kind.fields.length === 0
  const unsaid = formatMessage(catalog, isNamedForm ? 'notReported' : 'notStated')
  const label = isNamedForm ? formatMessage(catalog, 'labelSubmitted', { duty: kind.code }) : placeable(textOr(question?.label, catalog.language, ''))
  return [
    line(formatMessage(catalog, isNamedForm ? 'labelReceived' : 'labelAnswered'), date(catalog, receivedOn)),
    ...(question === undefined && !isNamedForm
      ? []
      : [line(label, performedOn === null ? unsaid : date(catalog, performedOn), classRemarks(report, limits, isNamedForm, catalog))]),
    ...(value === undefined ? [] : [line(formatMessage(catalog, 'labelValue'), placeable(number(catalog, String(value))))]),
  ]
}

function classRemarks(report: ReportFacts, limits: ObligationFacts['limits'], byDateAlone: boolean, catalog: Catalog): readonly Message[] {
  if (report.class === null) return []
  if (byDateAlone && report.class !== 'undated') return [formatMessage(catalog, 'classOfDate', { class: word(catalog, 'submissionClasses', report.class) })]
  const last = limits.at(-1)?.date
  return [formatMessage(catalog, 'doneClass', { class: report.class, lastDay: last === undefined ? '' : date(catalog, last) })]
}
