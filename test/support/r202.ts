import { type CalendarDate, day } from '../../domain/calendar/calendar-date.ts'
import { type Grounds, openingFor } from '../../domain/cycle/opening.ts'
import type { CommandOf } from '../../domain/obligation/commands.ts'
import type { ObligationOpened } from '../../domain/obligation/events.ts'
import type { ObligationEvent } from '../../domain/obligation/state.ts'
import type { Questionnaire } from '../../domain/report/questionnaire.ts'
import type { Duty } from '../../domain/rulebook/duty.ts'
import type { Rule } from '../../domain/rulebook/rule.ts'

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

const ofEveryDuty = { owedBy: 'members-on-adoption', discharge: { by: 'complete-report' }, answerWithin: 30 } as const
const reminder18 = { letter: 'reminder18', due: { dayAfter: '18-months' } } as const

export const submission: Duty = {
  ...ofEveryDuty,
  code: 'submission',
  name: inFour('Submission to the competent authorities'),
  opensUpon: 'session-closing',
  opensOnConstituentMatter: 'referral',
  due: { from: 'provision', rules: ['19-6-b'] },
  letters: [
    { letter: 'request', due: { firstAfterClosing: '08-01' } },
    { letter: 'reminder12', due: { dayAfter: '12-months' }, suppressedBy: 'exceptional-circumstances' },
    reminder18,
  ],
  report: {
    required: [
      ...(['submitted', 'submissionDate', 'competentAuthorities', 'governmentProposals', 'authorityAction'] as const),
      ...(['communicatedTo.employers', 'communicatedTo.workers'] as const),
    ],
    requested: ['competentAuthorities', 'submissionDate'],
    performedOn: { field: 'submissionDate', given: 'submitted' },
  },
}

export const referral: Duty = {
  ...ofEveryDuty,
  code: 'referral',
  name: inFour('Referral to the appropriate authorities'),
  opensUpon: 'government-statement',
  due: { from: 'provision', rules: ['19-7-b-i'] },
  letters: [reminder18],
  report: {
    required: ['federal.referralDate', 'federal.referredAuthorities'],
    requested: ['federal.referredAuthorities', 'federal.referralDate'],
    performedOn: { field: 'federal.referralDate' },
  },
}

/** As a rulebook of these two kinds applies them, whatever the instrument. */
export const duties = [
  { duty: referral, rule: referralRule },
  { duty: submission, rule: submissionRule },
]

const grounds: Grounds = {
  organization: 'ilo',
  cycle: 'ilo:r202',
  instrument: 'R202',
  duty: submission,
  adoptedOn: day('2012-06-14'),
  closing: { session: 'ilo:ilc-101', date: day('2012-06-14'), status: 'confirmed' },
  rule: submissionRule,
  printed: [],
  trackedFrom: day('2012-06-14'),
}

/** What France owes for R202: request 1 August 2012, limits 13 June and 13 December 2013. */
export const opening = (changes: Partial<Grounds> = {}): ObligationOpened => openingFor('FRA', { ...grounds, ...changes })
export const referralOpening = (): ObligationOpened => opening({ duty: referral, rule: referralRule })

export const opened = (changes: Partial<Grounds> = {}): ObligationEvent => ({ type: 'ObligationOpened', occurredOn: day('2012-06-14'), data: opening(changes) })

/** The closing that moves to another day, with the deadlines and steps that follow from it. */
export function movedTo(closing: string, today: string, status: 'confirmed' | 'inferred' = 'confirmed'): CommandOf<'MoveDeadlines'> {
  const again = opening({ closing: { session: 'ilo:ilc-101', date: day(closing), status } })
  return { type: 'MoveDeadlines', today: day(today), closing: again.closing, limits: again.limits, steps: again.steps, reason: 'the actual closing' }
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

const received = (report: string, on: string, data: Partial<Extract<ObligationEvent, { type: 'ReportReceived' }>['data']>): ObligationEvent => ({
  type: 'ReportReceived',
  occurredOn: day(on),
  data: {
    report,
    submitted: 'yes',
    missing: [],
    copies: { employers: 1, workers: 1 },
    circumstancesStated: false,
    constituentMatter: false,
    furtherInformation: false,
    content: encryptedAs(`report/${report}`),
    documents: [],
    ...data,
  },
})

const on = (date: string): CalendarDate => day(date)

/** What stands on record of a report, as the house's own decisions leave it. */
export const reported = {
  received,
  complete: (report: string, date: string, submissionDate = '2013-02-05'): readonly ObligationEvent[] => [
    received(report, date, {}),
    { type: 'SubmissionMade', occurredOn: on(submissionDate), data: { report } },
    { type: 'ObligationDischarged', occurredOn: on(date), data: { report } },
    { type: 'AcknowledgementOwed', occurredOn: on(date), data: { report } },
  ],
  incomplete: (report: string, date: string, missing: readonly string[], due: string): readonly ObligationEvent[] => [
    received(report, date, { missing: [...missing] }),
    { type: 'ReportReturned', occurredOn: on(date), data: { report, missing: [...missing], due: on(due) } },
  ],
  further: (report: string, date: string, submissionDate = '2013-03-01'): readonly ObligationEvent[] => [
    received(report, date, { furtherInformation: true }),
    { type: 'SubmissionMade', occurredOn: on(submissionDate), data: { report } },
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
