import { describe, expect, it } from 'vitest'
import { supervisionOn } from '../../../activities/supervision/failures.ts'
import { day } from '../../../domain/calendar/calendar-date.ts'
import { by, ministry } from '../../support/memory-context.ts'
import { submitReport } from '../../support/obligation-commands.ts'
import { complete } from '../../support/r202.ts'
import { contextOfSessions } from '../../support/supervision.ts'
import { adoptingSessions, supervisionRules } from '../../support/supervision-rules.ts'

/** Each State with its count, as of a day. */
async function counted({ office }: Awaited<ReturnType<typeof contextOfSessions>>, on: string) {
  const all = await supervisionOn(office.log, supervisionRules, day(on))
  return Object.fromEntries(all.map(({ member, failure }) => [member, [failure?.counted.length, failure?.serious]]))
}

describe('serious failure, on the record', () => {
  it('counts the seven adopting sessions for those who were Members, and those alone for a State that came later', async () => {
    const context = await contextOfSessions({ today: '2020-12-21', until: '2020-01-01' })
    expect(await counted(context, '2020-12-21')).toStrictEqual({ CHE: [7, true], DEU: [7, true], FRA: [7, true], TON: [2, false] })
    expect(await counted(context, '2020-12-20')).toStrictEqual({ CHE: [6, false], DEU: [6, false], FRA: [6, false], TON: [1, false] })
    expect(await counted(context, '2015-01-01')).toStrictEqual({ CHE: [3, false], DEU: [3, false], FRA: [3, false] })
  })

  it('ends with a late submission of one session, for that State alone', async () => {
    const context = await contextOfSessions({ today: '2021-03-01', until: '2020-01-01' })
    await submitReport(context.office, by(ministry('FRA'), 'late'), 'ilo:R202:submission:FRA', complete('2021-02-01'))
    expect(await counted(context, '2021-03-01')).toMatchObject({ DEU: [7, true], FRA: [6, false] })
    expect(await counted(context, '2021-02-28')).toMatchObject({ FRA: [7, true] })
  })

  it('holds an instrument that no cycle follows for unknown', async () => {
    const context = await contextOfSessions({ today: '2020-12-21', until: '2020-01-01', unfollowed: ['R204'] })
    const [france] = await supervisionOn(context.office.log, supervisionRules, day('2020-12-21'), ['FRA'])
    expect(france?.failure).toMatchObject({ serious: false, counted: { length: 6 } })
    expect(france?.failure?.sessions.map(({ session, status }) => `${session} ${status}`)).toStrictEqual([
      'ilo:ilc-99 failed',
      'ilo:ilc-100 failed',
      'ilo:ilc-101 failed',
      'ilo:ilc-103 failed',
      'ilo:ilc-104 unknown',
      'ilo:ilc-106 failed',
      'ilo:ilc-108 failed',
    ])
  })

  it('names what it rests on: the events of each obligation and of the State’s own stream', async () => {
    const context = await contextOfSessions({ today: '2020-12-21', until: '2020-01-01' })
    const [france] = await supervisionOn(context.office.log, supervisionRules, day('2020-12-21'), ['FRA'])
    const codes = adoptingSessions.slice(0, 7).flatMap(({ instruments }) => [...instruments])
    expect(france?.histories.map(({ stream }) => stream).toSorted()).toStrictEqual(codes.map((code) => `obligation/ilo:${code}:submission:FRA`).toSorted())
  })

  it('is not computed where no criterion can be', async () => {
    const { office } = await contextOfSessions({ today: '2020-12-21', until: '2012-01-01' })
    const rules = { ...supervisionRules, criteria: supervisionRules.criteria.map((each) => ({ ...each, computed: null })) }
    expect((await supervisionOn(office.log, rules, day('2020-12-21'), ['FRA'])).map(({ failure }) => failure)).toStrictEqual([null])
  })
})
