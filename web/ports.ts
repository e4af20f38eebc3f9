/** What pages and the HTTP interface need of the outside. `infra/` supplies it. */
import type { Commands } from '../activities/commands/commands.ts'
import type { Identity } from '../activities/identity.ts'
import type { Queries } from '../activities/queries.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { Language } from '../domain/languages.ts'
import type { Assets } from './assets.ts'
import type { PageCatalog } from './page-catalog.ts'

/** `name` is empty where the message gives none. */
export type Correspondent = { readonly name: string; readonly address: string }

/** A letter as the mail sink holds it, taken apart for people to look at. */
export type CapturedLetter = {
  readonly subject: string
  readonly from: Correspondent
  readonly to: readonly Correspondent[]
  /** The message's own Date header, as written. */
  readonly date: string
  readonly text: string
  /** `null` where the message has no HTML part. */
  readonly html: string | null
  readonly attachments: readonly string[]
}

export interface CapturedLetters {
  /** @param messageId with its angle brackets. `null`: the sink does not have it */
  read(messageId: string): Promise<CapturedLetter | null>
}

/** An installation that people look at: the live one, or a rehearsal beside it. */
export type ShownInstallation = {
  readonly queries: Queries
  readonly captured: CapturedLetters
  /** Today at the seat of an organization; in a rehearsal, the day that the play has reached. */
  today(organization: string): Promise<CalendarDate>
}

/** `name` is part of its pages' addresses: `r202`. */
export type Rehearsal = ShownInstallation & { readonly name: string; readonly playing: boolean }

export type Operations = { readonly logPosition: number; readonly viewsPosition: number }

export type WebPorts = ShownInstallation & {
  readonly commands: Commands
  readonly rehearsals: () => Promise<readonly Rehearsal[]>
  readonly words: Readonly<Record<Language, PageCatalog>>
  readonly identity: Identity
  /** True once the views have reached a position of the log, false when the time is over first. */
  readonly waitForPosition: (position: number, atMostMs: number) => Promise<boolean>
  readonly operations: () => Promise<Operations>
  /** The database or another server is gone: nobody's fault here, and trying again later may help. */
  readonly isOutage: (error: unknown) => boolean
  /** A fault of ours, under the id that the caller was given. */
  readonly logFault: (fault: { readonly id: string; readonly method: string; readonly path: string; readonly error: unknown }) => void
  readonly assets: Assets
  readonly about: { readonly version: string }
}
