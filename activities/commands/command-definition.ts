import type { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Language } from '../../domain/languages.ts'
import type { MayBeGivenBy, Scope } from '../../domain/permissions.ts'
import type { Refusal } from '../../domain/refusal.ts'
import type { CommandMetadata } from '../command.ts'
import type { Append, Encrypted, EncryptedStore, StreamHistory } from '../ports.ts'
import type { ReadingContext } from '../use-case-context.ts'

/** What one command is about, and the streams from which it is decided first. */
export type About = {
  readonly id: string
  readonly organization: string
  /** Who owes, where the command concerns one party. */
  readonly party: string | null
  readonly streams: readonly string[]
}

/** What a decision is made from. */
export type Deciding<Payload> = {
  readonly context: ReadingContext
  readonly metadata: CommandMetadata
  readonly payload: Payload
  readonly about: About
  /** Those of `about.streams`, in their order, all of one snapshot. */
  readonly histories: readonly StreamHistory[]
  /** Today at the seat of the organization. @throws Refusal `unknown-organization` */
  readonly today: () => Promise<CalendarDate>
}

/** What people wrote, to be encrypted once the rules said yes. The events name it by `awaitingEncryption(id)`. */
export type WrittenContent = Parameters<EncryptedStore['encrypt']>[0]

/** What follows from a command: nothing of it is on record yet. */
export type Decision<Shown = unknown> = {
  readonly streams: Append['streams']
  readonly preconditions?: NonNullable<Append['preconditions']>
  readonly written?: readonly WrittenContent[]
  /** What the command's own preview shows beside the obligations that it changes. */
  readonly shown?: Shown
}

/** What the one handler has to know of a command. The system's own steps have no more than this: they are listed nowhere. */
export type CommandRules<Payload = unknown, Shown = unknown> = {
  readonly name: string
  readonly scope: Scope
  readonly mayBeGivenBy: MayBeGivenBy
  readonly about: (payload: Payload, context: ReadingContext) => About | Promise<About>
  /**
   * Who of an organization owes, where only what has been read can say: a Member, or a unit.
   *
   * @throws Refusal where there is nothing of that id: this is said before who may
   */
  readonly owedBy?: (histories: readonly StreamHistory[], about: About) => 'member' | 'unit'
  /** @throws Refusal when a rule says no */
  readonly decide: (deciding: Deciding<Payload>) => Decision<Shown> | Promise<Decision<Shown>>
  /** Says more of a refusal, where further reading can tell why. */
  readonly explain?: (refusal: Refusal, refused: Pick<Deciding<Payload>, 'context' | 'metadata' | 'about'>) => Promise<Refusal>
}

/** One command, whole: routes, command line, scenarios, description, permissions and previews are made from it. */
export type CommandDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType, Shown = unknown> = CommandRules<z.output<Schema>, Shown> & {
  readonly name: Name
  /** What it does, for people: a sentence without a full stop. */
  readonly summary: Readonly<Record<Language, string>>
  readonly payload: Schema
  /** Whether it has consequences for others, which can be looked at before it is given. */
  readonly preview: boolean
}

/** Stands in an event for content that is encrypted only after the decision: the hash is that of the ciphertext. */
export const awaitingEncryption = (id: string): Encrypted => ({ id, sha256: '' })
