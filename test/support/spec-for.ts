import { expect } from 'vitest'
import { type Decider, type DomainEvent, replay, type Versioned } from '../../domain/decider.ts'
import type { RefusalCode } from '../../domain/refusal.ts'

/** Events as a stream holds them: numbered from 1. */
export const numbered = <E>(events: readonly E[]): readonly Versioned<E>[] => events.map((event, index) => ({ ...event, version: index + 1 }))

/** Given these events, when this command, then exactly these events, or this refusal. */
export const specFor =
  <State, Command, Event extends DomainEvent>(decider: Decider<State, Command, Event>) =>
  (...given: readonly Event[]) => ({
    when: (command: Command) => {
      const decide = () => decider.decide(command, replay(decider, numbered(given)))
      return {
        // biome-ignore lint/suspicious/noThenProperty: given, when, then: the words of a specification, and nobody awaits them
        then: (...expected: readonly Event[]) => expect(decide()).toStrictEqual(expected),
        thenTypes: (...expected: readonly Event['type'][]) => expect(decide().map(({ type }) => type)).toStrictEqual(expected),
        thenNothing: () => expect(decide()).toStrictEqual([]),
        thenRefused: (code: RefusalCode, facts: Readonly<Record<string, string>> = {}) =>
          expect(decide).toThrow(expect.objectContaining({ name: 'Refusal', code, facts: expect.objectContaining(facts) })),
      }
    },
  })

/** The same refusal, where a use case or a function gives it. */
export const refusal = (code: RefusalCode, facts: Readonly<Record<string, string>> = {}) =>
  expect.objectContaining({ name: 'Refusal', code, facts: expect.objectContaining(facts) })
