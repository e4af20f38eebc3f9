/** What the commands need of the outside. `infra/processes/cli.ts` supplies it. */
import type { Commands } from '../activities/commands/commands.ts'
import type { Identity } from '../activities/identity.ts'
import type { Queries } from '../activities/queries.ts'
import type { Reconciled } from '../activities/workflow-activities.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import type { PrintedDiscrepancy } from '../domain/explanation/discrepancy.ts'
import type { OrganizationLanguages } from '../domain/languages.ts'
import type { Failure } from './failure.ts'

/** An installation for the length of one command. */
export type AvailableInstallation = {
  readonly commands: Commands
  /** Brought up to the head of the log before each answer. */
  readonly queries: Queries
  readonly identity: Identity
  /** In which languages an organization names things. */
  languagesOf(organization: string): OrganizationLanguages
  /** Today at the seat of an organization, or in UTC where none is named; in a rehearsal, the day that the play reached. */
  today(organization?: string): Promise<CalendarDate>
  /** The stored lines, byte for byte and without a newline. */
  lines(from: number): AsyncIterable<string>
  verify(): Promise<Verified>
}

export type Verified = {
  readonly events: number
  readonly recordHash: string
  readonly head: string
  readonly firstBad?: { readonly position: number; readonly what: string }
}

export type StartOptions = {
  readonly dataDirectory: string
  readonly port: number
  readonly say: (line: string) => void
  /** Told once, when everything answers. */
  readonly ready: (running: Running) => Promise<void>
}

/** Where a running installation is to be found, and what falls due next. */
export type Running = {
  readonly web: string
  readonly temporalPages: string | null
  readonly limits: readonly NextDeadline[]
}

/** The migrations that the database did not have before. */
export type Migrated = { readonly applied: readonly string[] }

/** What the seeds said that was not on record, and what falls due next. */
export type Seeded = { readonly facts: number; readonly cycles: readonly string[]; readonly limits: readonly NextDeadline[] }

export type NextDeadline = {
  readonly date: CalendarDate
  readonly limit: string
  readonly cycle: string
  readonly on: string
  readonly obligations: number
  readonly provisional: boolean
}

export type RehearsalOptions = {
  readonly cycle: string
  readonly from?: CalendarDate
  readonly until?: CalendarDate
  readonly scenarioFile?: string
  readonly seed: string
  readonly dataDirectory?: string
  readonly keepHistories: boolean
  /** Whether the outcome is asked for State by State. */
  readonly byState: boolean
  readonly onProgress: (progress: RehearsalProgress) => void
}

export type RehearsalProgress = {
  readonly doing: 'starting' | 'playing' | 'closing'
  readonly day: CalendarDate
  readonly from: CalendarDate
  readonly until: CalendarDate
}

export type Rehearsed = {
  readonly cycle: string
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly obligations: number
  /** Neither is told of a play of everything, which tells them by kind. */
  readonly letters?: Readonly<Record<string, number>>
  readonly outcomes?: Readonly<Record<string, number>>
  /** Where plans are played: what became of the obligations of each kind. */
  readonly kinds?: Readonly<
    Record<string, { readonly obligations: number; readonly outcomes: Readonly<Record<string, number>>; readonly letters: Readonly<Record<string, number>> }>
  >
  readonly refused: readonly {
    readonly at: CalendarDate
    readonly command: string
    readonly obligation: string | null
    readonly code: string
    readonly reason: string
  }[]
  readonly events: number
  readonly recordHash: string
  readonly seconds: number
  /** Empty where it was not asked for. */
  readonly byState: readonly { readonly name: string; readonly code: string; readonly outcome: string; readonly letters: string }[]
}

export type SeedProblem = { readonly file: string; readonly line: number; readonly path: string; readonly what: string }

export type SeedsFound = {
  readonly files: number
  readonly problems: readonly SeedProblem[]
  readonly discrepancies: readonly (SeedProblem & { readonly used: string; readonly others: readonly string[]; readonly why: string })[]
  readonly warnings: readonly SeedProblem[]
}

export type CommandLinePorts = {
  /** Uses the installation of a data directory, or starts its PostgreSQL for the moment. It makes nothing. */
  read<T>(dataDirectory: string, use: (installation: AvailableInstallation) => Promise<T>): Promise<T>
  /** The same, for a command that records: no rehearsal takes it. */
  change<T>(dataDirectory: string, use: (installation: AvailableInstallation) => Promise<T>): Promise<T>
  /** Brings the database up to this release, under the owner's login. */
  migrate(dataDirectory: string): Promise<Migrated>
  /** Records what the seeds say, under the service's login. */
  seed(dataDirectory: string): Promise<Seeded>
  /** Migrates, seeds, and runs all processes until it receives a signal to stop. */
  start(options: StartOptions): Promise<void>
  /** With the table that the record gives at the end. */
  rehearse(options: RehearsalOptions): Promise<Rehearsed>
  reconcile(dataDirectory: string): Promise<Reconciled>
  /** @returns the position that the views are at */
  rebuild(dataDirectory: string, progress: (position: number, of: number) => void): Promise<number>
  checkSeeds(): Promise<SeedsFound>
  /** @throws SeedsRefused (`infra/seeds/problem.ts`) where the seeds have a problem */
  discrepancies(): Promise<readonly PrintedDiscrepancy[]>
  /** What a person is told of an error; `null` for a fault of ours. */
  failureOf(error: unknown): Promise<Failure | null>
  readonly out: {
    /** Waits for a reader who is slow. */
    line(text: string): Promise<void>
    /** Of the terminal, in columns; `null` where a program reads. */
    readonly width: number | null
  }
  readonly error: { line(text: string): void; readonly isTerminal: boolean }
  readonly version: string
}
