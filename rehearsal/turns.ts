import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { partyOf } from '../domain/ids.ts'
import type { Projection } from './projection.ts'

/**
 * In which order the obligations of each party take their steps, though all of them are woken at once.
 *
 * They write to one correspondence, and the order of what stands there is part of the play. So each waits for those before it, by byte order of the ids,
 * inside the worker: waking one after another would cost a turn of Temporal each.
 */
export type Turns = {
  /** Sets who comes after whom. @param due in byte order @returns those to wake now; the others are still due afterwards */
  begin(due: readonly string[], day: CalendarDate): readonly string[]
  /** Takes the steps of one obligation once those before it have taken theirs. */
  inTurn<T>(obligation: string, take: () => Promise<T>): Promise<T>
}

/** Of those that wait for another: each holds a slot of the worker meanwhile, and the first must find one too. */
const mostWaiting = 40

/** A local activity has ten seconds, its wait included. */
const mostOfOneParty = 10

type Turn = { readonly begins: Promise<unknown>; readonly end: () => void }

export function createTurns(projection: Pick<Projection, 'until' | 'isDue'>): Turns {
  let turns: ReadonlyMap<string, Turn> = new Map()
  return {
    begin: (due, day) => {
      const queues = byParty(due)
      const waiting = queues.flatMap((queue) => queue.slice(1, mostOfOneParty)).slice(0, mostWaiting)
      const woken = new Set([...queues.flatMap((queue) => queue.slice(0, 1)), ...waiting])
      turns = new Map(
        queues.flatMap((queue) =>
          turnsOf(
            queue.filter((id) => woken.has(id)),
            day,
            projection,
          ),
        ),
      )
      return [...woken]
    },
    inTurn: async (obligation, take) => {
      const turn = turns.get(obligation)
      await turn?.begins
      try {
        return await take()
      } finally {
        turn?.end()
      }
    },
  }
}

function turnsOf(queue: readonly string[], day: CalendarDate, { until, isDue }: Pick<Projection, 'until' | 'isDue'>): readonly (readonly [string, Turn])[] {
  let before: Promise<unknown> = Promise.resolve()
  return queue.map((id) => {
    let end: () => void = () => undefined
    const ended = new Promise<void>((resolve) => {
      end = resolve
    })
    const turn = { begins: before, end }
    // Its workflow may have taken the steps already, on news of its own: then it does not come back.
    before = Promise.all([before, Promise.race([ended, until(() => !isDue(id, day), `${id} takes its steps on ${day}`)])])
    before.catch(() => undefined)
    return [id, turn] as const
  })
}

function byParty(obligations: readonly string[]): readonly (readonly string[])[] {
  const queues = new Map<string, string[]>()
  for (const id of obligations) queues.set(partyOf(id), [...(queues.get(partyOf(id)) ?? []), id])
  return [...queues.values()]
}
