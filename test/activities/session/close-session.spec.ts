import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { CommandIdReused } from '../../../activities/conflicts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, memoryContext, ministry, secretariat } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

const session = 'ilo:ilc-114'
const r210 = 'ilo:R210:submission:FRA'
const own = `obligation/${r210}`
const context = async () => {
  const given = await memoryContext('2026-06-12')
  await openCycle(given.office, by(secretariat, 'open'), {
    cycle: 'ilo:r210',
    organization: 'ilo',
    instrument: 'R210',
    trackedFrom: day('2026-06-12'),
    synthetic: false,
  })
  given.turn('2026-06-20')
  return given
}

describe('the actual closing of a session', () => {
  it('moves what was counted from the inferred one, in the same append, with the reason on record', async () => {
    const { office, log } = await context()
    const { firstPosition, lastPosition } = await closeSession(office, by(secretariat, 'close'), {
      session,
      closedOn: day('2026-06-15'),
      reason: 'Provisional Record No. 9',
    })
    const news = log.events.slice(firstPosition - 1)
    expect(news.map(({ stream, type }) => `${stream} ${type}`)).toStrictEqual([
      `session/${session} SessionClosed`,
      ...['CHE', 'DEU', 'FRA', 'TON'].map((code) => `obligation/ilo:R210:submission:${code} LimitsMoved`),
    ])
    expect(news.every(({ commandId }) => commandId === 'close')).toBe(true)
    expect(lastPosition).toBe(await log.head())
    expect(news.map(({ data }) => data.reason)).toStrictEqual(Array.from({ length: 5 }, () => 'Provisional Record No. 9'))
    expect(news.at(-1)?.data).toMatchObject({
      session,
      limits: [{ dueOn: '2027-06-14', provisional: false, computation: { countedFrom: '2026-06-15', status: 'confirmed' } }, { dueOn: '2027-12-14' }],
      scheduled: [{ on: '2026-08-01' }, { on: '2027-06-15' }, { on: '2027-12-15' }],
    })
  })

  it('is today where no day is given, and moves a referral as well', async () => {
    const { office, log } = await context()
    await submitReport(office, by(ministry('FRA'), 'c'), r210, { ...complete('2026-06-13'), federal: { federalOrConstituent: 'constituent' } })
    await closeSession(office, by(secretariat, 'close'), { session })
    const [moved] = log.events.filter(({ stream, type }) => stream === 'obligation/ilo:R210:referral:FRA' && type === 'LimitsMoved')
    expect(moved?.data).toMatchObject({
      limits: [{ limit: '18-months', dueOn: '2027-12-19', computation: { countedFrom: '2026-06-20' } }],
      scheduled: [{ step: 'reminder18' }],
    })
  })

  it('leaves what is counted from another session', async () => {
    const { office, log } = await context()
    await openCycle(office, by(secretariat, 'r202'), {
      cycle: 'ilo:r202',
      organization: 'ilo',
      instrument: 'R202',
      trackedFrom: day('2026-06-12'),
      synthetic: false,
    })
    await closeSession(office, by(secretariat, 'close'), { session })
    expect(log.events.filter(({ stream, type }) => stream.includes('R202:submission') && type === 'LimitsMoved')).toStrictEqual([])
  })

  it('once given is given again for the same command, and refused to another', async () => {
    const { office, log } = await context()
    const first = await closeSession(office, by(secretariat, 'close'), { session })
    const head = await log.head()
    expect(await closeSession(office, by(secretariat, 'close'), { session })).toStrictEqual(first)
    await expect(closeSession(office, by(secretariat, 'close', 'other'), { session })).rejects.toBeInstanceOf(CommandIdReused)
    await expect(closeSession(office, by(secretariat, 'again'), { session })).rejects.toEqual(refusal('already-closed'))
    expect(await log.head()).toBe(head)
  })

  it('is decided again when a report came in between', async () => {
    const { office, log } = await context()
    log.meanwhile = () => submitReport(office, by(ministry('FRA'), 'c'), r210, complete('2026-06-13'))
    await closeSession(office, by(secretariat, 'close'), { session })
    expect(log.typesOf(own)).toStrictEqual([
      'ObligationOpened',
      'ReportReceived',
      'ObligationPerformed',
      'ObligationDischarged',
      'AcknowledgementOwed',
      'LimitsMoved',
    ])
  })

  it.each([
    { payload: { session: 'ilo:ilc-999' }, code: 'unknown-session' },
    { payload: { session: 'nonsense' }, code: 'unknown-session' },
    { payload: { session, closedOn: day('2026-06-21') }, code: 'date-in-future' },
    { payload: { session, closedOn: day('2026-06-01') }, code: 'closes-before-opening' },
    { payload: { session: 'ilo:ilc-101' }, code: 'already-closed' },
  ] as const)('of $payload is refused: $code', async ({ payload, code }) => {
    const { office, log } = await context()
    const head = await log.head()
    await expect(closeSession(office, by(secretariat, 'close'), payload)).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })

  it('is the secretariat’s to record', async () => {
    const { office } = await context()
    await expect(async () => closeSession(office, by(ministry('FRA'), 'close'), { session })).rejects.toEqual(refusal('not-allowed'))
  })
})
