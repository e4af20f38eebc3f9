import { z } from 'zod'
import { inLanguages } from '../languages.ts'
import { letterKind } from '../letter/events.ts'
import { dutyReport } from '../rulebook/duty.ts'

/** What its kind said when an obligation under an instrument was opened. What is decided later is decided from this alone. */
export const kindSnapshot = z.object({
  name: inLanguages,
  report: dutyReport,
  /** Letters that do not go once exceptional circumstances were stated. */
  suppressed: z.array(letterKind),
  /** The kind that a Government's statement on constituent units opens; `null`: none. */
  opensOnConstituentMatter: z.string().nullable(),
})
export type KindSnapshot = Readonly<z.infer<typeof kindSnapshot>>

/** What holds for an obligation that was opened before its terms stood in the record. @throws RangeError for a kind of which there was none then */
export function snapshotBefore(kind: string): KindSnapshot {
  const found = before[kind]
  if (found === undefined) throw new RangeError(`No ${kind} was opened without its terms on record`)
  return found
}

/** The kinds that a cycle opened before its kinds stood in the record. */
export const kindsBefore: readonly string[] = ['submission']

const before: Readonly<Record<string, KindSnapshot>> = {
  submission: {
    name: {
      en: 'Submission to the competent authorities',
      fr: 'Soumission aux autorités compétentes',
      es: 'Sumisión a las autoridades competentes',
      ar: 'العرض على السلطات المختصة',
    },
    report: {
      required: [
        'submitted',
        'submissionDate',
        'competentAuthorities',
        'governmentProposals',
        'authorityAction',
        'communicatedTo.employers',
        'communicatedTo.workers',
      ],
      requested: [
        ...(['competentAuthorities', 'submissionDate', 'governmentProposals', 'authorityAction'] as const),
        ...(['tripartiteConsultation', 'exceptionalCircumstances', 'communicatedTo'] as const),
      ],
      performedOn: { field: 'submissionDate', given: 'submitted' },
    },
    suppressed: ['reminder12'],
    opensOnConstituentMatter: 'referral',
  },
  referral: {
    name: {
      en: 'Referral to the appropriate authorities',
      fr: 'Renvoi aux autorités appropriées',
      es: 'Remisión a las autoridades apropiadas',
      ar: 'الإحالة إلى السلطات المناسبة',
    },
    report: {
      required: ['federal.referralDate', 'federal.referredAuthorities'],
      requested: [
        ...(['federal.referredAuthorities', 'federal.referralDate', 'federal.interGovernmentalConsultations'] as const),
        ...(['federal.actionsTaken', 'communicatedTo'] as const),
      ],
      performedOn: { field: 'federal.referralDate' },
    },
    suppressed: [],
    opensOnConstituentMatter: null,
  },
}
