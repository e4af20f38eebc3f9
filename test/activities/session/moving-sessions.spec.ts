import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { announceSession, announceSessionPayload } from '../../../activities/commands/session/announce-session.ts'
import { cancelSession } from '../../../activities/commands/session/cancel-session.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { foldSession } from '../../../activities/fold.ts'
import { type Fact, importFacts } from '../../../activities/import-facts.ts'
import { nextStep, takeStep } from '../../../activities/obligation/take-step.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { announcedSession, contextOfPlan } from '../../support/plan.ts'
import { refusal } from '../../support/spec-for.ts'

const report = 'ilo:fp-4:governing-body-report:office:gb-349'
const own = `obligation/${report}`

/** The report of row 4 waits for this session, announced for 30 October to 9 November 2023. */
async function context(today = '2022-11-01') {
  const given = await contextOfPlan('2022-11-01')
  await importFacts(
    given.office,
    [announcedSession('gb-349', '2023-10-30', '2023-11-09'), announcedSession('gb-350', '2024-03-04', '2024-03-14')],
    day('2022-11-01'),
  )
  given.turn(today)
  return given
}
type UseCaseContext = Awaited<ReturnType<typeof context>>

const announce = ({ office }: UseCaseContext, change: Record<string, unknown>, command = 'announce') =>
  announceSession(office, by(secretariat, command), announceSessionPayload.parse({ session: 'ilo:gb-349', ...change }))
const cancel = ({ office }: UseCaseContext, change: { session?: string; instead?: string } = {}, command = 'cancel') =>
  cancelSession(office, by(secretariat, command), { session: 'ilo:gb-349', reason: 'a pandemic', ...change })
const movesOf = ({ log }: UseCaseContext, stream = own) =>
  log.events
    .filter((event) => event.stream === stream && event.type === 'LimitsMoved')
    .map(({ data }) => data as { reason: string; session: string; limits: { dueOn: string }[]; source: unknown[] })
const daysOf = (moved: { limits: { dueOn: string }[] } | undefined) => moved?.limits.map(({ dueOn }) => dueOn)

