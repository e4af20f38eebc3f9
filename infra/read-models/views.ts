import { cycleView } from './tables/cycle.ts'
import { historyView } from './tables/history.ts'
import { instrumentView } from './tables/instrument.ts'
import { letterView } from './tables/letter.ts'
import { memberView } from './tables/member.ts'
import { obligationView } from './tables/obligation.ts'
import { organizationView } from './tables/organization.ts'
import { sessionView } from './tables/session.ts'
import type { View } from './view.ts'

/** Every view. One feed moves them all. */
export const views: readonly View[] = [organizationView, memberView, sessionView, instrumentView, cycleView, obligationView, letterView, historyView]
