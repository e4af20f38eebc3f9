import { openPlan } from '../../activities/commands/plan/open-plan.ts'
import { seedPrincipal } from '../../activities/import-facts.ts'
import { type CalendarDate, fromUtc, toUtc } from '../../domain/calendar/calendar-date.ts'
import { ownedId } from '../../domain/ids.ts'
import type { Plan } from '../../domain/plan/declaration.ts'
import { type Owed, obligationsOf } from '../../domain/plan/obligations-of.ts'
import type { SessionDays } from '../../domain/session/session-days.ts'
import { later, type Part } from '../../rehearsal/cycle-part.ts'
import { generatedReports } from '../../rehearsal/generated-reports.ts'
import { nothingRecorded } from '../seeds/calendar-from.ts'
import { seededMembersOn } from '../seeds/membership.ts'
import { referenceFrom } from '../seeds/reference-from.ts'
import type { OrganizationSeeds, Seeds } from '../seeds/seeds.ts'

/** A plan with all its rows, played from the day from which it runs to a year beyond its horizon, so that what is late shows. @throws RangeError */
export function planPart(seeds: Seeds, organization: OrganizationSeeds, code: string, seed: string): Part {
  const id = `${organization.organization.code}:${code}`
  const reference = referenceFrom(seeds)
  const plan = reference.planOf(id)
  return {
    id,
    from: plan.opensOn,
    until: plan.horizon.until === null ? seeds.rehearsal.until : earlier(yearAfter(plan.horizon.until), seeds.rehearsal.until),
    openingFrom: (from) => {
      const opensOn = later(from, plan.opensOn)
      const opening = { cycle: id, trackedFrom: opensOn, synthetic: true }
      return { cycle: id, opensOn, open: (office) => openPlan(office, { commandId: `rehearsal/${id}/open`, principal: seedPrincipal }, opening) }
    },
    entriesUntil: (until) =>
      generatedReports(
        seed,
        owedUnder(plan, organization, (kind) => reference.kindOf(plan.organization, kind)),
        until,
      ),
    byKind: true,
  }
}

/** What will be owed, with its days as the sources know them by now. */
function owedUnder(plan: Plan, organization: OrganizationSeeds, kindOf: Parameters<typeof obligationsOf>[1]['kindOf']): readonly Owed[] {
  const ground = {
    ...{ cycle: ownedId(plan.organization, plan.code), plan, kindOf, openedOn: plan.opensOn, trackedFrom: plan.opensOn, synthetic: true },
    counting: nothingRecorded(organization.calendars),
    sessionOf: (id: string) => daysOf(organization, id),
    members: seededMembersOn(organization, plan.opensOn).map(({ member }) => member),
    units: organization.organization.units.map(({ code }) => code),
  }
  return plan.rows.flatMap((row) => obligationsOf(row, ground))
}

function daysOf({ organization, sessions }: OrganizationSeeds, id: string): SessionDays {
  const session = sessions.find(({ code }) => `${organization.code}:${code}` === id)
  if (session === undefined || session.state === 'cancelled') return { id, opens: null, closes: null }
  const { opens, closes } = session
  return { id, opens: { date: opens.date ?? opens.earliest, status: opens.status }, closes: { date: closes.date ?? closes.latest, status: closes.status } }
}

const yearAfter = (day: CalendarDate): CalendarDate => fromUtc(toUtc(day).plus({ years: 1 }))

const earlier = (a: CalendarDate, b: CalendarDate): CalendarDate => (a < b ? a : b)
