/** What the use cases need of the outside, in the domain's words. `infra/` supplies it. */
import type { Actor } from '../domain/actor.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { NewEvent, RecordedEvent } from '../domain/record.ts'

export type StreamHistory = {
  readonly stream: string
  /** 0 where the stream does not exist. */
  readonly version: number
  readonly events: readonly RecordedEvent[]
}

/** What a command did the first time it was taken: the positions of its events, both included; who asked, and for what. */
export type CommandResult = {
  readonly firstPosition: number
  readonly lastPosition: number
  readonly actor: Actor
  readonly bodyHash: string | null
}

export type Reading = {
  /** In the order asked for; a stream that does not exist has version 0. */
  readonly histories: readonly StreamHistory[]
  /** Head of the log, of the same snapshot as the streams. */
  readonly head: number
  /** The first result of `commandId`, if one was given and it is on record. */
  readonly answered: CommandResult | null
}

export type Append = {
  /** The same on every attempt. */
  readonly commandId: string
  readonly actor: Actor
  /** SHA-256 of what was asked, in hex: the same command id with another body is refused. */
  readonly bodyHash?: string
  /** Event id that led to this command, if one did. */
  readonly causationId?: string
  /** Defaults to the command id. */
  readonly correlationId?: string
  /** Events for any number of streams, each still at the version that was read: all of it holds, or nothing is written. */
  readonly streams: readonly { readonly stream: string; readonly atVersion: number; readonly events: readonly NewEvent[] }[]
  /** Streams that must still be at the version read, though nothing is added to them. */
  readonly preconditions?: readonly { readonly stream: string; readonly version: number }[]
}

export interface EventLog {
  /** One snapshot of several streams. @throws UnreadableEvent when an event has no reader */
  read(streams: readonly string[], commandId?: string): Promise<Reading>
  /**
   * @throws VersionConflict when a stream or guard has moved on
   * @throws CommandIdReused when the command id is on record with another body or another actor
   */
  append(append: Append): Promise<CommandResult>
  /** The streams whose names begin so, in byte order, each with its version. */
  versions(prefix: string): Promise<readonly { readonly stream: string; readonly version: number }[]>
  /** Position of the newest event; 0 in an empty log. */
  head(): Promise<number>
  /** Events after a position, in order, at most `limit`. */
  readFrom(afterPosition: number, limit: number): Promise<readonly RecordedEvent[]>
}

/** Where an encrypted item lies, and the hash that the event carries. */
export type Encrypted = { readonly id: string; readonly sha256: string }

/** What people wrote, letters as sent, relays' words: encrypted under the subject's key, beside the log. */
export interface EncryptedStore {
  /** On disk before the event that names it. Sealing the same id with the same content again gives the same answer. */
  encrypt(item: { readonly id: string; readonly subject: string; readonly mediaType: string; readonly content: string }): Promise<Encrypted>
  /** `null` when it was erased. @throws Error when the bytes are not those of the hash */
  open(id: string): Promise<{ readonly mediaType: string; readonly content: string } | null>
}

/** The seat's clock. A legal day becomes an instant only here. */
export interface Clock {
  /** Today at the seat. @param zone IANA name, `Europe/Zurich` */
  today(zone: string): Promise<CalendarDate>
  /**
   * Milliseconds until the first instant of a day at the seat: 0 once it has begun, at least 1,000 before that,
   * `null` on the rehearsal clock: wait only to be woken.
   */
  waitMsUntil(day: CalendarDate, zone: string): Promise<number | null>
  /** Now, in UTC with milliseconds. */
  now(): Promise<string>
}

/** What the relay said, by code; its words are encrypted, never recorded. */
export type DeliveryOutcome =
  | { readonly kind: 'accepted'; readonly code: number }
  | { readonly kind: 'refused'; readonly code: number; readonly permanent: boolean }
  | { readonly kind: 'withheld' }
  | { readonly kind: 'not-sent'; readonly reason: string }
  | { readonly kind: 'unknown'; readonly reason: string }

export interface PostOffice {
  /**
   * Offers one message to the relay.
   *
   * `beforeBytes` runs after the relay answered DATA (354) and before a single byte of the message: it records the attempt, or
   * answers `withhold`, and then nothing is sent. A failure before it is known not sent; after it the outcome may be unknown.
   */
  deliver(
    message: { readonly from: string; readonly to: readonly string[]; readonly bytes: Uint8Array },
    beforeBytes: () => Promise<'send' | 'withhold'>,
    signal: AbortSignal,
  ): Promise<DeliveryOutcome>
  /** Whether the relay has a message, where it can be asked: the built-in sink can, other relays cannot say. */
  askAbout(messageId: string): Promise<'has' | 'has-not' | 'cannot-say'>
}
