import { deliverLetter } from '../../activities/correspondence/deliver-letter.ts'
import { nextLetter } from '../../activities/correspondence/next-letter.ts'
import { openCycle } from '../../activities/cycle/open-cycle.ts'
import { takeStep } from '../../activities/obligation/take-step.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { LetterKind } from '../../domain/letter/events.ts'
import { by, france, houseOfR202, secretariat } from './memory-house.ts'

export type MemoryHouse = Awaited<ReturnType<typeof houseOfR202>>

export const never = new AbortController().signal

export const take = (house: MemoryHouse, step: LetterKind, obligation = france) =>
  takeStep(house.office, obligation, { kind: 'step', asOf: 0, waitMs: 0, step, setAtVersion: 1, summary: '' })

/** The house on a day on which France is owed a letter, which is written. */
export async function owed(step: LetterKind, today: string) {
  const house = await houseOfR202(today)
  await take(house, step)
  return { ...house, letter: await written(house) }
}

/** The same with R203 open beside R202: one letter tells of both. */
export async function owedTwice(step: LetterKind, today: string) {
  const house = await houseOfR202('2012-06-14')
  await openCycle(house.office, by(secretariat, 'open-2'), {
    cycle: 'ilo:r203',
    organization: 'ilo',
    instrument: 'R203',
    trackedFrom: day('2012-06-14'),
    synthetic: false,
  })
  house.turn(today)
  await take(house, step)
  await take(house, step, 'ilo:R203:submission:FRA')
  return { ...house, letter: await written(house) }
}

export async function written(house: MemoryHouse): Promise<string> {
  const next = await nextLetter(house.office, 'ilo:FRA')
  if (next.kind === 'none') throw new TypeError('No letter is owed')
  return next.letter
}

export const deliver = (house: MemoryHouse, letter: string) => deliverLetter(house.office, letter, never)
