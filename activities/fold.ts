import { publishedCalendar } from '../domain/calendar/published-calendar.ts'
import { correspondence } from '../domain/correspondence/correspondence.ts'
import { cycle } from '../domain/cycle/cycle.ts'
import type { DomainEvent, Versioned } from '../domain/decider.ts'
import { decision } from '../domain/decision/decision.ts'
import { instrument } from '../domain/instrument/instrument.ts'
import { letter } from '../domain/letter/letter.ts'
import { obligation } from '../domain/obligation/obligation.ts'
import { occurrence } from '../domain/occurrence/occurrence.ts'
import { organization } from '../domain/organization/organization.ts'
import { plan } from '../domain/plan/plan.ts'
import { session } from '../domain/session/session.ts'
import { supervision } from '../domain/supervision/supervision.ts'
import { yearlyList } from '../domain/yearly-list/yearly-list.ts'
import type { StreamHistory } from './ports.ts'

/** The events of a stream as the state they make. The log has parsed each of them by its type. */
const foldWith =
  <State, Event extends DomainEvent>(stream: { readonly initial: State; readonly evolve: (state: State, event: Versioned<Event>) => State }) =>
  (history: Pick<StreamHistory, 'events'> | undefined): State =>
    (history?.events ?? []).reduce((state, event) => stream.evolve(state, event as unknown as Versioned<Event>), stream.initial)

export const foldCycle = foldWith(cycle)
export const foldPlan = foldWith(plan)
export const foldYearlyList = foldWith(yearlyList)
export const foldObligation = foldWith(obligation)
export const foldDecision = foldWith(decision)
export const foldSession = foldWith(session)
export const foldInstrument = foldWith(instrument)
export const foldOccurrence = foldWith(occurrence)
export const foldCalendar = foldWith(publishedCalendar)
export const foldOrganization = foldWith(organization)
export const foldCorrespondence = foldWith(correspondence)
export const foldLetter = foldWith(letter)
export const foldSupervision = foldWith(supervision)
