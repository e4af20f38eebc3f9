import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Decider } from '../decider.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { Admission } from './events.ts'
import { membersOn, type Organization, type OrganizationEvent, organization } from './organization.ts'
import { type WithdrawalRule, withdrawalEffect } from './withdrawal.ts'

export type MembershipCommand =
  | {
      readonly type: 'AdmitMember'
      readonly today: CalendarDate
      readonly admittedOn: CalendarDate
      readonly admission: Omit<Admission, 'admittedOn' | 'knownBy'>
    }
  | {
      readonly type: 'GiveWithdrawalNotice'
      readonly today: CalendarDate
      readonly member: string
      /** The day on which the notice was received: the period runs from it. */
      readonly receivedOn: CalendarDate
      readonly rule: WithdrawalRule
      readonly note?: string
      readonly source: readonly Source[]
    }

function decide(command: MembershipCommand, state: Organization): readonly OrganizationEvent[] {
  if (state.status === 'unknown') throw new Refusal('unknown-organization', 'There is no such organization')
  if (command.type === 'AdmitMember') {
    const { admission, admittedOn, today } = command
    const { member } = admission
    notAhead(admittedOn, today)
    if (isMember(state, member, admittedOn) || isMember(state, member, today))
      throw new Refusal('already-member', `${member} is a Member already`, { member, on: admittedOn })
    return [{ type: 'MemberAdmitted', occurredOn: admittedOn, data: { ...admission, admittedOn, knownBy: null } }]
  }
  const { member, receivedOn, rule, note, source, today } = command
  notAhead(receivedOn, today)
  if (!isMember(state, member, receivedOn) || !isMember(state, member, today))
    throw new Refusal('not-a-member', `${member} is no Member, so it cannot withdraw`, { member, on: receivedOn })
  const effectiveOn = state.members[member]?.withdrawalEffectiveOn ?? null
  if (effectiveOn !== null)
    throw new Refusal('notice-already-given', `The notice of ${member} is on record: it takes effect on ${effectiveOn}`, { member, effectiveOn })
  const computation = withdrawalEffect(receivedOn, rule)
  return [
    {
      type: 'WithdrawalNoticeGiven',
      occurredOn: receivedOn,
      data: {
        member,
        effectiveOn: computation.dueOn,
        status: rule.status,
        receivedOn,
        computation,
        ...(rule.subjectTo === null ? {} : { subjectTo: rule.subjectTo }),
        ...(note === undefined ? {} : { note }),
        source: [...source, ...rule.source],
      },
    },
  ]
}

const isMember = (state: Organization, member: string, day: CalendarDate): boolean => membersOn(state, day).some((each) => each.member === member)

function notAhead(on: CalendarDate, today: CalendarDate): void {
  if (on > today) throw new Refusal('date-in-future', `${on} has not come yet`, { on, today })
}

/** Who joins an organization and who leaves it. */
export const membership: Decider<Organization, MembershipCommand, OrganizationEvent> = { ...organization, decide }
