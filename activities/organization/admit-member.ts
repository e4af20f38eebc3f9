import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { language } from '../../domain/languages.ts'
import { requireMemberCode } from '../../domain/organization/member-codes.ts'
import { partyCode } from '../../domain/party-code.ts'
import { source } from '../../domain/provenance.ts'
import type { CommandMetadata } from '../command.ts'
import type { CommandResult } from '../ports.ts'
import { requireWords } from '../require-words.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import { changeMembership } from './change-membership.ts'

const name = z.string().trim().min(1).max(200)

/** `admittedOn`: the day on which the acceptance was received, or the vote of admission took effect; today at the seat where none is given. */
export const admitMemberPayload = z.strictObject({
  organization: z.string().min(1),
  member: partyCode,
  name: z.strictObject({ en: name.optional(), fr: name.optional(), es: name.optional(), ar: name.optional() }),
  letterLanguage: language,
  admittedOn: calendarDate.optional(),
  note: z.string().trim().min(1).max(2_000).optional(),
  source: z.array(z.strictObject(source.shape)).optional(),
})

/**
 * Records the admission of a State. It owes for what is adopted from that day on; earlier cycles stay as they are.
 *
 * @throws Refusal `unknown-organization`, `malformed-member-code`, `words-missing`, `already-member`, `date-in-future`
 * @source ILO Constitution, article 1(3)-(4)
 */
export const admitMember = (context: UseCaseContext, metadata: CommandMetadata, payload: z.output<typeof admitMemberPayload>): Promise<CommandResult> =>
  changeMembership(context, metadata, 'admit-member', payload, ({ today, source: said }) => {
    const { organization, member, name: names, letterLanguage, admittedOn, note } = payload
    requireWords(context, organization, names)
    requireMemberCode(member, context.reference.memberCodesOf(organization))
    const admission = { member, name: names, letterLanguage, status: 'confirmed', ...(note === undefined ? {} : { note }), source: said } as const
    return { type: 'AdmitMember', today, admittedOn: admittedOn ?? today, admission }
  })
