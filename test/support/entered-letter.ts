import type { LetterFacts } from '../../documents/letters/letter-facts.ts'
import type { ObligationFacts } from '../../documents/letters/obligation-facts.ts'
import { day } from '../../domain/calendar/calendar-date.ts'
import { countPeriods } from '../../domain/calendar/count-periods.ts'
import type { InLanguages } from '../../domain/languages.ts'

/** The letters that go about what rows ask. */
export const rowLetters = ['request', 'notice', 'reminder', 'invitation', 'acknowledgement', 'return'] as const
type RowLetter = (typeof rowLetters)[number]

const four = (en: string, fr: string, es: string, ar: string): InLanguages => ({ en, fr, es, ar })
const question = (name: string, label: InLanguages, required = true) => ({ name, type: 'words', label, required }) as const
const dayOf = (name: string, label: InLanguages) => ({ name, type: 'day', label, required: true }) as const
const row = { code: 'fp-4', source: ['Fictional plan of action, annex, row 4'], responsible: null } as const
const guide = { language: 'ar', text: 'دليل للممارسات الجيدة' } as const
const declared = { requested: [], opens: null }
const sources = { source: ['Fictional rules, article 3'], productDefault: false }
const byDefault = { source: [], productDefault: true }

function countedFrom(from: 'timing' | 'session-opening' | 'session-closing', on: string, daysBefore: number, status: 'inferred' | 'announced') {
  const countedOn = day(on)
  const period = { days: daysBefore }
  const counts = daysBefore === 0 ? [] : countPeriods(countedOn, [period], 'anniversary', { findCalendar: () => null, direction: 'back' })
  const dueOn = counts?.at(-1)?.dueOn ?? countedOn
  return { by: 'kind' as const, from, countedFrom: countedOn, status, counts: [...(counts ?? [])], dueOn, unconfirmed: false }
}

/** Fictional: an output that the office owes by the end of 2026. */
export const output: ObligationFacts = {
  id: 'ilo:fp-4:output:office',
  kind: {
    ...declared,
    code: 'output',
    name: four('Output of a plan', 'Produit d’un plan', 'Producto de un plan', 'ناتج من نواتج خطة'),
    performedOn: 'deliveredOn',
    fields: [
      dayOf('deliveredOn', four('Delivered on', 'Date de réalisation', 'Fecha de entrega', 'تاريخ الإنجاز')),
      question('summary', four('What was delivered', 'Ce qui a été réalisé', 'Lo que se entregó', 'ما تم إنجازه')),
      question('reference', four('Document or address', 'Document ou adresse', 'Documento o dirección', 'الوثيقة أو العنوان'), false),
    ],
  },
  title: four('Guide to good practice', 'Guide de bonnes pratiques', 'Guía de buenas prácticas', 'دليل للممارسات الجيدة في المجال'),
  basis: {
    ...row,
    printed: { ...guide, timing: { printed: '٢٠٢٥-٢٠٢٦', parsed: { shape: 'years', from: 2025, to: 2026 }, status: 'inferred' } },
    responsible: 'Fictional Department',
  },
  limits: [
    {
      limit: 'due',
      name: four('End of the printed timing', 'Fin du calendrier imprimé', 'Fin del plazo impreso', 'نهاية التوقيت المطبوع'),
      date: day('2026-12-31'),
      exceptional: false,
      provisional: false,
      computation: countedFrom('timing', '2026-12-31', 0, 'inferred'),
      rule: byDefault,
    },
  ],
}

/** Fictional: a report to a session that is only announced. */
export const sessionReport: ObligationFacts = {
  ...output,
  id: 'ilo:fp-5:governing-body-report:office:gb-349',
  kind: {
    ...declared,
    code: 'governing-body-report',
    name: four('Report to a session', 'Rapport à une session', 'Informe a una reunión', 'تقرير إلى دورة'),
    performedOn: 'discussedOn',
    fields: [dayOf('discussedOn', four('Discussed on', 'Discuté le', 'Discutido el', 'تاريخ المناقشة'))],
  },
  title: four('Progress report', 'Rapport d’étape', 'Informe de situación', 'تقرير مرحلي'),
  basis: { ...row, printed: { ...guide, timing: { printed: 'الدورة ٣٤٩', parsed: { shape: 'session', session: 'gb-349' }, status: 'confirmed' } } },
  session: { id: 'ilo:gb-349', organization: 'ilo', body: 'gb', number: '349' },
  limits: [
    {
      limit: 'published',
      name: four('Due to be published', 'Publication', 'Publicación', 'النشر'),
      date: day('2026-09-30'),
      exceptional: false,
      provisional: true,
      computation: countedFrom('session-opening', '2026-10-30', 30, 'announced'),
      rule: sources,
    },
    {
      limit: 'discussed',
      name: four('Discussed', 'Discussion', 'Discusión', 'المناقشة'),
      date: day('2026-11-09'),
      exceptional: false,
      provisional: true,
      computation: countedFrom('session-closing', '2026-11-09', 0, 'announced'),
      rule: byDefault,
    },
  ],
}

