import { openCycle } from '../../activities/cycle/open-cycle.ts'
import { type Fact, importFacts } from '../../activities/import-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import type { WithdrawalRule } from '../../domain/organization/withdrawal.ts'
import type { SupervisionRules } from '../../domain/rulebook/supervision.ts'
import { by, instrument, memoryHouse, secretariat } from './memory-house.ts'

const name = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const sourced = { status: 'confirmed', source: [] } as const
const criterion = (code: string) => ({ code, wording: `Criterion ${code}`, computed: null, ...sourced })

/** A committee of experts that comments, a committee that lists at sessions of `ilc`; seven sessions are a serious failure. */
export const supervisionRules: SupervisionRules = {
  organization: 'ilo',
  code: 'submission',
  title: name('Supervision'),
  bodies: [
    {
      code: 'experts',
      name: name('Experts'),
      comments: [
        { kind: 'direct-request', name: name('Direct request'), ...sourced },
        { kind: 'observation', name: name('Observation'), ...sourced },
      ],
      listsAt: null,
      ...sourced,
    },
    { code: 'committee', name: name('Committee'), comments: [], listsAt: 'ilc', ...sourced },
  ],
  criteria: [
    ...['1', '2', '3', '4'].map(criterion),
    { ...criterion('5'), computed: { obligation: 'submission', sessions: 7, sessionCounts: 'any-instrument', sessionCountsStatus: 'unconfirmed' } },
    criterion('6'),
  ],
  list: {
    title: name('Serious failures'),
    prepared: { month: 12, day: 10, productDefault: true, source: [] },
    refreshed: { month: 5, day: 31, productDefault: true, source: [] },
  },
}

/** Two years from receipt, on the day of the same number. */
export const withdrawalRule: WithdrawalRule = {
  period: { months: 24 },
  convention: 'anniversary',
  status: 'inferred',
  subjectTo: 'its dues are paid',
  source: [{ title: 'Article 1(5)' }],
}

/** Sessions that adopted instruments, with their closing and what they adopted; 102, 105, 107, 109 and 110 adopted nothing. */
export const adoptingSessions = [
  { number: '99', closed: '2010-06-18', instruments: ['R200'] },
  { number: '100', closed: '2011-06-17', instruments: ['C189', 'R201'] },
  { number: '101', closed: '2012-06-14', instruments: ['R202'] },
  { number: '103', closed: '2014-06-12', instruments: ['P029', 'R203'] },
  { number: '104', closed: '2015-06-13', instruments: ['R204'] },
  { number: '106', closed: '2017-06-16', instruments: ['R205'] },
  { number: '108', closed: '2019-06-21', instruments: ['C190', 'R206'] },
  { number: '111', closed: '2023-06-16', instruments: ['C191', 'R207'] },
] as const
const emptySessions = [
  { number: '102', closed: '2013-06-20' },
  { number: '105', closed: '2016-06-10' },
  { number: '107', closed: '2018-06-08' },
  { number: '109', closed: '2021-12-11' },
  { number: '110', closed: '2022-06-11' },
] as const

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
 * A house in memory that followed, from its closing on, each session that adopted instruments.
 *
 * FRA, DEU and CHE were Members throughout, TON from 24 February 2016.
 *
 * @param unfollowed instruments whose cycle is not opened
 */
export async function houseOfSessions({ today, until = '2026-01-01', unfollowed = [] }: { today: string; until?: string; unfollowed?: readonly string[] }) {
  const house = await memoryHouse('2010-06-01', { facts: [organization, ...['FRA', 'DEU', 'CHE'].map((code) => member(code, '1919-06-28'))] })
  const reference = { ...house.office.reference, supervisionOf: () => supervisionRules, supervised: () => ['ilo'], withdrawalOf: () => withdrawalRule }
  const office = { ...house.office, reference }
  const held = [...adoptingSessions, ...emptySessions.map((each) => ({ ...each, instruments: [] as readonly string[] }))].toSorted((a, b) =>
    a.closed < b.closed ? -1 : 1,
  )
  for (const { number, closed, instruments } of held.filter((each) => each.closed < until)) {
    house.turn(closed)
    if (closed > '2016-02-24') await importFacts(office, [member('TON', '2016-02-24')], day(closed))
    await importFacts(office, [...sessionFacts(number, closed), ...instruments.map((code) => instrument(code, number, closed))], day(closed))
    for (const code of instruments.filter((each) => !unfollowed.includes(each))) {
      const opening = { cycle: `ilo:${code.toLowerCase()}`, organization: 'ilo', instrument: code, trackedFrom: day(closed), synthetic: true }
      await openCycle(office, by(secretariat, `open/${code}`), opening)
    }
  }
  house.turn(today)
  return { ...house, office }
}
