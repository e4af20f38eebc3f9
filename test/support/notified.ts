import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { deliverLetter } from '../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { takeStep } from '../../activities/obligation/take-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import { by, contextOfR202, france, secretariat } from './memory-context.ts'

export type MemoryContext = Awaited<ReturnType<typeof contextOfR202>>

export const never = new AbortController().signal

export const take = (context: MemoryContext, step: LetterKind, obligation = france) =>
  takeStep(context.office, obligation, { kind: 'step', asOf: 0, waitMs: 0, step, setAtVersion: 1, summary: '' })

/** The installation on a day on which France is owed a letter, which is written. */
export async function owed(step: LetterKind, today: string) {
  const context = await contextOfR202(today)
  await take(context, step)
  return { ...context, letter: await written(context) }
}

/** The same with R203 open beside R202: one letter tells of both. */
export async function owedTwice(step: LetterKind, today: string) {
  const context = await contextOfR202('2012-06-14')
  await openCycle(context.office, by(secretariat, 'open-2'), {
    cycle: 'ilo:r203',
    organization: 'ilo',
    instrument: 'R203',
    trackedFrom: day('2012-06-14'),
    synthetic: false,
  })
  context.turn(today)
  await take(context, step)
  await take(context, step, 'ilo:R203:submission:FRA')
  return { ...context, letter: await written(context) }
}

export async function written(context: MemoryContext): Promise<string> {
  const next = await nextLetter(context.office, 'ilo:FRA')
  if (next.kind === 'none') throw new TypeError('No letter is owed')
  return next.letter
}

export const deliver = (context: MemoryContext, letter: string) => deliverLetter(context.office, letter, never)
