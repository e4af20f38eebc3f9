import type { z } from 'zod'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Language } from '../../domain/languages.ts'
import type { MayBeGivenBy, Scope } from '../../domain/permissions.ts'
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

/** One command, whole: routes, command line, scenarios, description, permissions and previews are made from it. */
export type CommandDefinition<Name extends string = string, Schema extends z.ZodType = z.ZodType, Shown = unknown> = {
  readonly name: Name
  /** What it does, for people: a sentence without a full stop. */
  readonly summary: Readonly<Record<Language, string>>
  readonly scope: Scope
  readonly payload: Schema
  readonly mayBeGivenBy: MayBeGivenBy
  /** Whether it has consequences for others, which can be looked at before it is given. */
  readonly preview: boolean
  readonly about: (payload: z.output<Schema>, context: ReadingContext) => About | Promise<About>
  /** Who of an organization owes, where only what has been read can say: a Member, or a unit. */
  readonly owedBy?: (histories: readonly StreamHistory[]) => 'member' | 'unit'
  /** @throws Refusal when a rule says no */
  readonly decide: (deciding: Deciding<z.output<Schema>>) => Decision<Shown> | Promise<Decision<Shown>>
}

/** Stands in an event for content that is encrypted only after the decision: the hash is that of the ciphertext. */
export const awaitingEncryption = (id: string): Encrypted => ({ id, sha256: '' })
