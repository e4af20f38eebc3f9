import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { type Fact, importFacts } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { by, instrument, memoryContext, secretariat } from './memory-context.ts'
import { adoptingSessions, emptySessions, supervisionRules, withdrawalRule } from './supervision-rules.ts'

const name = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const sessionFacts = (number: string, closed: string): readonly Fact[] => [
  {
    stream: `session/ilo:ilc-${number}`,
    type: 'SessionAnnounced',
    on: null,
    data: { organization: 'ilo', body: 'ilc', number, opensOn: null, closesOn: null, source: [] },
  },
  {
    stream: `session/ilo:ilc-${number}`,
    type: 'SessionClosed',
    on: day(closed),
    data: { closedOn: closed, status: 'confirmed', reason: 'its record', source: [] },
  },
]
const member = (code: string, admittedOn: string): Fact => ({
  stream: 'organization/ilo',
  type: 'MemberAdmitted',
  on: day(admittedOn),
  data: { member: code, name: name(code), letterLanguage: 'fr', admittedOn, knownBy: null, status: 'confirmed', source: [] },
})
const organization: Fact = {
  stream: 'organization/ilo',
  type: 'OrganizationEstablished',
  on: day('1919-06-28'),
  data: { organization: 'ilo', name: name('ILO'), zone: 'Europe/Zurich', source: [] },
}

/**
 * An installation in memory that followed, from its closing on, each session that adopted instruments.
 *
 * FRA, DEU and CHE were Members throughout, TON from 24 February 2016.
 *
 * @param unfollowed instruments whose cycle is not opened
 */
export async function contextOfSessions({ today, until = '2026-01-01', unfollowed = [] }: { today: string; until?: string; unfollowed?: readonly string[] }) {
  const context = await memoryContext('2010-06-01', { facts: [organization, ...['FRA', 'DEU', 'CHE'].map((code) => member(code, '1919-06-28'))] })
  const reference = { ...context.office.reference, supervisionOf: () => supervisionRules, supervised: () => ['ilo'], withdrawalOf: () => withdrawalRule }
  const office = { ...context.office, reference }
  const held = [...adoptingSessions, ...emptySessions.map((each) => ({ ...each, instruments: [] as readonly string[] }))].toSorted((a, b) =>
    a.closed < b.closed ? -1 : 1,
  )
  for (const { number, closed, instruments } of held.filter((each) => each.closed < until)) {
    context.turn(closed)
    if (closed > '2016-02-24') await importFacts(office, [member('TON', '2016-02-24')], day(closed))
    await importFacts(office, [...sessionFacts(number, closed), ...instruments.map((code) => instrument(code, number, closed))], day(closed))
    for (const code of instruments.filter((each) => !unfollowed.includes(each))) {
      const opening = { cycle: `ilo:${code.toLowerCase()}`, organization: 'ilo', instrument: code, trackedFrom: day(closed), synthetic: true }
      await openCycle(office, by(secretariat, `open/${code}`), opening)
    }
  }
  context.turn(today)
  return { ...context, office }
}