describe('a session announced again with other days', () => {
  it('moves what is counted from it in the same append, with the reason and its source', async () => {
    const given = await context()
    const { firstPosition } = await announce(given, {
      opensOn: '2023-11-13',
      closesOn: '2023-11-23',
      reason: 'the hall is rebuilt',
      source: [{ document: 'gb-news' }],
    })
    expect(given.log.events.slice(firstPosition - 1).map(({ stream, type }) => [stream, type])).toStrictEqual([
      ['session/ilo:gb-349', 'SessionAnnounced'],
      [own, 'LimitsMoved'],
    ])
    expect(movesOf(given).at(-1)).toMatchObject({ reason: 'the hall is rebuilt', source: [{ title: 'Document gb-news' }] })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-07-16', '2023-10-14', '2023-11-23'])
  })

  it('sends no letter for a day that it left: the step of the old day is no news', async () => {
    const given = await context('2023-06-02')
    const before = await nextStep(given.office, report)
    expect(before).toMatchObject({ kind: 'step', waitMs: 0, step: 'notice-department' })
    await announce(given, { opensOn: '2023-11-13', closesOn: '2023-11-23', reason: 'the hall is rebuilt' })
    if (before.kind === 'none') throw new Error('nothing was due')
    expect(await takeStep(given.office, report, before)).toMatchObject({ step: 'notice-department', waitMs: 14 * 86_400_000 })
    expect(given.log.typesOf('correspondence/ilo:office')).toStrictEqual([])
    given.turn('2023-06-16')
    const due = await nextStep(given.office, report)
    if (due.kind === 'none') throw new Error('nothing is due')
    await takeStep(given.office, report, due)
    expect(given.log.typesOf('correspondence/ilo:office')).toStrictEqual(['NoticeQueued'])
  })

  it('keeps the days that are not given again', async () => {
    const given = await context()
    await announce(given, { closesOn: '2023-11-10' })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-07-02', '2023-09-30', '2023-11-10'])
  })

  it('claims no reason where none was given', async () => {
    const given = await context()
    await announce(given, { closesOn: '2023-11-10' })
    expect(movesOf(given).at(-1)?.reason).toBe('other days were announced for the session; why was not said')
  })

  it('for a month alone leaves provisional days, from its first day and to its last', async () => {
    const given = await context()
    await announce(given, { month: '2024-02', reason: 'put off' })
    expect(movesOf(given).at(-1)?.limits).toMatchObject([
      { dueOn: '2023-10-04', provisional: true },
      { dueOn: '2024-01-02', provisional: true },
      { dueOn: '2024-02-29', provisional: true },
    ])
  })

  it('in several sittings is counted from the closing of the last, and from its actual closing once it is on record', async () => {
    const given = await context()
    await announce(given, {
      sittings: [
        { from: '2023-10-30', to: '2023-11-02' },
        { from: '2023-12-04', to: '2023-12-08' },
      ],
      reason: 'it sits twice',
    })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-07-02', '2023-09-30', '2023-12-08'])
    given.turn('2023-12-20')
    await closeSession(given.office, by(secretariat, 'close'), { session: 'ilo:gb-349', closedOn: day('2023-12-11'), reason: 'its last sitting ran on' })
    expect(movesOf(given).at(-1)).toMatchObject({ reason: 'its last sitting ran on' })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-07-02', '2023-09-30', '2023-12-11'])
  })

  it('that nobody announced before needs its body and its number', async () => {
    const given = await context()
    const days = { session: 'ilo:gb-359', opensOn: '2027-03-08', closesOn: '2027-03-18' }
    await expect(announce(given, days)).rejects.toEqual(refusal('unknown-session'))
    await announce(given, { ...days, body: 'gb', number: '359' })
    expect(given.log.typesOf('session/ilo:gb-359')).toStrictEqual(['SessionAnnounced'])
  })

  it.each([
    { what: 'the same days', change: { opensOn: '2023-10-30' }, code: 'already-announced' },
    { what: 'a closing before the opening', change: { closesOn: '2023-10-29' }, code: 'closes-before-opening' },
    { what: 'a sitting outside', change: { closesOn: '2023-11-09', sittings: [{ from: '2023-11-08', to: '2023-11-10' }] }, code: 'closes-before-opening' },
    { what: 'a document that nobody registered', change: { opensOn: '2023-10-31', source: [{ document: 'nothing' }] }, code: 'unknown-document' },
    { what: 'no organization', change: { session: 'nowhere:gb-1', opensOn: '2023-10-31' }, code: 'unknown-session' },
  ] as const)('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(announce(given, change)).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('is refused once it closed, and once it was cancelled', async () => {
    const given = await context('2023-11-10')
    await closeSession(given.office, by(secretariat, 'close'), { session: 'ilo:gb-349', closedOn: day('2023-11-09') })
    await expect(announce(given, { opensOn: '2023-11-01' })).rejects.toEqual(refusal('already-closed'))
    await cancel(given, { session: 'ilo:gb-350' })
    await expect(announce(given, { session: 'ilo:gb-350', opensOn: '2024-03-05' })).rejects.toEqual(refusal('session-cancelled'))
  })

  it('moves the deadlines of an instrument that it adopted, which cannot do without a closing', async () => {
    const { office, log } = await memoryContext('2026-05-01')
    const cycle = { cycle: 'ilo:r210', organization: 'ilo', instrument: 'R210', trackedFrom: day('2026-05-01'), synthetic: false }
    await openCycle(office, by(secretariat, 'open'), cycle)
    const again = (change: object) => announceSession(office, by(secretariat, 'a'), announceSessionPayload.parse({ session: 'ilo:ilc-114', ...change }))
    await expect(again({ month: '2026-07' })).rejects.toEqual(refusal('closing-not-known'))
    await again({ closesOn: '2026-06-19', reason: 'a week more' })
    const [moved] = log.events.filter(({ type }) => type === 'LimitsMoved')
    expect(moved?.data).toMatchObject({
      reason: 'a week more',
      limits: [{ provisional: true, computation: { countedFrom: '2026-06-19' } }, { provisional: true }],
    })
  })

  it('is the secretariat’s to announce', async () => {
    const { office } = await context()
    const payload = announceSessionPayload.parse({ session: 'ilo:gb-349', opensOn: '2023-11-13' })
    await expect(async () => announceSession(office, by(ministry('FRA'), 'a'), payload)).rejects.toEqual(refusal('not-allowed'))
  })

  it('says what days it needs', () => {
    expect(announceSessionPayload.safeParse({ session: 'ilo:gb-349' }).success).toBe(false)
    expect(announceSessionPayload.safeParse({ session: 'ilo:gb-349', month: '2023-11', opensOn: '2023-11-13' }).success).toBe(false)
  })
})

