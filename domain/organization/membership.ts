import type { CalendarDate } from '../calendar/calendar-date.ts'
import { type Correction, requireChange, requireCounts } from '../correction.ts'
import type { Decider } from '../decider.ts'
import type { Source } from '../provenance.ts'
import { Refusal } from '../refusal.ts'
import type { Admission } from './events.ts'
import { type Member, membersOn, type Organization, type OrganizationEvent, organization } from './organization.ts'
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
  | ({
      readonly type: 'CorrectAdmission'
      /** The day of admission; `undefined`: as it is on record; `null`: the State was never admitted. */
      readonly admittedOn: CalendarDate | null | undefined
      readonly name: Admission['name'] | undefined
      readonly letterLanguage: Admission['letterLanguage'] | undefined
    } & Correcting)
  | ({
      readonly type: 'CorrectWithdrawal'
      /** The day on which the notice was received; `null`: none was given. */
      readonly receivedOn: CalendarDate | null
      readonly rule: WithdrawalRule
    } & Correcting)

type Correcting = Correction & { readonly today: CalendarDate; readonly member: string }

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
  if (command.type === 'CorrectAdmission') return correctAdmission(command, state)
  if (command.type === 'CorrectWithdrawal') return correctWithdrawal(command, state)
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

type Established = Extract<Organization, { status: 'established' }>

function correctAdmission(command: Extract<MembershipCommand, { type: 'CorrectAdmission' }>, state: Established): readonly OrganizationEvent[] {
  const { today, member, corrects, reason, source, admittedOn } = command
  const known = requireRecorded(state, member)
  requireCounts(known.counts.admission, corrects, `The admission of ${member}`)
  if (admittedOn !== undefined && admittedOn !== null) notAhead(admittedOn, today)
  const leaves = known.withdrawalEffectiveOn
  if (leaves !== null && (admittedOn === null || (admittedOn !== undefined && admittedOn >= leaves)))
    throw new Refusal('out-of-order', `The notice of ${member} takes effect on ${leaves}: correct the notice first`, { member, effectiveOn: leaves })
  const before = { name: known.name, letterLanguage: known.letterLanguage, admittedOn: known.admittedOn, knownBy: known.knownBy }
  const after = {
    name: command.name ?? known.name,
    letterLanguage: command.letterLanguage ?? known.letterLanguage,
    ...(admittedOn === undefined ? { admittedOn: known.admittedOn, knownBy: known.knownBy } : { admittedOn, knownBy: null }),
  }
  requireChange(before, after, `The admission of ${member}`)
  return [{ type: 'AdmissionCorrected', occurredOn: today, data: { corrects, reason, source, member, ...after } }]
}

function correctWithdrawal(command: Extract<MembershipCommand, { type: 'CorrectWithdrawal' }>, state: Established): readonly OrganizationEvent[] {
  const { today, member, corrects, reason, source, receivedOn, rule } = command
  const known = requireRecorded(state, member)
  const { notice } = known.counts
  if (notice === null) throw new Refusal('not-correctable', `No notice of ${member} is on record: record it with give-withdrawal-notice`, { member })
  requireCounts(notice, corrects, `The notice of ${member}`)
  if (receivedOn !== null) notAhead(receivedOn, today)
  const since = known.admittedOn ?? known.knownBy
  if (receivedOn !== null && since !== null && receivedOn < since)
    throw new Refusal('out-of-order', `${receivedOn} lies before the admission of ${member}, of ${since}`, { on: receivedOn, after: since })
  const computation = receivedOn === null ? null : withdrawalEffect(receivedOn, rule)
  requireChange(known.withdrawalEffectiveOn, computation?.dueOn ?? null, `The notice of ${member}`)
  const effect = computation === null ? { effectiveOn: null } : { effectiveOn: computation.dueOn, computation }
  const said = computation === null ? source : [...source, ...rule.source]
  return [{ type: 'WithdrawalCorrected', occurredOn: today, data: { corrects, reason, source: said, member, receivedOn, ...effect } }]
}

/** @throws Refusal `unknown-member` */
function requireRecorded(state: Established, member: string): Member {
  const known = state.members[member]
  if (known === undefined) throw new Refusal('unknown-member', `No admission of ${member} is on record: record it with admit-member`, { member })
  return known
}

const isMember = (state: Organization, member: string, day: CalendarDate): boolean => membersOn(state, day).some((each) => each.member === member)

function notAhead(on: CalendarDate, today: CalendarDate): void {
  if (on > today) throw new Refusal('date-in-future', `${on} has not come yet`, { on, today })
}

/** Who joins an organization and who leaves it. */
export const membership: Decider<Organization, MembershipCommand, OrganizationEvent> = { ...organization, decide }
