import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { Refusal } from '../../../domain/refusal.ts'
import { defineCommand } from '../define-command.ts'
import { changeMembership, membershipInput, onMembership } from './change-membership.ts'

/**
 * Records a Member's notice of withdrawal, with the day from which it is no Member any more, as computed from the day of receipt.
 *
 * What it owes stays as it is. That the notice takes effect subject to what the rule names is recorded as said, and judged by nobody here.
 * Refused as `unknown-organization`, `not-a-member`, `notice-already-given`, `date-in-future`; `rule-not-known` where no source says when it
 * takes effect.
 *
 * @source ILO Constitution, article 1(5)
 */
export const giveWithdrawalNotice = defineCommand({
  name: 'give-withdrawal-notice',
  summary: {
    en: 'records a notice of withdrawal; the day of its effect is computed',
    fr: 'enregistre un préavis de retrait ; la date d’effet est calculée',
    es: 'registra un aviso de retiro; se calcula el día en que surte efecto',
    ar: 'يسجّل إشعاراً بالانسحاب، ويُحسب يوم نفاذه',
  },
  ...onMembership,
  /** `receivedOn`: the day on which the notice was received, not that of the letter; today at the seat where none is given. */
  payload: z.strictObject({
    ...membershipInput,
    receivedOn: calendarDate.optional(),
  }),
  decide: (deciding) =>
    changeMembership(deciding, ({ today, source }) => {
      const { organization, member, receivedOn, note } = deciding.payload
      const rule = deciding.context.reference.withdrawalOf(organization)
      if (rule === null)
        throw new Refusal('rule-not-known', `No source says when a withdrawal from ${organization} takes effect: add it to its seeds`, { organization })
      return { type: 'GiveWithdrawalNotice', today, member, receivedOn: receivedOn ?? today, rule, ...(note === undefined ? {} : { note }), source }
    }),
})
