import { date } from './legal-words.ts'
import type { ToldFacts } from './letter-facts.ts'
import type { Line } from './letter-text.ts'
import { inset, type Phrase, say } from './phrase.ts'
import type { Wording } from './wording.ts'

export const line = (label: Phrase, value: Phrase, remarks: readonly Phrase[] = []): Line => ({ label, value: [value], remarks })

/**
 * What a report lacks, what the reviewer wrote, and by when the rest is asked for.
 *
 * @param labelOf the words for a question of the report
 */
export function returnLines({ missing = [], remarks, returnDue }: ToldFacts, labelOf: (field: string) => Phrase, wording: Wording): readonly Line[] {
  return [
    ...(missing.length === 0 ? [] : [{ label: say(wording, 'labelMissing'), value: missing.map(labelOf), remarks: [] }]),
    ...(remarks === undefined ? [] : [line(say(wording, 'labelRemarks'), inset(remarks))]),
    ...(returnDue === undefined ? [] : [line(say(wording, 'labelReturnDue'), date(wording, returnDue, true))]),
  ]
}
