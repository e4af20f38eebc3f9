import { provision } from './legal-words.ts'
import type { CalendarEntry, DeadlineFacts, LetterFacts, ObligationFacts } from './letter-facts.ts'
import { reckoned } from './obligation-lines.ts'
import { inset, type Phrase, plain, say } from './phrase.ts'
import { type Wording, word } from './wording.ts'

/**
 * The days that a letter puts into its reader's calendar: the last days of each obligation, or the day by which a report is to be completed.
 *
 * A reminder or an acknowledgement carries the days that an earlier letter gave, under the same uid: they replace them there.
 */
export const calendarEntries = (facts: LetterFacts, wording: Wording): readonly CalendarEntry[] =>
  facts.obligations.flatMap((obligation) => (facts.kind === 'return' ? returnEntries : deadlineEntries)(obligation, facts, wording))

function deadlineEntries(obligation: ObligationFacts, facts: LetterFacts, wording: Wording): readonly CalendarEntry[] {
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

function returnEntries({ id, instrument, missing = [], returnDue }: ObligationFacts, facts: LetterFacts, wording: Wording): readonly CalendarEntry[] {
  if (returnDue === undefined) return []
  const summary = say(wording, 'calendarReturn', { code: instrument.code, state: facts.debtor.name[wording.language] })
  const lacks = missing.map((field) => inset(`- ${word(wording, 'questionnaire', field)}`))
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
