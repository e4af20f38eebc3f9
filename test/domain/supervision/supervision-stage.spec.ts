import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type CalendarDate, day, plusDays } from '../../../domain/calendar/calendar-date.ts'
import type { Clearing, Comment, Listing, Supervised } from '../../../domain/supervision/state.ts'
import { supervisionStageOn } from '../../../domain/supervision/supervision-stage.ts'

const comment = (on: string, change: Partial<Comment> = {}): Comment => ({
  ...{ reference: `C ${on}`, kind: 'direct-request', body: 'experts', on: day(on), session: null, reportYear: 2023 },
  ...{ instruments: ['R202'], paragraph: null, repliedOn: null },
  ...change,
})
const listing = (on: string, change: Partial<Listing> = {}): Listing => ({
  ...{ session: 'ilo:ilc-111', body: 'committee', on: day(on), instruments: [], criteria: ['5'], paragraph: null, heard: null, conclusions: null },
  ...change,
})
const clearing = (on: string, instruments: readonly string[] = []): Clearing => ({ body: 'experts', on: day(on), instruments, paragraph: null })
const said = (change: Partial<Supervised>): Supervised => ({
  ...{ status: 'supervised', organization: 'ilo', member: 'FRA', facts: [], comments: [], listings: [], clearings: [] },
  ...change,
})
const stage = (state: Supervised, on: string, instrument: string | null = 'R202') => {
  const supervisionStage = supervisionStageOn(state, day(on), instrument)
  return [supervisionStage.stage, supervisionStage.since]
}

const life = said({
  comments: [comment('2022-02-10'), comment('2023-02-10', { kind: 'observation', repliedOn: day('2023-05-02') })],
  listings: [
    listing('2023-06-06', { heard: { outcome: 'explained', on: day('2023-06-08') }, conclusions: { on: day('2023-06-15'), paragraph: '12' } }),
    listing('2024-06-05', { session: 'ilo:ilc-112', heard: { outcome: 'silent', on: day('2024-06-07') } }),
  ],
  clearings: [clearing('2025-02-14')],
})

describe('the ladder of supervision', () => {
  it.each([
    ['2022-02-09', 'none', null],
    ['2022-02-10', 'commented', '2022-02-10'],
    ['2023-06-05', 'commented', '2023-02-10'],
    ['2023-06-06', 'listed', '2023-06-06'],
    ['2023-06-08', 'explained', '2023-06-08'],
    ['2023-06-15', 'concluded', '2023-06-15'],
    ['2024-06-05', 'listed', '2024-06-05'],
    ['2024-06-07', 'silent', '2024-06-07'],
    ['2025-02-13', 'silent', '2024-06-07'],
    ['2025-02-14', 'cleared', '2025-02-14'],
    ['2026-11-22', 'cleared', '2025-02-14'],
  ])('stands on %s at %s', (on, at, since) => expect(stage(life, on)).toStrictEqual([at, since]))

  it('says which comment stands, in the body’s own word, and when it was answered', () => {
    expect(supervisionStageOn(life, day('2022-12-31'), null).comment).toStrictEqual({
      reference: 'C 2022-02-10',
      kind: 'direct-request',
      body: 'experts',
      on: '2022-02-10',
      repliedOn: null,
    })
    expect(supervisionStageOn(life, day('2023-05-01'), null).comment).toMatchObject({ kind: 'observation', repliedOn: null })
    expect(supervisionStageOn(life, day('2023-05-02'), null).comment).toMatchObject({ kind: 'observation', repliedOn: '2023-05-02' })
    expect(supervisionStageOn(life, day('2024-12-31'), null).listedAt).toBe('ilo:ilc-112')
    expect(supervisionStageOn(life, day('2025-02-14'), null)).toMatchObject({ comment: null, listedAt: null })
  })

  it('begins anew with a comment after the clearing', () =>
    expect(stage({ ...life, comments: [...life.comments, comment('2026-02-13')] }, '2026-02-13')).toStrictEqual(['commented', '2026-02-13']))

  it('is cleared of what was said on the day of the clearing itself', () =>
    expect(stage(said({ comments: [comment('2024-02-09')], clearings: [clearing('2024-02-09')] }), '2024-02-09')).toStrictEqual(['cleared', '2024-02-09']))

  it('is climbed by each instrument on its own, and by the Member for all of them', () => {
    const two = said({ comments: [comment('2022-02-10'), comment('2023-02-10', { instruments: ['R204'] })], clearings: [clearing('2024-02-09', ['R202'])] })
    expect(stage(two, '2024-12-31', 'R202')).toStrictEqual(['cleared', '2024-02-09'])
    expect(stage(two, '2024-12-31', 'R204')).toStrictEqual(['commented', '2023-02-10'])
    expect(stage(two, '2024-12-31', 'C189')).toStrictEqual(['none', null])
    expect(stage(two, '2024-12-31', null)).toStrictEqual(['commented', '2023-02-10'])
    expect(stage(said({ comments: [comment('2022-02-10', { instruments: [] })] }), '2024-12-31', 'C189')).toStrictEqual(['commented', '2022-02-10'])
  })

  it('has the Office’s reminders below any comment', () => {
    const reminders = [{ letter: 'reminder12', on: day('2013-06-14') }]
    expect(supervisionStageOn({ status: 'unknown' }, day('2013-06-13'), 'R202', reminders).stage).toBe('none')
    expect(supervisionStageOn({ status: 'unknown' }, day('2013-06-14'), 'R202', reminders)).toMatchObject({ stage: 'reminded', since: '2013-06-14' })
    expect(supervisionStageOn(life, day('2022-02-10'), 'R202', [{ letter: 'reminder18', on: day('2022-02-11') }]).stage).toBe('commented')
  })

  it('never stands on a day that has not come, and nothing said later moves it', () =>
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 2_000 }), (offset, later) => {
        const metadata: CalendarDate = plusDays(day('2021-06-01'), offset)
        const { since } = supervisionStageOn(life, metadata, null)
        expect(since === null || since <= metadata).toBe(true)
        const more = {
          ...life,
          comments: [...life.comments, comment(plusDays(metadata, later))],
          clearings: [...life.clearings, clearing(plusDays(metadata, later))],
        }
        expect(supervisionStageOn(more, metadata, null)).toStrictEqual(supervisionStageOn(life, metadata, null))
      }),
    ))
})
