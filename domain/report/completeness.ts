import type { Questionnaire } from './questionnaire.ts'

/** What a complete answer on submission must hold, by the questionnaire's names. The rest is asked for, not required. */
export const requiredOfSubmission = [
  'submitted',
  'submissionDate',
  'competentAuthorities',
  'governmentProposals',
  'authorityAction',
  'communicatedTo.employers',
  'communicatedTo.workers',
] as const

/** The same for a referral to constituent authorities under article 19(7)(b)(i). */
export const requiredOfReferral = ['federal.referralDate', 'federal.referredAuthorities'] as const

export type Required = (typeof requiredOfSubmission)[number] | (typeof requiredOfReferral)[number]

/** What an answer lacks, in the order of the questionnaire; empty when it is complete. */
export function missingFrom(answer: Questionnaire, required: readonly Required[]): readonly Required[] {
  return required.filter((item) => !isAnswered[item](answer))
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

const isAnswered: Readonly<Record<Required, (answer: Questionnaire) => boolean>> = {
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