/** Fictional: a target with one observation that does not reach it. */
export const indicator: ObligationFacts = {
  ...output,
  id: 'ilo:fp-6:indicator:office',
  kind: {
    ...declared,
    code: 'indicator',
    name: four('Indicator with a target', 'Indicateur assorti d’une cible', 'Indicador con una meta', 'مؤشر ذو هدف محدد'),
    performedOn: 'observedOn',
    fields: [
      dayOf('observedOn', four('Observed on', 'Constaté le', 'Fecha de la observación', 'تاريخ الرصد')),
      { ...question('value', four('Value', 'Valeur', 'Valor', 'القيمة')), type: 'number' as const },
    ],
  },
  title: four('Ratifications', 'Ratifications', 'Ratificaciones', 'التصديقات'),
  target: { atLeast: 70, unit: four('ratifications', 'ratifications', 'ratificaciones', 'تصديقاً'), newest: { value: 59, on: day('2021-10-08') } },
}

/** Fictional: what a Member is invited to do, without a day. */
export const invitation: ObligationFacts = {
  ...output,
  id: 'oic:fr-1:invitation:EGY',
  kind: {
    ...declared,
    code: 'invitation',
    name: four('Invitation', 'Invitation', 'Invitación', 'دعوة'),
    performedOn: 'answeredOn',
    fields: [
      dayOf('answeredOn', four('Date of the answer', 'Date de la réponse', 'Fecha de la respuesta', 'تاريخ الرد')),
      question('answer', four('What was done', 'Suite donnée', 'Curso dado', 'ما تم القيام به')),
    ],
  },
  title: four('Designate a national focal point', 'Désigner un point focal national', 'Designar un punto focal nacional', 'تسمية جهة اتصال وطنية'),
  basis: {
    code: 'fr-1',
    source: ['Fictional recommendations, recommendation 1'],
    printed: { language: 'ar', text: 'تسمية جهة اتصال وطنية', timing: { printed: null, parsed: { shape: 'none' }, status: 'confirmed' } },
    responsible: null,
  },
  limits: [],
}

/** Fictional: a report on law and practice that a Member is asked for. */
export const memberReport: ObligationFacts = {
  ...output,
  id: 'ilo:fs-1:member-report:EGY',
  kind: {
    ...declared,
    code: 'member-report',
    name: four(
      'Report on law and practice',
      'Rapport sur la législation et la pratique',
      'Memoria sobre la legislación y la práctica',
      'تقرير عن التشريع والممارسة',
    ),
    performedOn: 'reportedOn',
    fields: [
      dayOf('reportedOn', four('Date of the report', 'Date du rapport', 'Fecha de la memoria', 'تاريخ التقرير')),
      question('lawAndPractice', four('Law and practice', 'Législation et pratique', 'Legislación y práctica', 'التشريع والممارسة')),
    ],
  },
  title: four('Report for the survey', 'Rapport pour l’étude d’ensemble', 'Memoria para el estudio general', 'تقرير للدراسة الاستقصائية'),
}

const office = {
  organization: 'ilo',
  partyType: 'unit',
  code: 'office',
  name: four('Fictional Office', 'Bureau fictif', 'Oficina ficticia', 'المكتب الافتراضي'),
} as const
const member = { organization: 'ilo', partyType: 'member', code: 'EGY', name: four('Egypt', 'Égypte', 'Egipto', 'مصر') } as const

const about = {
  request: { party: member, obligations: [memberReport] },
  notice: { party: office, obligations: [output, sessionReport, indicator] },
  reminder: { party: office, obligations: [output] },
  invitation: { party: { ...member, organization: 'oic' }, obligations: [invitation] },
  acknowledgement: {
    party: member,
    obligations: [{ ...memberReport, report: { receivedOn: day('2026-08-03'), performedOn: day('2026-07-30'), class: 'inTime' } }],
  },
  return: {
    party: office,
    obligations: [
      {
        ...output,
        report: { receivedOn: day('2026-08-03'), performedOn: null, class: null },
        missing: ['deliveredOn', 'summary'],
        returnDue: day('2026-09-02'),
      },
    ],
  },
} as const satisfies Readonly<Record<RowLetter, Pick<LetterFacts, 'party' | 'obligations'>>>

/** The facts of a letter of any kind about obligations of declared kinds, changed where a test needs it. */
export const enteredLetter = (kind: RowLetter, changes: Partial<LetterFacts> = {}): LetterFacts => ({
  kind,
  letterId: `${about[kind].party.organization}:${about[kind].party.code}:2026-08-03:1`,
  date: day(kind === 'reminder' ? '2027-01-01' : '2026-08-03'),
  organization: four('Fictional Organization', 'Organisation fictive', 'Organización ficticia', 'المنظمة الافتراضية'),
  synthetic: false,
  reply: { address: 'secretariat@follow-up.invalid' },
  ...about[kind],
  ...changes,
})

/** So many outputs of one kind, all due on the same day. */
export const outputs = (count: number): readonly ObligationFacts[] =>
  Array.from({ length: count }, (_, index) => ({
    ...output,
    id: `ilo:fp-${index + 1}:output:office`,
    title: four(`Output ${index + 1}`, `Produit ${index + 1}`, `Producto ${index + 1}`, `الناتج ${index + 1}`),
  }))
