import type { CalendarDate } from '../calendar/calendar-date.ts'
import type { Versioned } from '../decider.ts'
import type { EventsOf } from '../events.ts'
import type { InLanguages, Language } from '../languages.ts'
import type { Admission, organizationEvents } from './events.ts'

export type OrganizationEvent = EventsOf<typeof organizationEvents>

export type Member = Admission & {
  readonly withdrawalEffectiveOn: CalendarDate | null
  /** Versions of the events that count: of the admission and of the notice, each the recording or its last correction. */
  readonly counts: { readonly admission: number; readonly notice: number | null }
}

/** Who owes beside the Members. */
export type Unit = { readonly name: InLanguages; readonly language: Language }

export type Organization =
  | { readonly status: 'unknown' }
  | {
      readonly status: 'established'
      readonly name: InLanguages
      readonly zone: string
      readonly members: Readonly<Record<string, Member>>
      readonly units: Readonly<Record<string, Unit>>
    }

/** An organization and its membership. */
export const organization = {
  initial: { status: 'unknown' } as Organization,
  evolve(state: Organization, event: Versioned<OrganizationEvent>): Organization {
    if (event.type === 'OrganizationEstablished')
      return { ...(state.status === 'unknown' ? { members: {}, units: {} } : state), status: 'established', name: event.data.name, zone: event.data.zone }
    if (state.status === 'unknown') return state
    if (event.type === 'UnitNamed') {
      const { unit, name, language } = event.data
      return { ...state, units: { ...state.units, [unit]: { name, language } } }
    }
    const { member } = event.data
    const known = state.members[member]
    if (event.type === 'MemberAdmitted')
      return withMember(state, {
        ...event.data,
        withdrawalEffectiveOn: stillLeaving(event.data, known),
        counts: { admission: event.version, notice: known?.counts.notice ?? null },
      })
    if (known === undefined) return state
    if (event.type === 'AdmissionCorrected') {
      const { name, letterLanguage, admittedOn, knownBy } = event.data
      return withMember(state, { ...known, name, letterLanguage, admittedOn, knownBy, counts: { ...known.counts, admission: event.version } })
    }
    return withMember(state, { ...known, withdrawalEffectiveOn: event.data.effectiveOn, counts: { ...known.counts, notice: event.version } })
  },
}

const withMember = (state: Extract<Organization, { status: 'established' }>, member: Member): Organization => ({
  ...state,
  members: { ...state.members, [member.member]: member },
})

/** A State admitted after it left is a Member again; an admission recorded again with better sources undoes no notice. */
const stillLeaving = ({ admittedOn }: Admission, known: Member | undefined): CalendarDate | null => {
  const effectiveOn = known?.withdrawalEffectiveOn ?? null
  return effectiveOn !== null && admittedOn !== null && admittedOn >= effectiveOn ? null : effectiveOn
}

/**
 * Who was a Member on a day, by code, in alphabetical order.
 *
 * Where the day of admission is not known, the day by which the State was known to be a Member stands for it.
 * A notice of withdrawal ends membership on the day on which it takes effect, not before.
 *
 * @source ILO Constitution, article 1(3)-(5)
 */
export function membersOn(state: Organization, day: CalendarDate): readonly Member[] {
  if (state.status === 'unknown') return []
  return Object.values(state.members)
    .filter(({ admittedOn, knownBy, withdrawalEffectiveOn }) => {
      const since = admittedOn ?? knownBy
      return since !== null && since <= day && (withdrawalEffectiveOn === null || day < withdrawalEffectiveOn)
    })
    .toSorted((a, b) => (a.member < b.member ? -1 : 1))
}
