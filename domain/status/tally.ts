import type { LetterKind } from '../letter/events.ts'
import type { Letter } from '../letter/letter.ts'
import { instrumentOf } from '../obligation/basis.ts'
import type { KnownObligation } from '../obligation/state.ts'
import { performanceClass } from './performance.ts'

type IssuedLetter = Extract<Letter, { status: 'issued' }>

/** The letters about submission. */
const ofSubmission = ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'] as const satisfies readonly LetterKind[]

/** The letters about obligations of declared kinds. */
const ofDeclaredKinds = ['request', 'notice', 'reminder', 'invitation', 'acknowledgement', 'return'] as const satisfies readonly LetterKind[]

export type LetterCounts = Readonly<Record<(typeof ofSubmission)[number], number>>

/** Letters that the relay took, by kind. A letter that lists several obligations counts once. */
export const letterCounts = (letters: readonly Pick<IssuedLetter, 'kind' | 'outcome'>[]): LetterCounts => counted(letters, ofSubmission)

function counted<Kind extends LetterKind>(letters: readonly Pick<IssuedLetter, 'kind' | 'outcome'>[], kinds: readonly Kind[]): Readonly<Record<Kind, number>> {
  const accepted = letters.filter(({ outcome }) => outcome === 'accepted')
  return Object.fromEntries(kinds.map((kind) => [kind, accepted.filter((letter) => letter.kind === kind).length])) as Record<Kind, number>
}

export type Outcomes = { readonly inTime: number; readonly inExceptionalWindow: number; readonly late: number; readonly open: number }

/** Obligations by how they ended: discharged ones by the class of their submission, the others open. */
export function outcomes(obligations: readonly KnownObligation[]): Outcomes {
  const { inTime, inExceptionalWindow, late, open } = countedOutcomes(obligations)
  return { inTime, inExceptionalWindow, late, open }
}

/** The end of each obligation, `undated` where no day was set to be met. */
export type Outcome = 'inTime' | 'inExceptionalWindow' | 'late' | 'undated' | 'released' | 'open'

function countedOutcomes(obligations: readonly KnownObligation[]): Readonly<Record<Outcome, number>> {
  const counts = { inTime: 0, inExceptionalWindow: 0, late: 0, undated: 0, released: 0, open: 0 }
  for (const obligation of obligations) counts[outcomeOf(obligation)] += 1
  return counts
}

/**
 * How one obligation ended, or that it is open.
 *
 * @throws TypeError when a discharged obligation has no date of performance, which no complete report leaves out
 */
export function outcomeOf(state: KnownObligation): Outcome {
  if (state.status !== 'discharged') return state.status
  const doneOn = state.reports.find(({ id }) => id === state.dischargedBy)?.performedOn ?? null
  if (doneOn === null) throw new TypeError(`The report ${state.dischargedBy} discharged an obligation without the date on which it was done`)
  return performanceClass(doneOn, state)
}

/** What became of obligations of any kinds together, and the letters about them. */
export function tallyOfAll(obligations: readonly KnownObligation[], letters: readonly Pick<IssuedLetter, 'kind' | 'outcome'>[]) {
  const { inExceptionalWindow: _, ...ends } = countedOutcomes(obligations)
  return { letters: counted(letters, ofDeclaredKinds), outcomes: ends }
}

/** What became of the obligations of one kind, and the letters that named any of them: only what occurs in that kind is counted. */
export type KindTally = {
  readonly obligations: number
  readonly outcomes: Readonly<Record<string, number>>
  readonly letters: Readonly<Record<string, number>>
}

type Listed = Pick<IssuedLetter, 'kind' | 'outcome' | 'obligations'>

/**
 * By kind, in alphabetical order. The outcomes of a kind add up to its obligations; a letter that names obligations of two kinds counts for both.
 *
 * @param obligations each with its id
 */
export function tallyByKind(obligations: readonly (readonly [string, KnownObligation])[], letters: readonly Listed[]): Readonly<Record<string, KindTally>> {
  const kinds = [...new Set(obligations.map(([, { kind }]) => kind))].toSorted()
  return Object.fromEntries(
    kinds.map((kind) => {
      const own = obligations.filter(([, state]) => state.kind === kind)
      const ids = new Set(own.map(([id]) => id))
      const about = letters.filter((letter) => letter.obligations.some((id) => ids.has(id)))
      const isInstrument = own.some(([, state]) => instrumentOf(state) !== null)
      const states = own.map(([, state]) => state)
      const { inExceptionalWindow, ...others } = countedOutcomes(states)
      return [
        kind,
        {
          obligations: own.length,
          outcomes: isInstrument ? outcomes(states) : others,
          letters: isInstrument ? counted(about, ofSubmission) : counted(about, ofDeclaredKinds),
        },
      ]
    }),
  )
}
