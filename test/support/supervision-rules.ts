import type { WithdrawalRule } from '../../domain/organization/withdrawal.ts'
import type { Source } from '../../domain/provenance.ts'
import type { SupervisionRules } from '../../domain/rulebook/supervision.ts'

const name = (text: string) => ({ en: text, fr: text, es: text, ar: text })
const sourced: { readonly status: 'confirmed'; source: Source[] } = { status: 'confirmed', source: [] }
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
export const emptySessions = [
  { number: '102', closed: '2013-06-20' },
  { number: '105', closed: '2016-06-10' },
  { number: '107', closed: '2018-06-08' },
  { number: '109', closed: '2021-12-11' },
  { number: '110', closed: '2022-06-11' },
] as const
