import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { type CycleBasis, openingFor } from '../../domain/cycle/opening.ts'
import type { CommandOf } from '../../domain/obligation/commands.ts'
import type { ObligationOpened } from '../../domain/obligation/events.ts'
import type { ObligationEvent } from '../../domain/obligation/state.ts'
import type { Questionnaire } from '../../domain/report/questionnaire.ts'
import type { Kind } from '../../domain/rulebook/kind.ts'
import type { Rule } from '../../domain/rulebook/rule.ts'
import { countingOf } from './counting.ts'

const source = { title: 'ILO Constitution' }
const convention = { value: 'day_before', status: 'unconfirmed', source } as const
const inForce = { from: day('1948-04-20'), to: null, convention, laterMembersOwe: false, source: [source] }

/** Article 19(6)(b): 12 months, 18 in exceptional circumstances. */
export const submissionRule: Rule = {
  code: '19-6-b',
  provision: 'ILO Constitution, art. 19(6)(b)',
  title: 'Submission of a Recommendation',
  versions: [
    {
      ...inForce,
      limits: [
        { limit: '12-months', period: { months: 12 }, exceptional: false },
        { limit: '18-months', period: { months: 18 }, exceptional: true },
      ],
    },
  ],
}

/** Article 19(7)(b)(i): a single limit. */
export const referralRule: Rule = {
  code: '19-7-b-i',
  provision: 'ILO Constitution, art. 19(7)(b)(i)',
  title: 'Referral to constituent authorities',
  versions: [{ ...inForce, limits: [{ limit: '18-months', period: { months: 18 }, exceptional: false }] }],
}

const inFour = (text: string) => ({ en: text, fr: text, es: text, ar: text })

const ofEveryKind = { limits: [], discharge: { by: 'complete-report' }, answerWithin: 30 } satisfies Partial<Kind>
const reminder18 = { step: 'reminder18', letter: 'reminder18', from: { limit: '18-months' }, days: 1 } as const

export const submission = {
  ...ofEveryKind,
  owedBy: ['member'],
  code: 'submission',
  name: inFour('Submission to the competent authorities'),
  opensUpon: 'session-closing',
  opens: { kind: 'referral', when: 'constituentMatter' },
  provisions: ['19-6-b'],
  letters: [
    { step: 'request', letter: 'request', from: { dayOfYear: '08-01', after: 'session-closing' }, days: 0, once: true },
    { step: 'reminder12', letter: 'reminder12', from: { limit: '12-months' }, days: 1, suppressedBy: 'exceptional-circumstances' },
    reminder18,
  ],
  report: {
    form: 'questionnaire',
    required: [
      ...(['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction'] as const),
      ...(['communicatedTo.employers', 'communicatedTo.workers'] as const),
    ],
    requested: ['competentAuthorities', 'submissionDate'],
    performedOn: { field: 'submissionDate', given: 'submitted' },
  },
} satisfies Kind

export const referral = {
  ...ofEveryKind,
  owedBy: ['member'],
  code: 'referral',
  name: inFour('Referral to the appropriate authorities'),
  opensUpon: 'government-statement',
  provisions: ['19-7-b-i'],
  letters: [reminder18],
  report: {
    form: 'questionnaire',
    required: ['federal.referralDate', 'federal.referredAuthorities'],
    requested: ['federal.referredAuthorities', 'federal.referralDate'],
    performedOn: { field: 'federal.referralDate' },
  },
} satisfies Kind

/** As a rulebook of these two kinds applies them, whatever the instrument. */
export const kindsOfInstruments = [
  { kind: referral, rule: referralRule },
  { kind: submission, rule: submissionRule },
]

const grounds: CycleBasis = {
  organization: 'ilo',
  cycle: 'ilo:r202',
  instrument: 'R202',
  title: inFour('R202'),
  kind: submission,
  adoptedOn: day('2012-06-14'),
  closing: { session: 'ilo:ilc-101', date: day('2012-06-14'), status: 'confirmed' },
  rule: submissionRule,
  printed: [],
  counting: countingOf(),
  openedOn: day('2012-06-14'),
  trackedFrom: day('2012-06-14'),
  synthetic: false,
}

/** What France owes for R202: request 1 August 2012, limits 13 June and 13 December 2013. */
export const opening = (changes: Partial<CycleBasis> = {}): ObligationOpened => openingFor('FRA', { ...grounds, ...changes })
export const referralOpening = (): ObligationOpened => opening({ kind: referral, rule: referralRule })

