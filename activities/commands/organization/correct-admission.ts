import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { language } from '../../../domain/languages.ts'
import { partyCode } from '../../../domain/party-code.ts'
import { correctionInput } from '../../correction/correction-input.ts'
import { requireWords } from '../../require-words.ts'
import { defineCommand } from '../define-command.ts'
import { onMembership } from './change-membership.ts'
import { correctMembership } from './correct-membership.ts'

const name = z.string().trim().min(1).max(200)

/**
 * Corrects an admission that was recorded wrongly. Who owes follows: what the State owes by the corrected day alone is opened, what it owed by the
 * wrong one alone is released.
 *
 * Refused as `unknown-organization`, `unknown-member`, `already-corrected`, `nothing-corrected`, `date-in-future`, `out-of-order`, `words-missing`,
 * `already-released`, `not-correctable`, `unknown-document`.
 *
 * @source ILO Constitution, article 1(3)-(4)
 */
export const correctAdmission = defineCommand({
  name: 'correct-admission',
  summary: {
    en: 'corrects the admission of a State that was recorded wrongly; what it owes follows',
    fr: 'corrige l’admission d’un État enregistrée par erreur ; ce qu’il doit suit',
    es: 'corrige la admisión de un Estado registrada por error; lo que debe la sigue',
    ar: 'يصحّح قبول دولة سُجّل خطأً، فيتبعه ما عليها',
  },
  ...onMembership,
  /** `admittedOn: null`: the State was never admitted. What is not given stays as it is on record. */
  payload: z.strictObject({
    ...correctionInput,
    organization: z.string().min(1),
    member: partyCode,
    admittedOn: calendarDate.nullable().optional(),
    name: z.strictObject({ en: name.optional(), fr: name.optional(), es: name.optional(), ar: name.optional() }).optional(),
    letterLanguage: language.optional(),
  }),
  preview: true,
  decide: (deciding) =>
    correctMembership(deciding, 'admission', ({ today, source }) => {
      const { organization, member, corrects, reason, admittedOn, name: names, letterLanguage } = deciding.payload
      if (names !== undefined) requireWords(deciding.context, organization, names)
      return { type: 'CorrectAdmission', today, member, corrects, reason, source, admittedOn, name: names, letterLanguage }
    }),
})
