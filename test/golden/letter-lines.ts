import type { LetterRow } from '../../activities/views.ts'
import { goldenName } from './names.ts'
import type { RecordFacts } from './record-facts.ts'

/** One line for each letter, in byte order of its id. */
export const letterLines = (rows: readonly LetterRow[], record: RecordFacts): readonly object[] =>
  rows
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map(({ id, letter: { kind, party, obligations, issuedOn, dueOn, sentOn, outcome, messageId } }) => ({
      letter: id,
      kind: goldenName(kind),
      party: party,
      language: record.languageOf(id),
      fellDueOn: dueOn,
      issuedOn,
      sentOn,
      outcome: goldenName(outcome),
      obligations,
      messageId,
    }))
