import type { CalendarSeed } from './schema/calendar.ts'
import type { CycleSeed } from './schema/cycle.ts'
import type { DiscrepancySeed } from './schema/discrepancy.ts'
import type { DocumentSeed } from './schema/document.ts'
import type { InstrumentSeed } from './schema/instrument.ts'
import type { KindSeed } from './schema/kind.ts'
import type { MembersSeed } from './schema/members.ts'
import type { OrganizationSeed } from './schema/organization.ts'
import type { PlanSeed } from './schema/plan.ts'
import type { RehearsalSeed } from './schema/rehearsal.ts'
import type { RowSeed } from './schema/row.ts'
import type { RuleSeed } from './schema/rule.ts'
import type { SessionSeed } from './schema/session.ts'
import type { SupervisionSeed } from './schema/supervision.ts'

/**
 * All that the seeds say of one organization. Days are text, and each citation is already the source that it names.
 *
 * Lists are in the order of their files' names; Members in that of their codes.
 */
export type OrganizationSeeds = {
  readonly organization: OrganizationSeed
  readonly members: MembersSeed
  readonly documents: readonly DocumentSeed[]
  readonly sessions: readonly SessionSeed[]
  readonly instruments: readonly InstrumentSeed[]
  readonly calendars: readonly CalendarSeed[]
  readonly rules: readonly RuleSeed[]
  readonly cycles: readonly CycleSeed[]
  readonly kinds: readonly KindSeed[]
  /** Each with its rows, those of one file after those of another, in the order of the files' names. */
  readonly plans: readonly { readonly plan: PlanSeed; readonly rows: readonly RowSeed[] }[]
  /** At most one: how Members are supervised. */
  readonly supervision: readonly SupervisionSeed[]
  /** Each with the code of the document for which its file is named. */
  readonly discrepancies: readonly (DiscrepancySeed & { readonly document: string })[]
}

/** One entry an organization: nothing may assume that there is only one. */
export type Seeds = { readonly organizations: readonly OrganizationSeeds[]; readonly rehearsal: RehearsalSeed }
