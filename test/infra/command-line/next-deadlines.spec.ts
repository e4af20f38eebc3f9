import { describe, expect, it } from 'vitest'
import { foldObligation } from '../../../activities/fold.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { stream } from '../../../domain/streams.ts'
import { nextDeadlines } from '../../../infra/command-line/next-deadlines.ts'
import { announcedSession, contextOfPlan } from '../../support/plan.ts'

const facts = [announcedSession('gb-349', '2023-10-30', '2023-11-09')]

describe('the next deadlines', () => {
  it('stand under their row, and under the plan where several rows fall together', async () => {
    expect(await deadlinesOf('2023-10-01', 10)).toStrictEqual([
      { date: '2023-11-09', limit: 'discussed', cycle: 'ilo:fp', on: 'fp-4', obligations: 1, provisional: true },
      { date: '2023-12-31', limit: 'due', cycle: 'ilo:fp', on: 'fp-2', obligations: 1, provisional: false },
      { date: '2024-12-31', limit: 'due', cycle: 'ilo:fp', on: 'fp-2', obligations: 1, provisional: false },
      { date: '2025-12-31', limit: 'due', cycle: 'ilo:fp', on: 'fp-2', obligations: 1, provisional: false },
      { date: '2026-12-31', limit: 'due', cycle: 'ilo:fp', on: 'fp', obligations: 2, provisional: false },
      { date: '2026-12-31', limit: 'target', cycle: 'ilo:fp', on: 'fp-3', obligations: 1, provisional: false },
    ])
  })

  it('are no more than asked for, and that day itself is still ahead', async () =>
    expect((await deadlinesOf('2023-11-09', 2)).map(({ date }) => date)).toStrictEqual(['2023-11-09', '2023-12-31']))
})

async function deadlinesOf(today: string, count: number) {
  const { office, log } = await contextOfPlan('2021-11-12', { facts })
  const owed = [...new Set(log.events.map((event) => event.stream))].filter((each) => each.startsWith(stream.obligation('')))
  const { histories } = await office.log.read(owed)
  const rows = histories.map(foldObligation).flatMap((state) => (state.status === 'unknown' ? [] : [{ state }]))
  return nextDeadlines({ obligations: async () => rows }, async () => day(today), count)
}
