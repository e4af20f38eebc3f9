import type { CalendarDate } from './calendar/calendar-date.ts'

/** What a decision says happened: a type, the day of the fact, and its payload. */
export type DomainEvent<Type extends string = string, Data = Readonly<Record<string, unknown>>> = {
  readonly type: Type
  readonly occurredOn: CalendarDate
  readonly data: Data
}

/** An event with its place in its own stream, as `evolve` meets it. */
export type Versioned<E> = E & { readonly version: number }

/** One stream's rules: what may be asked in a state, and what each event makes of it. Both are pure. */
export type Decider<State, Command, Event> = {
  readonly initial: State
  /** @throws Refusal when a rule says no; an empty list when there is no news */
  readonly decide: (command: Command, state: State) => readonly Event[]
  readonly evolve: (state: State, event: Versioned<Event>) => State
}

/** The state after these events, oldest first. */
export const replay = <State, Event>(
  decider: { readonly initial: State; readonly evolve: (state: State, event: Versioned<Event>) => State },
  events: readonly Versioned<Event>[],
): State => events.reduce(decider.evolve, decider.initial)

export function unreachable(value: never): never {
  throw new TypeError(`No case for ${JSON.stringify(value)}`)
}
