import { textIn } from '../../domain/languages.ts'
import type { Catalog } from '../catalogs/catalog.ts'
import { date, number } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { AnswerFacts, EnteredFacts } from './entered-facts.ts'
import type { Line } from './letter-text.ts'
import { line } from './return-lines.ts'

/** When a report came, on which day it says that the matter was done, and where that day falls. */
export function answerLines({ report, kind, days }: EnteredFacts, catalog: Catalog): readonly Line[] {
  if (report === undefined) return []
  const { receivedOn, doneOn, value } = report
  const requested = kind.fields.find(({ performedOn }) => performedOn)
  const last = days.at(-1)?.date
  return [
    line(formatMessage(catalog, 'labelAnswered'), date(catalog, receivedOn)),
    ...(requested === undefined
      ? []
      : [
          line(
            placeable(textIn(requested.label, catalog.language)),
            doneOn === null ? formatMessage(catalog, 'notStated') : date(catalog, doneOn),
            classRemarks(report, last === undefined ? '' : date(catalog, last), catalog),
          ),
        ]),
    ...(value === undefined ? [] : [line(formatMessage(catalog, 'labelValue'), placeable(number(catalog, String(value))))]),
  ]
}

const classRemarks = (report: AnswerFacts, lastDay: Message | string, catalog: Catalog): readonly Message[] =>
  report.class === null ? [] : [formatMessage(catalog, 'doneClass', { class: report.class, lastDay })]
