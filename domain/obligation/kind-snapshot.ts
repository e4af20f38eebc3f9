import type { z } from 'zod'
import { type Kind, kind } from '../rulebook/kind.ts'

/** What its kind said when an obligation was opened. What is decided later is decided from this alone. */
export const kindSnapshot = kind
  .pick({ name: true, limits: true, letters: true, report: true, discharge: true, answerWithin: true })
  .extend({ opens: kind.shape.opens.unwrap().nullable() })
export type KindSnapshot = Readonly<z.infer<typeof kindSnapshot>>

export const snapshotOf = ({ name, limits, letters, report, discharge, answerWithin, opens = undefined }: Kind): KindSnapshot => ({
  name,
  limits,
  letters,
  report,
  discharge,
  answerWithin,
  opens: opens ?? null,
})
