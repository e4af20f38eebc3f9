import type { KnownCycle } from '../../domain/cycle/cycle.ts'
import type { Decision } from '../../domain/decision/decision.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import type { InLanguages } from '../../domain/languages.ts'
import type { Letter } from '../../domain/letter/letter.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import type { Organization } from '../../domain/organization/organization.ts'
import type { RowRecorded } from '../../domain/plan/events.ts'
import type { PlanSummary } from '../../domain/plan/plan.ts'
import type { RecordedEvent } from '../../domain/record.ts'
import type { Session } from '../../domain/session/session.ts'
import type { PlanOutline } from '../../domain/status/plan-outline.ts'
import { writeQueries } from '../postgres/write-queries.ts'
import { live } from './schema.ts'

/** Positions are 64-bit integers of PostgreSQL: the driver reads them as text. */
type Position = string

/** What every view has: whose the row is. `state` is the party that owns it, `null` where it is for all parties of the organization. */
type Owned = { readonly organization: string; readonly state: string | null }
type Folded<State> = Owned & { readonly id: string; readonly first_position: Position; readonly folded: State }

/** The columns of the views, as the queries see them. `tables/` makes the tables. */
type ViewTables = {
  readonly organization: Folded<Exclude<Organization, { status: 'unknown' }>> & { readonly zone: string }
  readonly party: Owned & { readonly party: string; readonly name: InLanguages }
  readonly session: Folded<Session>
  readonly instrument: Folded<Extract<Instrument, { status: 'adopted' }>>
  readonly decision: Folded<Exclude<Decision, { status: 'unknown' }>>
  readonly cycle: Folded<KnownCycle> & { readonly instrument: string | null }
  readonly plan: Folded<PlanSummary>
  readonly plan_outline: Folded<Exclude<PlanOutline, { status: 'unknown' }>>
  readonly plan_row: Owned & { readonly cycle: string; readonly id: string; readonly first_position: Position; readonly recorded: RowRecorded }
  readonly obligation: Omit<Owned, 'state'> & {
    readonly id: string
    readonly from_position: Position
    readonly to_position: Position | null
    readonly state: string
    readonly cycle: string
    readonly kind: string
    readonly instrument: string | null
    readonly folded: KnownObligation
  }
  readonly letter: Folded<Extract<Letter, { status: 'issued' }>> & { readonly obligations: readonly string[] }
  readonly history: Owned & { readonly position: Position; readonly subject: string; readonly event: RecordedEvent }
  readonly position: { readonly only_one: boolean; readonly position: Position }
  readonly recorded_quarter: { readonly quarter: Position; readonly last_position: Position }
}

/** Writes queries of the live views. `Ask` runs what it writes, as the principal who asks. */
export const viewQueries = writeQueries<ViewTables>().withSchema(live)
