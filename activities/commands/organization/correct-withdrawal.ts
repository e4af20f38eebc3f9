import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { partyCode } from '../../../domain/party-code.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { correctionInput } from '../../correction/correction-input.ts'
import { defineCommand } from '../define-command.ts'
import { onMembership } from './change-membership.ts'
import { correctMembership } from './correct-membership.ts'

/**
 * Corrects a notice of withdrawal that was recorded wrongly. The day of its effect is computed again, and who owes follows.
 *
 * Refused as `unknown-organization`, `unknown-member`, `already-corrected`, `nothing-corrected`, `date-in-future`, `out-of-order`, `rule-not-known`,
 * `already-released`, `not-correctable` where no notice is on record, `unknown-document`.
 *
 * @source ILO Constitution, article 1(5)
 */
export const correctWithdrawal = defineCommand({
  name: 'correct-withdrawal',
  summary: {
    en: 'corrects a notice of withdrawal that was recorded wrongly; what the Member owes follows',
    fr: 'corrige un préavis de retrait enregistré par erreur ; ce que le Membre doit suit',
    es: 'corrige un aviso de retiro registrado por error; lo que debe el Miembro lo sigue',
    ar: 'يصحّح إشعاراً بالانسحاب سُجّل خطأً، فيتبعه ما على الدولة العضو',
  },
  ...onMembership,
  /** `receivedOn: null`: no notice was given. */
  payload: z.strictObject({ ...correctionInput, organization: z.string().min(1), member: partyCode, receivedOn: calendarDate.nullable() }),
  preview: true,
  decide: (deciding) =>
    correctMembership(deciding, 'withdrawal', ({ today, source }) => {
      const { organization, member, corrects, reason, receivedOn } = deciding.payload
      const rule = deciding.context.reference.withdrawalOf(organization)
      if (rule === null)
        throw new Refusal('rule-not-known', `No source says when a withdrawal from ${organization} takes effect: add it to its seeds`, { organization })
      return { type: 'CorrectWithdrawal', today, member, corrects, reason, source, receivedOn, rule }
    }),
})
