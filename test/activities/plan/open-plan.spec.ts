import { describe, expect, it } from 'vitest'
import { openPlan } from '../../../activities/commands/plan/open-plan.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { announcedSession, contextOfPlan, followed, plan, row } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const opening = { cycle: 'ilo:fp', trackedFrom: day('2021-11-12'), synthetic: false }

describe('a plan that opens', () => {
  it('records each row and an obligation for each thing that it asks, in one append', async () => {
    const { log } = await contextOfPlan()
    const own = log.events.filter(({ commandId }) => commandId === 'open fp')
    expect(own.filter(({ type }) => type === 'RowRecorded').map(({ data }) => [data.id, (data.obligations as readonly string[]).length])).toStrictEqual([
      ...[
        ['1', 1],
        ['2', 6],
        ['3', 1],
        ['4', 1],
        ['5', 4],
        ['6', 0],
      ],
    ])
    expect(own.filter(({ type }) => type === 'ObligationOpened').map(({ stream }) => stream)).toStrictEqual([
      'obligation/ilo:fp-1:output:office',
      ...[2021, 2022, 2023, 2024, 2025, 2026].map((year) => `obligation/ilo:fp-2:event:office:${year}`),
      'obligation/ilo:fp-3:indicator:office',
      'obligation/ilo:fp-4:governing-body-report:office:gb-349',
      ...['CHE', 'DEU', 'FRA', 'TON'].filter((code) => code !== 'x').map((code) => `obligation/ilo:fp-5:invitation:${code}`),
    ])
  })

  it('gives the days of a session that is announced later, in the append that announces it', async () => {
    const { office, log } = await contextOfPlan('2022-11-01')
    await importFacts(office, [announcedSession('gb-349', '2023-10-30', '2023-11-09')], day('2022-11-01'))
    const [moved] = log.events.filter(({ type }) => type === 'LimitsMoved')
    expect(moved).toMatchObject({
      stream: 'obligation/ilo:fp-4:governing-body-report:office:gb-349',
      data: { reason: 'the session was announced', limits: [{ dueOn: '2023-07-02' }, { dueOn: '2023-09-30' }, { dueOn: '2023-11-09' }] },
    })
  })

  it('opens once', async () => {
    const { office } = await contextOfPlan()
    await expect(openPlan(office, by(secretariat, 'again'), opening)).rejects.toThrow(refusal('already-opened'))
  })

  it('answers the same command again with its first result', async () => {
    const { office, log } = await contextOfPlan()
    const before = log.events.length
    await openPlan(office, by(secretariat, 'open fp'), opening)
    expect(log.events).toHaveLength(before)
  })

  it('is not for a ministry to open', async () => {
    const { office } = await memoryContext('2021-11-12', { plans: [plan] })
    await expect(openPlan(office, by(ministry('FRA'), 'open'), opening)).rejects.toEqual(refusal('not-allowed'))
  })

  it.each([
    { what: 'a kind that nobody declared', rows: [row('1', [followed('jubilee', { shape: 'none' })])], code: 'unknown-kind' as const },
    {
      what: 'a party that is neither Member nor unit',
      rows: [row('1', [followed('output', { shape: 'year', year: 2022 }, { party: 'nobody' })])],
      code: 'wrong-party' as const,
    },
    {
      what: 'a kind that is not the party’s to owe',
      rows: [row('1', [followed('output', { shape: 'year', year: 2022 }, { party: 'members' })])],
      code: 'wrong-party' as const,
    },
    {
      what: 'one output twice',
      rows: [row('1', [followed('output', { shape: 'year', year: 2022 }), followed('output', { shape: 'year', year: 2023 })])],
      code: 'output-claimed-twice' as const,
    },
  ])('is refused, and nothing recorded, where a row names $what', async ({ rows, code }) => {
    const { office, log } = await contextOfPlan('2021-11-12', { plans: [plan, { ...plan, code: 'wrong', rows: [] }] }).then(async (context) => ({ ...context }))
    const wrong = { ...plan, code: 'fp2', rows }
    const before = log.events.length
    await expect(
      openPlan({ ...office, reference: { ...office.reference, planOf: () => wrong } }, by(secretariat, 'o'), { ...opening, cycle: 'ilo:fp2' }),
    ).rejects.toThrow(refusal(code))
    expect(log.events).toHaveLength(before)
  })
})
