import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { language } from '../../../domain/languages.ts'
import { requireMemberCode } from '../../../domain/organization/member-codes.ts'
import { requireWords } from '../../require-words.ts'
import { defineCommand } from '../define-command.ts'
import { changeMembership, membershipInput, onMembership } from './change-membership.ts'

const name = z.string().trim().min(1).max(200)

/**
 * Records the admission of a State. It owes for what is adopted from that day on; earlier cycles stay as they are.
 *
 * Refused as `unknown-organization`, `malformed-member-code`, `words-missing`, `already-member`, `date-in-future`.
 *
 * @source ILO Constitution, article 1(3)-(4)
 */
export const admitMember = defineCommand({
  name: 'admit-member',
  summary: {
    en: 'records the admission of a State',
    fr: 'enregistre l’admission d’un État',
    es: 'registra la admisión de un Estado',
    ar: 'يسجّل قبول دولة عضواً',
  },
  ...onMembership,
  /** `admittedOn`: the day on which the acceptance was received, or the vote of admission took effect; today at the seat where none is given. */
  payload: z.strictObject({
    ...membershipInput,
    name: z.strictObject({ en: name.optional(), fr: name.optional(), es: name.optional(), ar: name.optional() }),
    letterLanguage: language,
    admittedOn: calendarDate.optional(),
  }),
  decide: (deciding) =>
    changeMembership(deciding, ({ today, source }) => {
      const { organization, member, name: names, letterLanguage, admittedOn, note } = deciding.payload
      requireWords(deciding.context, organization, names)
      requireMemberCode(member, deciding.context.reference.memberCodesOf(organization))
      const admission = { member, name: names, letterLanguage, status: 'confirmed', ...(note === undefined ? {} : { note }), source } as const
      return { type: 'AdmitMember', today, admittedOn: admittedOn ?? today, admission }
    }),
})
