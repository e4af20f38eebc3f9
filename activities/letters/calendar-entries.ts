import type { EnteredFacts } from './entered-facts.ts'
import { questionOf, reckonedDay } from './entered-lines.ts'
import { reckoned } from './instrument-lines.ts'
import { provision } from './legal-words.ts'
import type { CalendarEntry, DeadlineFacts, EnteredLetter, InstrumentFacts, InstrumentLetter, LetterFacts, ToldFacts } from './letter-facts.ts'
import { inset, type Phrase, plain, say } from './phrase.ts'
import { shortTitle } from './short-title.ts'
import { type Wording, word } from './wording.ts'

/**
 * The days that a letter puts into its reader's calendar: the last days of each obligation, or the day by which a report is to be completed.
 *
 * A reminder or an acknowledgement carries the days that an earlier letter gave, under the same uid: they replace them there.
 */
export function calendarEntries(facts: LetterFacts, wording: Wording): readonly CalendarEntry[] {
  if (facts.family === 'entered') return facts.obligations.flatMap((obligation) => enteredEntries(obligation, facts, wording))
  return facts.obligations.flatMap((obligation) => instrumentEntries(obligation, facts, wording))
}

function instrumentEntries(obligation: InstrumentFacts, facts: InstrumentLetter, wording: Wording): readonly CalendarEntry[] {
  if (facts.kind !== 'return') return deadlineEntries(obligation, facts, wording)
  const summary = say(wording, 'calendarReturn', { code: obligation.instrument.code, state: facts.debtor.name[wording.language] })
  return returnEntries(obligation, summary, (field) => [word(wording, 'questionnaire', field)], facts, wording)
}

function enteredEntries(obligation: EnteredFacts, facts: EnteredLetter, wording: Wording): readonly CalendarEntry[] {
  const own = wording.language
  const named = { title: inset(shortTitle(obligation.title[own])), debtor: inset(facts.debtor.name[own]) }
  if (facts.kind === 'return')
    return returnEntries(obligation, say(wording, 'calendarReportReturned', named), (field) => questionOf(field, obligation, wording), facts, wording)
  return obligation.days.map((each) => {
    const summary =
      facts.kind === 'acknowledgement' ? say(wording, 'calendarReportReceived', named) : say(wording, 'calendarDay', { ...named, day: inset(each.name[own]) })
    return {
      uid: `${obligation.id}/${each.stage}@follow-up`,
      date: each.date,
      summary: marked(facts, wording, each.provisional ? say(wording, 'calendarProvisional', { summary }) : summary),
      description: [...obligation.row.source.map((source) => inset(source)), reckonedDay(each, obligation, wording), ...replyTo(facts, wording)]
        .map(plain)
        .join('\n'),
    }
  })
}

function deadlineEntries(obligation: InstrumentFacts, facts: InstrumentLetter, wording: Wording): readonly CalendarEntry[] {
  const { id, instrument, kind, provision: cited, deadlines } = obligation
  const state = facts.debtor.name[wording.language]
  return deadlines.map((deadline) => {
    const stage = word(wording, 'stages', deadline.stage)
    const summary =
      facts.kind === 'acknowledgement'
        ? say(wording, 'calendarReported', { code: instrument.code, state })
        : say(wording, 'calendarDeadline', { code: instrument.code, state, stage, duty: kind })
    return {
      uid: `${id}/${deadline.stage}@follow-up`,
      date: deadline.date,
      summary: marked(facts, wording, deadline.provisional ? say(wording, 'calendarProvisional', { summary }) : summary),
      description: description(deadline, cited, facts, wording),
    }
  })
}

const description = (deadline: DeadlineFacts, cited: string, facts: LetterFacts, wording: Wording): string =>
  [provision(wording, cited), reckoned(deadline, wording), ...replyTo(facts, wording)].map(plain).join('\n')

function returnEntries(
  { id, missing = [], returnDue }: ToldFacts,
  summary: Phrase,
  labelOf: (field: string) => Phrase,
  facts: LetterFacts,
  wording: Wording,
): readonly CalendarEntry[] {
  if (returnDue === undefined) return []
  const lacks = missing.map((field): Phrase => ['- ', ...labelOf(field)])
  return [
    {
      uid: `${id}/return@follow-up`,
      date: returnDue,
      summary: marked(facts, wording, summary),
      description: [...lacks, ...replyTo(facts, wording)].map(plain).join('\n'),
    },
  ]
}

const replyTo = ({ reply, letterId }: LetterFacts, wording: Wording): readonly Phrase[] => [
  say(wording, 'replyAddress', { address: reply.address, reference: letterId }),
]

const marked = ({ synthetic }: LetterFacts, wording: Wording, summary: Phrase): string =>
  plain(synthetic ? say(wording, 'syntheticSubject', { subject: summary }) : summary)
