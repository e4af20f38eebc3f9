import { describe, expect, it } from 'vitest'
import { openCycle } from '../../../activities/commands/cycle/open-cycle.ts'
import { closeSession } from '../../../activities/commands/session/close-session.ts'
import { importFacts } from '../../../activities/import-facts.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, instrument, memoryContext, ministry, reviewer, secretariat } from '../../support/memory-context.ts'
import { submission, submissionRule } from '../../support/r202.ts'
import { refusal } from '../../support/spec-for.ts'

const r202 = { cycle: 'ilo:r202', organization: 'ilo', instrument: 'R202', trackedFrom: day('2012-06-14'), synthetic: false } as const
const parties = (log: { events: readonly { stream: string; type: string }[] }) =>
  log.events.filter(({ type }) => type === 'ObligationOpened').map(({ stream }) => stream.slice(-3))

describe('a cycle opened', () => {
  it('opens one obligation for each Member on the day of adoption, whenever it is opened, in one append', async () => {
    const { office, log } = await memoryContext('2026-11-21')
    const { firstPosition } = await openCycle(office, by(secretariat, 'open'), r202)
    const news = log.events.slice(firstPosition - 1)
    expect(news.map(({ stream, type }) => `${stream} ${type}`)).toStrictEqual([
      'cycle/ilo:r202 CycleOpened',
      'session/ilo:ilc-101 CycleCountedFromClosing',
      ...['CHE', 'DEU', 'FRA'].map((code) => `obligation/ilo:R202:submission:${code} ObligationOpened`),
    ])
    expect(news[0]?.data).toMatchObject({ trackedFrom: '2012-06-14', synthetic: false, parties: ['CHE', 'DEU', 'FRA'] })
    expect(news[4]?.data).toMatchObject({
      party: 'FRA',
      limits: [{ dueOn: '2013-06-13' }, { dueOn: '2013-12-13' }],
      basis: { rule: { provision: 'ILO Constitution, art. 19(6)(b)' } },
    })
  })
  it('has an id of its own organization', async () => {
    const { office, log } = await memoryContext('2026-11-21')
    const head = await log.head()
    for (const cycle of ['oic:r202', 'r202', 'ilo2:r202'])
      await expect(openCycle(office, by(secretariat, 'open'), { ...r202, cycle })).rejects.toEqual(refusal('unknown-cycle', { cycle, organization: 'ilo' }))
    expect(await log.head()).toBe(head)
  })
  it('counts later Members as well only where the rule says so, and forgets none that owed from the start', async () => {
    const { office, log } = await memoryContext('2026-11-21')
    const [version] = submissionRule.versions
    if (version === undefined) throw new TypeError('The rule has no version')
    const rule = { ...submissionRule, versions: [{ ...version, laterMembersOwe: true }] }
    const gone = {
      stream: 'organization/ilo',
      type: 'WithdrawalNoticeGiven',
      on: null,
      data: { member: 'DEU', effectiveOn: '2020-01-01', status: 'confirmed', source: [] },
    }
    await importFacts(office, [gone], day('2018-01-01'))
    await openCycle({ ...office, reference: { ...office.reference, kindsUnder: () => [{ kind: submission, rule }] } }, by(secretariat, 'open'), r202)
    expect(parties(log)).toStrictEqual(['CHE', 'DEU', 'FRA', 'TON'])
  })
  it('is opened once: the same command gets its first result, another is refused, whatever it calls the cycle', async () => {
    const { office, log } = await memoryContext('2026-11-21')
    const first = await openCycle(office, by(secretariat, 'open'), r202)
    const head = await log.head()
    expect(await openCycle(office, by(secretariat, 'open'), r202)).toStrictEqual(first)
    await expect(openCycle(office, by(secretariat, 'again'), r202)).rejects.toEqual(refusal('already-opened', { cycle: 'ilo:r202' }))
    await expect(openCycle(office, by(secretariat, 'again'), { ...r202, cycle: 'ilo:other' })).rejects.toEqual(
      refusal('already-opened', { instrument: 'R202' }),
    )
    expect(await log.head()).toBe(head)
  })
  it('is decided again when the membership or the closing changes in between', async () => {
    const { office, log } = await memoryContext('2026-06-20')
    const r210 = { ...r202, cycle: 'ilo:r210', instrument: 'R210' }
    log.meanwhile = () => closeSession(office, by(secretariat, 'close'), { session: 'ilo:ilc-114', closedOn: day('2026-06-15') })
    await openCycle(office, by(secretariat, 'open'), r210)
    expect(log.events.at(-1)?.data).toMatchObject({ limits: [{ provisional: false, computation: { countedFrom: '2026-06-15' } }, { provisional: false }] })
    const left = {
      stream: 'organization/ilo',
      type: 'WithdrawalNoticeGiven',
      on: null,
      data: { member: 'DEU', effectiveOn: '2012-01-01', status: 'confirmed', source: [] },
    }
    log.meanwhile = () => importFacts(office, [left], day('2018-01-01'))
    await openCycle(office, by(secretariat, 'r202'), r202)
    expect(parties(log).slice(4)).toStrictEqual(['CHE', 'FRA'])
  })
  it.each([
    { change: { instrument: 'R999' }, code: 'unknown-instrument' },
    { change: { organization: 'oic' }, code: 'unknown-organization' },
    { change: { instrument: 'R300' }, code: 'unknown-session' },
    { change: { instrument: 'R301' }, code: 'closing-not-known' },
  ] as const)('with $change is refused: $code', async ({ change, code }) => {
    const { office, log } = await memoryContext('2026-11-21')
    const session = { organization: 'ilo', body: 'ilc', number: '120', opensOn: null, closesOn: null, source: [] }
    await importFacts(
      office,
      [
        instrument('R300', '999', '2012-06-14'),
        instrument('R301', '120', '2012-06-14'),
        { stream: 'session/ilo:ilc-120', type: 'SessionAnnounced', on: null, data: session },
      ],
      day('2026-11-21'),
    )
    const head = await log.head()
    const opening = { ...r202, ...change }
    await expect(openCycle(office, by({ ...secretariat, organization: opening.organization }, 'open'), opening)).rejects.toEqual(refusal(code))
    expect(await log.head()).toBe(head)
  })
  it('is neither a ministry’s nor a reviewer’s to open', async () => {
    const { office } = await memoryContext('2026-11-21')
    for (const actor of [ministry('FRA'), reviewer]) await expect(openCycle(office, by(actor, 'open'), r202)).rejects.toEqual(refusal('not-allowed'))
  })
})
