import { date, provision, session } from './legal-words.ts'
import type { DeadlineFacts, InstrumentFacts, InstrumentLetter } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import { line, returnLines } from './told-lines.ts'
import { bodyIn, type Wording, word } from './wording.ts'

/** What a letter says of one obligation: the instrument, its legal source, and the dates that this kind of letter is about. */
export function obligationLines(obligation: InstrumentFacts, facts: InstrumentLetter, wording: Wording): readonly Line[] {
  const { instrument } = obligation
  return [
    line(say(wording, 'labelInstrument'), inset(instrument.code)),
    line(say(wording, 'labelObligation'), [obligation.kindName[wording.language], ' (', { text: obligation.id }, ')']),
    line(say(wording, 'labelProvision'), provision(wording, obligation.provision)),
    ...reportLines(obligation, wording),
    ...returnLines(obligation, (field) => [word(wording, 'questionnaire', field)], wording),
    ...obligation.deadlines.map((deadline) => deadlineLine(deadline, facts, wording)),
  ]
}

function deadlineLine(deadline: DeadlineFacts, { date: letterDate }: InstrumentLetter, wording: Wording): Line {
  const { reckoning, printed } = deadline
  const months = say(wording, 'months', { count: reckoning.period.months })
  const label = say(wording, deadline.exceptional ? 'labelExceptionalLimit' : 'labelLimit', { months })
  const source = printed === undefined ? undefined : inset(printed.source)
  return line(label, date(wording, deadline.date, true), [
    ...(deadline.date < letterDate ? [say(wording, 'passed')] : []),
    reckoned(deadline, wording),
    ...(source === undefined ? [] : [printedRemark(deadline, source, wording)]),
    ...(printed?.language === wording.language ? [say(wording, 'printedWording', { wording: inset(printed.wording) })] : []),
    ...(reckoning.unconfirmed && printed === undefined ? [say(wording, 'reckonedUnconfirmed')] : []),
    ...(deadline.provisional ? [say(wording, 'provisionalDate')] : []),
  ])
}

/** How the date follows from the closing, for a clerk to do again by hand. */
export function reckoned({ reckoning }: DeadlineFacts, wording: Wording): Phrase {
  const { event } = reckoning
  return say(wording, reckoning.convention === 'anniversary' ? 'reckonedAnniversary' : 'reckonedDayBefore', {
    countedFrom: date(wording, reckoning.countedFrom),
    session: session(wording, event.session),
    ofBody: bodyIn(wording, event)?.of ?? inset(`(${event.body})`),
    months: say(wording, 'months', { count: reckoning.period.months }),
    anniversary: date(wording, reckoning.anniversary),
    dueOn: date(wording, reckoning.dueOn),
  })
}

function printedRemark({ date: governing, reckoning }: DeadlineFacts, source: Phrase, wording: Wording): Phrase {
  if (governing === reckoning.dueOn) return say(wording, 'printedSame', { source })
  return say(wording, 'printedDiffers', { source, dueOn: date(wording, reckoning.dueOn) })
}

function reportLines({ report, kind }: InstrumentFacts, wording: Wording): readonly Line[] {
  if (report === undefined) return []
  const { receivedOn, submissionDate, submissionClass } = report
  const remarks = submissionClass === null ? [] : [say(wording, 'classOfDate', { class: word(wording, 'submissionClasses', submissionClass) })]
  return [
    line(say(wording, 'labelReceived'), date(wording, receivedOn)),
    line(say(wording, 'labelSubmitted', { duty: kind }), submissionDate === null ? say(wording, 'notReported') : date(wording, submissionDate), remarks),
  ]
}
