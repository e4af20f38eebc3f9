import { textIn } from '../../domain/languages.ts'
import { bodyIn, type Catalog, word } from '../catalogs/catalog.ts'
import { date, periodIn, provision, session } from '../catalogs/legal-terms.ts'
import { formatMessage, type Message, placeable } from '../catalogs/message.ts'
import type { DeadlineFacts, InstrumentFacts, InstrumentLetter } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { line, returnLines } from './return-lines.ts'

/** What a letter says of one obligation: the instrument, its legal source, and the dates that this kind of letter is about. */
export function obligationLines(obligation: InstrumentFacts, facts: InstrumentLetter, catalog: Catalog): readonly Line[] {
  const { instrument } = obligation
  return [
    line(formatMessage(catalog, 'labelInstrument'), placeable(instrument.code)),
    line(formatMessage(catalog, 'labelObligation'), [textIn(obligation.kindName, catalog.language), ' (', { text: obligation.id }, ')']),
    line(formatMessage(catalog, 'labelProvision'), provision(catalog, obligation.provision)),
    ...reportLines(obligation, catalog),
    ...returnLines(obligation, (field) => [word(catalog, 'questionnaire', field)], catalog),
    ...obligation.limits.map((deadline) => deadlineLine(deadline, facts, catalog)),
  ]
}

function deadlineLine(deadline: DeadlineFacts, { date: letterDate }: InstrumentLetter, catalog: Catalog): Line {
  const { computation, printed } = deadline
  const months = periodIn(catalog, computation.period)
  const label = formatMessage(catalog, deadline.exceptional ? 'labelExceptionalLimit' : 'labelLimit', { months })
  const source = printed === undefined ? undefined : placeable(printed.source)
  return line(label, date(catalog, deadline.date, true), [
    ...(deadline.date < letterDate ? [formatMessage(catalog, 'passed')] : []),
    computed(deadline, catalog),
    ...(source === undefined ? [] : [printedRemark(deadline, source, catalog)]),
    ...(printed?.language === catalog.language ? [formatMessage(catalog, 'printedWording', { wording: placeable(printed.wording) })] : []),
    ...(computation.unconfirmed && printed === undefined ? [formatMessage(catalog, 'computedUnconfirmed')] : []),
    ...(deadline.provisional ? [formatMessage(catalog, 'provisionalDate')] : []),
  ])
}

/** How the date follows from the closing, for a clerk to do again by hand. */
export function computed({ computation }: DeadlineFacts, catalog: Catalog): Message {
  const { event } = computation
  return formatMessage(catalog, computation.convention === 'anniversary' ? 'computedAnniversary' : 'computedDayBefore', {
    countedFrom: date(catalog, computation.countedFrom),
    session: session(catalog, event.session),
    ofBody: bodyIn(catalog, event)?.of ?? placeable(`(${event.body})`),
    months: periodIn(catalog, computation.period),
    anniversary: date(catalog, computation.nominalOn),
    dueOn: date(catalog, computation.dueOn),
  })
}

function printedRemark({ date: governing, computation }: DeadlineFacts, source: Message, catalog: Catalog): Message {
  if (governing === computation.dueOn) return formatMessage(catalog, 'printedSame', { source })
  return formatMessage(catalog, 'printedDiffers', { source, dueOn: date(catalog, computation.dueOn) })
}

function reportLines({ report, kind }: InstrumentFacts, catalog: Catalog): readonly Line[] {
  if (report === undefined) return []
  const { receivedOn, submissionDate, submissionClass } = report
  const remarks = submissionClass === null ? [] : [formatMessage(catalog, 'classOfDate', { class: word(catalog, 'submissionClasses', submissionClass) })]
  return [
    line(formatMessage(catalog, 'labelReceived'), date(catalog, receivedOn)),
    line(
      formatMessage(catalog, 'labelSubmitted', { duty: kind }),
      submissionDate === null ? formatMessage(catalog, 'notReported') : date(catalog, submissionDate),
      remarks,
    ),
  ]
}
