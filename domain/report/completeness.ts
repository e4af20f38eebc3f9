import { z } from 'zod'
import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Questionnaire } from './questionnaire.ts'

/** What may be required of a complete answer, by the questionnaire's names. A kind says which of these it requires. */
export const requirable = z.enum([
  'submitted',
  'submissionDate',
  'competentAuthorities',
  'governmentProposals',
  'authorityAction',
  'communicatedTo.employers',
  'communicatedTo.workers',
  'federal.referralDate',
  'federal.referredAuthorities',
])
export type Requirable = z.infer<typeof requirable>

/** The days of an answer on which the act itself may have been done. */
export const dayField = z.enum(['submissionDate', 'federal.referralDate'])
export type DayField = z.infer<typeof dayField>

/** What an answer lacks, in the order in which it is required; empty when it is complete. */
export function missingFrom(answer: Questionnaire, required: readonly Requirable[]): readonly Requirable[] {
  return required.filter((item) => !isAnswered[item](answer))
}

/** The day on which it was done, by the answer; `undefined` where it does not say, or does not say that it was done. */
export function performedOn(answer: Questionnaire, { field, given }: { readonly field: DayField; readonly given?: Requirable | undefined }) {
  return given === undefined || isAnswered[given](answer) ? dayOf[field](answer) : undefined
}

type Copy = NonNullable<Questionnaire['communicatedTo']>[number]

/** A copy under article 23(2) counts for a side once an organization of that side is named. */
export const isCopyTo =
  (side: 'employers' | 'workers') =>
  (copy: Copy): boolean =>
    copy.side === side && copy.organization !== undefined

const copied = (side: 'employers' | 'workers') => (answer: Questionnaire) => answer.communicatedTo?.some(isCopyTo(side)) ?? false

const isProposal = (each: string | { readonly proposal?: string | undefined; readonly text?: string | undefined }): boolean =>
  typeof each === 'string' || each.proposal !== undefined || each.text !== undefined

const isAnswered: Readonly<Record<Requirable, (answer: Questionnaire) => boolean>> = {
  submitted: ({ submitted }) => submitted === 'yes',
  submissionDate: ({ submissionDate }) => submissionDate !== undefined,
  competentAuthorities: ({ competentAuthorities }) => competentAuthorities?.some(({ name }) => name !== undefined) ?? false,
  governmentProposals: ({ governmentProposals = [] }) => [governmentProposals].flat().some(isProposal),
  authorityAction: ({ authorityAction }) => typeof authorityAction === 'string',
  'communicatedTo.employers': copied('employers'),
  'communicatedTo.workers': copied('workers'),
  'federal.referralDate': ({ federal }) => federal?.referralDate !== undefined,
  'federal.referredAuthorities': ({ federal }) => (federal?.referredAuthorities?.length ?? 0) > 0,
}

const dayOf: Readonly<Record<DayField, (answer: Questionnaire) => CalendarDate | undefined>> = {
  submissionDate: ({ submissionDate }) => submissionDate,
  'federal.referralDate': ({ federal }) => federal?.referralDate,
}
