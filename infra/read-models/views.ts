import { cycleView } from './tables/cycle.ts'
import { decisionView } from './tables/decision.ts'
import { historyView } from './tables/history.ts'
import { instrumentView } from './tables/instrument.ts'
import { letterView } from './tables/letter.ts'
import { obligationView } from './tables/obligation.ts'
import { organizationView } from './tables/organization.ts'
import { partyView } from './tables/party.ts'
import { planOutlineView, planView } from './tables/plan.ts'
import { rowView } from './tables/row.ts'
import { sessionView } from './tables/session.ts'
import type { View } from './view.ts'

/** Every view. One subscription moves them all. */
export const views: readonly View[] = [
  ...[organizationView, partyView, sessionView, instrumentView, decisionView],
  ...[cycleView, planView, planOutlineView, rowView, obligationView, letterView, historyView],
]
