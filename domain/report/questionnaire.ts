import { z } from 'zod'
import { calendarDate } from '../calendar/calendar-date.ts'

const text = z.string().trim().min(1).max(20_000)
const side = z.enum(['employers', 'workers'])

const federal = z.strictObject({
  federalOrConstituent: z.enum(['federal', 'constituent', 'mixed']).optional(),
  referredAuthorities: z.array(text).max(100).optional(),
  referralDate: calendarDate.optional(),
  interGovernmentalConsultations: text.optional(),
  actionsTaken: z.array(text).max(100).optional(),
})

/**
 * A Government's answer on submission, point by point as the questionnaire of the source asks.
 *
 * The obligation gives instrument and Member, so they are not part of it. Every field may be absent: absence makes a
 * report incomplete, never malformed, inside its lists as well. An unknown field is an error.
 *
 * @source Memorandum concerning the obligation to submit Conventions and Recommendations to the competent authorities
 *   (Governing Body, 2005), questionnaire; only the numbers VI and XI of its points are confirmed
 */
export const questionnaire = z.strictObject({
  submitted: z.enum(['yes', 'no', 'partly']).optional(),
  /** The day on which the instrument was laid before the authority, not that of the letter to the Office. */
  submissionDate: calendarDate.optional(),
  competentAuthorities: z
    .array(
      z.strictObject({ name: text.optional(), kind: z.enum(['legislature', 'executive', 'subnational', 'other']).optional(), legalBasis: text.optional() }),
    )
    .max(100)
    .optional(),
  documentRef: text.optional(),
  governmentProposals: z
    .union([text, z.array(z.union([text, z.strictObject({ instrument: text.optional(), proposal: text.optional(), text: text.optional() })])).max(100)])
    .optional(),
  exceptionalCircumstances: text.nullish(),
  authorityAction: text.nullish(),
  /** Point VI. */
  tripartiteConsultation: z
    .strictObject({
      held: z.boolean().optional(),
      channel: z.enum(['consultative_body', 'other', 'written']).optional(),
      dates: z.array(calendarDate).max(100).optional(),
      viewsAndRecommendations: text.optional(),
    })
    .optional(),
  federal: federal.optional(),
  /** Point XI: copies under article 23(2). */
  communicatedTo: z
    .array(z.strictObject({ organization: text.optional(), side: side.optional(), date: calendarDate.optional() }))
    .max(500)
    .optional(),
  observationsReceived: z
    .array(z.strictObject({ organization: text.optional(), text: text.optional(), forwarded: z.boolean().optional() }))
    .max(500)
    .optional(),
  repliesToSupervisoryComments: z
    .array(z.strictObject({ body: text.optional(), commentRef: text.optional(), reply: text.optional() }))
    .max(500)
    .optional(),
  /** Papers sent with the answer, base64. */
  documents: z
    .array(z.strictObject({ name: text, mediaType: text, content: z.base64() }))
    .max(20)
    .optional(),
})
export type Questionnaire = Readonly<z.infer<typeof questionnaire>>

/** What letters may ask for, by the names of the questionnaire; those of the federal block with the name of the block before them. */
export const askable = z.enum([
  'competentAuthorities',
  'submissionDate',
  'governmentProposals',
  'authorityAction',
  'tripartiteConsultation',
  'exceptionalCircumstances',
  'communicatedTo',
  'federal.referredAuthorities',
  'federal.referralDate',
  'federal.interGovernmentalConsultations',
  'federal.actionsTaken',
])
export type Askable = z.infer<typeof askable>
