import { type LetterKind, letterKinds } from '../letter/events.ts'
import type { Letter } from '../letter/letter.ts'
import type { KnownObligation } from '../obligation/state.ts'
import { submissionClass } from '../report/submission-class.ts'

type IssuedLetter = Extract<Letter, { status: 'issued' }>

export type LetterCounts = Readonly<Record<LetterKind, number>>

/** Letters that the relay took, by kind. A letter that lists several obligations counts once. */
export const letterCounts = (letters: readonly Pick<IssuedLetter, 'kind' | 'outcome'>[]): LetterCounts => {
  const accepted = letters.filter(({ outcome }) => outcome === 'accepted')
  return Object.fromEntries(letterKinds.map((kind) => [kind, accepted.filter((letter) => letter.kind === kind).length])) as LetterCounts
}

export type Outcomes = { readonly inTime: number; readonly inExceptionalWindow: number; readonly late: number; readonly open: number }

/** Obligations by how they ended: discharged ones by the class of their submission, the others open. */
export function outcomes(obligations: readonly KnownObligation[]): Outcomes {
  const counts = { inTime: 0, inExceptionalWindow: 0, late: 0, open: 0 }
  for (const obligation of obligations) counts[outcomeOf(obligation)] += 1
  return counts
}

/** @throws TypeError when a discharged obligation has no date of submission, which no complete report leaves out */
function outcomeOf({ status, reports, dischargedBy, deadlines }: KnownObligation): keyof Outcomes {
  if (status === 'open') return 'open'
  const submittedOn = reports.find(({ id }) => id === dischargedBy)?.submissionDate ?? null
  if (submittedOn === null) throw new TypeError(`The report ${dischargedBy} discharged an obligation without a date of submission`)
  return submissionClass(submittedOn, deadlines)
}
