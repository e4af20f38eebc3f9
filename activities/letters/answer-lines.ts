import type { AnswerFacts, EnteredFacts } from './entered-facts.ts'
import { date, number } from './legal-words.ts'
import type { Line } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { line } from './told-lines.ts'
import type { Wording } from './wording.ts'

/** When a report came, on which day it says that the matter was done, and where that day falls. */
export function answerLines({ report, kind, days }: EnteredFacts, wording: Wording): readonly Line[] {
  if (report === undefined) return []
  const { receivedOn, doneOn, value } = report
  const asked = kind.fields.find(({ performedOn }) => performedOn)
  const last = days.at(-1)?.date
  return [
    line(say(wording, 'labelAnswered'), date(wording, receivedOn)),
    ...(asked === undefined
      ? []
      : [
          line(
            inset(asked.label[wording.language]),
            doneOn === null ? say(wording, 'notStated') : date(wording, doneOn),
            classRemarks(report, last === undefined ? '' : date(wording, last), wording),
          ),
        ]),
    ...(value === undefined ? [] : [line(say(wording, 'labelValue'), inset(number(wording, String(value))))]),
  ]
}

const classRemarks = (report: AnswerFacts, lastDay: Phrase | string, wording: Wording): readonly Phrase[] =>
  report.class === null ? [] : [say(wording, 'doneClass', { class: report.class, lastDay })]
