import { describe, expect, it } from 'vitest'
import { day } from '../../domain/calendar/calendar-date.ts'
import { createTurns } from '../../rehearsal/turns.ts'

const on = day('2026-01-01')
const idOf = (party: string, row: number) => `ilo:sp-${String(row).padStart(2, '0')}:output:${party}`

/** What is due, and how often somebody waits for it to be no longer. */
function record(due: readonly string[]) {
  const left = new Set(due)
  const waiting: { readonly holds: () => boolean; readonly resolve: () => void }[] = []
  return {
    isDue: (id: string) => left.has(id),
    until: (holds: () => boolean) => new Promise<void>((resolve) => (holds() ? resolve() : void waiting.push({ holds, resolve }))),
    take: (id: string) => {
      left.delete(id)
      for (const { holds, resolve } of waiting) if (holds()) resolve()
    },
  }
}

describe('obligations of one party, woken at once', () => {
  it('take their steps in the order of their ids, however their workflows come', async () => {
    const due = [1, 2, 3].map((row) => idOf('office', row))
    const turns = createTurns(record(due))
    expect(turns.begin(due, on)).toStrictEqual(due)
    const taken: string[] = []
    await Promise.all(due.toReversed().map((id) => turns.inTurn(id, async () => void taken.push(id))))
    expect(taken).toStrictEqual(due)
  })

  it('do not wait for one that took its steps on news of its own, nor for one that failed', async () => {
    const due = [1, 2, 3].map((row) => idOf('office', row))
    const [first = '', second = '', third = ''] = due
    const known = record(due)
    const turns = createTurns(known)
    turns.begin(due, on)
    const last = turns.inTurn(third, async () => 'taken')
    const failed = turns.inTurn(second, () => Promise.reject(new Error('away')))
    known.take(first)
    await expect(failed).rejects.toThrow('away')
    expect(await last).toBe('taken')
  })

  it('wait for nobody of another party, and for nothing where no turn is set', async () => {
    const due = [idOf('office', 1), idOf('ilc', 1)]
    const turns = createTurns(record(due))
    turns.begin(due, on)
    expect(await turns.inTurn(idOf('ilc', 1), async () => 1)).toBe(1)
    expect(await turns.inTurn(idOf('office', 7), async () => 7)).toBe(7)
  })

  it('are woken ten at a time, and no more than forty wait in all: the first of each party always is', () => {
    const many = (party: string, count: number) => Array.from({ length: count }, (_, row) => idOf(party, row))
    const woken = (due: readonly string[]) => createTurns(record(due)).begin(due, on)
    expect(woken(many('office', 30))).toStrictEqual(many('office', 10))
    const parties = ['a', 'b', 'c', 'd', 'e', 'f'].flatMap((party) => many(party, 12))
    expect(woken(parties)).toHaveLength(6 + 40)
    expect(new Set(woken(parties).map((id) => id.split(':').at(-1)))).toHaveProperty('size', 6)
  })
})
