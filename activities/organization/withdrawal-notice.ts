import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { partyCode } from '../../domain/party-code.ts'
import { source } from '../../domain/provenance.ts'
import { Refusal } from '../../domain/refusal.ts'
import type { CommandMetadata } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { changeMembership } from './change-membership.ts'

/** `receivedOn`: the day on which the notice was received, not that of the letter; today at the seat where none is given. */
export const withdrawalNoticePayload = z.strictObject({
  organization: z.string().min(1),
  member: partyCode,
  receivedOn: calendarDate.optional(),
  note: z.string().trim().min(1).max(2_000).optional(),
  source: z.array(z.strictObject(source.shape)).optional(),
})

/**
 * Records a Member's notice of withdrawal, with the day from which it is no Member any more, as reckoned from the day of receipt.
 *
 * What it owes stays as it is. That the notice takes effect subject to what the rule names is recorded as said, and judged by nobody here.
 *
 * @throws Refusal `unknown-organization`, `not-a-member`, `notice-already-given`, `date-in-future`; `rule-not-known` where no source says when it takes effect
 * @source ILO Constitution, article 1(5)
 */
export const giveWithdrawalNotice = (
  context: UseCaseContext,
  metadata: CommandMetadata,
  payload: z.output<typeof withdrawalNoticePayload>,
): Promise<CommandResult> =>
  changeMembership(context, metadata, 'give-withdrawal-notice', payload, ({ today, source: said }) => {
    const { organization, member, receivedOn, note } = payload
    const rule = context.reference.withdrawalOf(organization)
    if (rule === null)
      throw new Refusal('rule-not-known', `No source says when a withdrawal from ${organization} takes effect: add it to its seeds`, { organization })
    return { type: 'GiveWithdrawalNotice', today, member, receivedOn: receivedOn ?? today, rule, ...(note === undefined ? {} : { note }), source: said }
  })