export const opened = (changes: Partial<CycleBasis> = {}): ObligationEvent => ({
  type: 'ObligationOpened',
  occurredOn: day('2012-06-14'),
  data: opening(changes),
})

/** The closing that moves to another day, with the deadlines and steps that follow from it. */
export function movedTo(closing: string, today: string, status: 'confirmed' | 'inferred' = 'confirmed'): CommandOf<'MoveLimits'> {
  const again = opening({ closing: { session: 'ilo:ilc-101', date: day(closing), status } })
  const { session, limits, scheduled } = again
  return { type: 'MoveLimits', today: day(today), session, limits, scheduled, reason: 'the actual closing', source: [] }
}

/** A complete answer; its proposals and words are nobody's. */
export const complete = (submissionDate = '2013-02-05'): Questionnaire => ({
  submitted: 'yes',
  submissionDate: day(submissionDate),
  competentAuthorities: [{ name: 'Parliament', kind: 'legislature' }],
  governmentProposals: 'To give effect by law',
  authorityAction: 'Debated and noted',
  communicatedTo: [
    { organization: 'Employers’ Union', side: 'employers' },
    { organization: 'Workers’ Union', side: 'workers' },
  ],
})

export const encryptedAs = (id: string) => ({ id, sha256: 'a'.repeat(64) })

export const submit = (
  report: string,
  today: string,
  answer: Questionnaire = complete(),
  more: Partial<CommandOf<'SubmitReport'>> = {},
): CommandOf<'SubmitReport'> => ({
  type: 'SubmitReport',
  today: day(today),
  report,
  answer,
  content: encryptedAs(`report/${report}`),
  documents: [],
  grounds: null,
  ...more,
})

type Answered = Partial<Extract<ObligationEvent, { type: 'ReportReceived' }>['data']> & {
  readonly submitted?: 'yes' | 'no' | 'partly' | null
  readonly constituentMatter?: boolean
  readonly circumstancesStated?: boolean
  readonly copies?: { readonly employers: number; readonly workers: number }
}

/** What stands in the record of an answer to the questionnaire. */
const received = (report: string, on: string, answered: Answered): ObligationEvent => {
  const { submitted = 'yes', constituentMatter = false, circumstancesStated = false, copies = { employers: 1, workers: 1 }, ...data } = answered
  return {
    type: 'ReportReceived',
    occurredOn: day(on),
    data: {
      report,
      values: {
        ...(submitted === null ? {} : { submitted }),
        ...{ circumstancesStated, constituentMatter, copiesToEmployers: copies.employers, copiesToWorkers: copies.workers },
      },
      missing: [],
      furtherInformation: false,
      content: encryptedAs(`report/${report}`),
      documents: [],
      ...data,
    },
  }
}

const on = (date: string): CalendarDate => day(date)

/** What stands on record of a report, as the installation's own decisions leave it. */
export const reported = {
  received,
  complete: (report: string, date: string, submissionDate = '2013-02-05'): readonly ObligationEvent[] => [
    received(report, date, {}),
    { type: 'ObligationPerformed', occurredOn: on(submissionDate), data: { report } },
    { type: 'ObligationDischarged', occurredOn: on(date), data: { report } },
    { type: 'AcknowledgementOwed', occurredOn: on(date), data: { report } },
  ],
  incomplete: (report: string, date: string, missing: readonly string[], due: string): readonly ObligationEvent[] => [
    received(report, date, { missing: [...missing] }),
    { type: 'ReportReturned', occurredOn: on(date), data: { report, missing: [...missing], due: on(due) } },
  ],
  further: (report: string, date: string, submissionDate = '2013-03-01'): readonly ObligationEvent[] => [
    received(report, date, { furtherInformation: true }),
    { type: 'ObligationPerformed', occurredOn: on(submissionDate), data: { report } },
  ],
  returned: (report: string, date: string): readonly ObligationEvent[] => [
    { type: 'ReportReturned', occurredOn: on(date), data: { report, missing: ['documentRef'], due: on('2013-12-31') } },
    { type: 'ObligationReopened', occurredOn: on(date), data: { report, reason: 'returned' } },
  ],
  accepted: (report: string, date: string): ObligationEvent => ({ type: 'ReportAccepted', occurredOn: on(date), data: { report } }),
  withdrawn: (report: string, date: string): ObligationEvent => ({ type: 'ReportWithdrawn', occurredOn: on(date), data: { report } }),
  reopened: (report: string, date: string, reason: 'returned' | 'withdrawn' = 'withdrawn'): ObligationEvent => ({
    type: 'ObligationReopened',
    occurredOn: on(date),
    data: { report, reason },
  }),
}
