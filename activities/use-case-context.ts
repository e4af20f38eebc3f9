import type { LetterFacts } from '../documents/letters/letter-facts.ts'
import type { WritePaper } from '../documents/papers/paper-facts.ts'
import type { Language } from '../domain/languages.ts'
import type { Clock, EncryptedStore, EventLog, PostOffice } from './ports.ts'
import type { Reference } from './reference.ts'

/** What every use case is given. */
export type UseCaseContext = {
  readonly log: EventLog
  readonly encrypted: EncryptedStore
  readonly clock: Clock
  readonly reference: Reference
  readonly writePaper: WritePaper
}

/** What a decision may look at. It can neither append nor encrypt. */
export type ReadingContext = Pick<UseCaseContext, 'clock' | 'reference'> & {
  readonly log: Pick<EventLog, 'read' | 'versions'>
  readonly encrypted: Pick<EncryptedStore, 'open'>
  /** True in a rehearsal. */
  readonly synthetic?: boolean
}

/** A letter as it goes out: the exact bytes, and to whom. */
export type WrittenLetter = { readonly messageId: string; readonly from: string; readonly to: string; readonly message: string }

/** What the correspondence needs beside that. */
export type DeliveryContext = UseCaseContext & {
  readonly postOffice: PostOffice
  /** The same facts, language and instant give the same bytes. */
  readonly writeLetter: (facts: LetterFacts, language: Language, instant: string) => Promise<WrittenLetter>
  /** Where answers to an organization's letters go. */
  readonly replyTo: (organization: string) => LetterFacts['reply']
  /** How long an attempt may be under way before another hand asks after it: longer than all SMTP timeouts together. */
  readonly leaseMs: number
  /** True in a rehearsal: every letter says so. */
  readonly synthetic: boolean
}
