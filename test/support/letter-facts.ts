import type { LetterFacts } from '../../documents/letters/letter-facts.ts'
import type { LimitFacts, ObligationFacts } from '../../documents/letters/obligation-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../domain/calendar/computation.ts'

/** The letters that go about a submission. */
export const submissionLetters = ['request', 'reminder12', 'reminder18', 'acknowledgement', 'return'] as const
type SubmissionLetter = (typeof submissionLetters)[number]

const source = 'Follow-up to the resolution on social protection floors, paragraph 13'

const limit = (months: 12 | 18, wording: string): LimitFacts => {
  const count = computeLimit(day('2012-06-14'), { months }, 'day_before')
  const { countedFrom, dueOn } = count
  return {
    limit: `${months}-months`,
    name: null,
    date: dueOn,
    exceptional: months === 18,
    provisional: false,
    computation: {
      ...{ by: 'provision', from: 'session-closing', countedFrom, status: 'confirmed', dueOn, unconfirmed: true },
      counts: [count],
    },
    printed: { date: dueOn, wording, language: 'ar', source },
    rule: { source: [], productDefault: false },
  }
}

/** Recommendation No. 202, as France owes it. */
export const r202: ObligationFacts = {
  id: 'ilo:R202:submission:FRA',
  kind: {
    code: 'submission',
    name: {
      en: 'Submission to the competent authorities',
      fr: 'Soumission aux autorités compétentes',
      es: 'Sumisión a las autoridades competentes',
      ar: 'العرض على السلطات المختصة',
    },
    fields: [],
    performedOn: null,
    requested: [
      ...(['competentAuthorities', 'submissionDate', 'governmentProposals', 'authorityAction'] as const),
      ...(['tripartiteConsultation', 'exceptionalCircumstances', 'communicatedTo'] as const),
    ],
    opens: 'referral',
  },
  title: {
    en: 'Social Protection Floors Recommendation, 2012 (No. 202)',
    fr: 'Recommandation (nº 202) sur les socles de protection sociale, 2012',
    es: 'Recomendación sobre los pisos de protección social, 2012 (núm. 202)',
    ar: 'توصية أرضيات الحماية الاجتماعية، ٢٠١٢ (رقم ٢٠٢)',
  },
  basis: { code: 'R202', source: ['ILO Constitution, art. 19(6)(b)'], printed: null, responsible: null },
  session: { id: 'ilo:ilc-101', organization: 'ilo', body: 'ilc', number: '101' },
  limits: [limit(12, 'قبل ١٣ حزيران/ يونيه ٢٠١٣'), limit(18, 'بحلول ١٣ كانون الأول/ ديسمبر ٢٠١٣')],
}

const dates = { request: '2012-08-01', reminder12: '2013-06-14', reminder18: '2013-12-14', acknowledgement: '2013-05-02', return: '2013-05-02' } as const

const answered = {
  acknowledgement: { report: { receivedOn: day('2013-05-02'), performedOn: day('2013-04-17'), class: 'inTime' } },
  return: {
    report: { receivedOn: day('2013-05-02'), performedOn: null, class: null },
    missing: ['submissionDate', 'authorityAction', 'communicatedTo.employers'],
    returnDue: day('2013-06-01'),
  },
} as const

/** The facts of a letter of any kind to France about R202, changed where a test needs it. */
export function letterFacts(kind: SubmissionLetter, changes: Partial<LetterFacts> = {}): LetterFacts {
  const more = kind === 'acknowledgement' || kind === 'return' ? answered[kind] : {}
  return {
    kind,
    letterId: `FRA-${dates[kind]}-1`,
    date: day(dates[kind]),
    party: { organization: 'ilo', partyType: 'member', code: 'FRA', name: { en: 'France', fr: 'France', es: 'Francia', ar: 'فرنسا' } },
    organization: {
      en: 'International Labour Organization',
      fr: 'Organisation internationale du Travail',
      es: 'Organización Internacional del Trabajo',
      ar: 'منظمة العمل الدولية',
    },
    synthetic: false,
    reply: { address: 'secretariat@follow-up.invalid', portal: 'https://follow-up.invalid/obligations/ilo:R202:submission:FRA' },
    obligations: [{ ...r202, ...more }],
    ...changes,
  }
}