describe('a session that is cancelled', () => {
  it('hands its business to the one held instead, with which it moves from then on', async () => {
    const given = await context()
    await cancel(given, { instead: 'ilo:gb-350' })
    expect(movesOf(given).at(-1)).toMatchObject({ session: 'ilo:gb-350', reason: 'a pandemic' })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-11-05', '2024-02-03', '2024-03-14'])
    await announce(given, { session: 'ilo:gb-350', opensOn: '2024-03-05' })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2023-11-06', '2024-02-04', '2024-03-14'])
  })

  it('takes the days away where none is held instead: the obligation stays open and waits for a decision', async () => {
    const given = await context()
    await cancel(given)
    expect(movesOf(given).at(-1)).toMatchObject({ session: 'ilo:gb-349', reason: 'a pandemic', limits: [], scheduled: [] })
    expect(await nextStep(given.office, report)).toMatchObject({ kind: 'none' })
  })

  it('behaves the same where the seeds say so, even when the one held instead becomes known with it, or is cancelled in turn', async () => {
    const given = await contextOfPlan('2022-11-01')
    const cancelled = (id: string, reason: string, instead: string) =>
      ({ stream: `session/ilo:${id}`, type: 'SessionCancelled', on: null, data: { reason, instead, source: [{ title: 'News' }] } }) as const
    await importFacts(given.office, [announcedSession('gb-349', '2023-10-30', '2023-11-09')], day('2022-11-01'))
    const later = [announcedSession('gb-350', '2024-03-04', '2024-03-14'), announcedSession('gb-351', '2024-06-15', '2024-06-15')]
    await importFacts(
      given.office,
      [...later, cancelled('gb-349', 'a pandemic', 'ilo:gb-350'), cancelled('gb-350', 'a flood', 'ilo:gb-351')],
      day('2023-01-01'),
    )
    expect(movesOf(given).at(-1)).toMatchObject({ session: 'ilo:gb-351', reason: 'a pandemic', source: [{ title: 'News' }] })
    expect(daysOf(movesOf(given).at(-1))).toStrictEqual(['2024-02-16', '2024-05-16', '2024-06-15'])
    const counted = foldSession({ events: given.log.events.filter(({ stream }) => stream === 'session/ilo:gb-351') })
    expect(counted).toMatchObject({ cycles: ['ilo:fp'] })
  })

  it.each([
    { what: 'a session that nobody announced', change: { session: 'ilo:gb-999' }, code: 'unknown-session' },
    { what: 'none instead', change: { instead: 'ilo:gb-999' }, code: 'unknown-session' },
    { what: 'itself instead', change: { instead: 'ilo:gb-349' }, code: 'unknown-session' },
    { what: 'one that closed', change: { session: 'ilo:ilc-101' }, code: 'already-closed' },
  ] as const)('is refused for $what, and nothing is recorded', async ({ change, code }) => {
    const given = await context()
    const head = await given.log.head()
    await expect(cancel(given, change)).rejects.toEqual(refusal(code))
    expect(await given.log.head()).toBe(head)
  })

  it('stays cancelled, or on its other days, where the seeds take it to have been held as first announced', async () => {
    const held = (closedOn: string): Fact => {
      const data = { closedOn, status: 'inferred', reason: 'held; taken to have closed on the day announced', source: [] }
      return { stream: 'session/ilo:gb-349', type: 'SessionClosed', on: day(closedOn), data }
    }
    const cancelled = await context()
    await cancel(cancelled)
    expect(await importFacts(cancelled.office, [held('2023-11-09')], day('2023-11-09'))).toBe(0)
    expect(movesOf(cancelled).at(-1)).toMatchObject({ reason: 'a pandemic', limits: [] })

    for (const days of [{ opensOn: '2023-11-13', closesOn: '2023-11-23' }, { closesOn: '2023-11-23' }]) {
      const moved = await context()
      await announce(moved, { ...days, reason: 'the hall is rebuilt' })
      expect(await importFacts(moved.office, [held('2023-11-09')], day('2023-11-09'))).toBe(0)
      expect(movesOf(moved).at(-1)).toMatchObject({ reason: 'the hall is rebuilt' })
      expect(await importFacts(moved.office, [held('2023-11-23')], day('2023-11-23'))).toBe(1)
    }
  })

  it('is cancelled once, not for one that was cancelled itself, and not where it adopted what is followed', async () => {
    const given = await context()
    await cancel(given, { session: 'ilo:gb-350' })
    await expect(cancel(given, { session: 'ilo:gb-350' }, 'again')).rejects.toEqual(refusal('session-cancelled'))
    await expect(cancel(given, { instead: 'ilo:gb-350' }, 'again')).rejects.toEqual(refusal('session-cancelled', { session: 'ilo:gb-350' }))
    given.turn('2026-05-01')
    const cycle = { cycle: 'ilo:r210', organization: 'ilo', instrument: 'R210', trackedFrom: day('2026-05-01'), synthetic: false }
    await openCycle(given.office, by(secretariat, 'open'), cycle)
    await expect(cancel(given, { session: 'ilo:ilc-114' }, 'third')).rejects.toEqual(refusal('already-adopted'))
  })

  it('given again under its own id is given the first answer', async () => {
    const given = await context()
    expect(await cancel(given)).toStrictEqual(await cancel(given))
  })
})
