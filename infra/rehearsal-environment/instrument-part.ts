import { openCycle } from '../../activities/commands/cycle/open-cycle.ts'
import { seedPrincipal } from '../../activities/import-facts.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId } from '../../domain/ids.ts'
import { later, type Part } from '../../rehearsal/cycle-part.ts'
import { generatedPlay } from '../../rehearsal/generated-submissions.ts'
import type { SceneEntry } from '../../rehearsal/scenario.ts'
import { nothingRecorded } from '../seeds/calendar-from.ts'
import { seededMembersOn } from '../seeds/membership.ts'
import { referenceFrom } from '../seeds/reference-from.ts'
import type { OrganizationSeeds, Seeds } from '../seeds/seeds.ts'

/** The submission of an instrument, played from the closing of its session to the horizon of its cycle. @throws RangeError */
export function instrumentPart(seeds: Seeds, organization: OrganizationSeeds, code: string, seed: string): Part {
  const { cycle, instrument, closing } = found(organization, code)
  const body = organization.organization.code
  const id = `${body}:${cycle.code}`
  return {
    id,
    from: closing.date,
    until: cycle.horizon.until,
    openingFrom: (from) => {
      const opensOn = later(from, closing.date)
      const opening = { cycle: id, organization: body, instrument: cycle.instrument, trackedFrom: opensOn, synthetic: true }
      return { cycle: id, opensOn, open: (office) => openCycle(office, { commandId: `rehearsal/${id}/open`, principal: seedPrincipal }, opening) }
    },
    entriesUntil: (until) => generated(seeds, seed, { organization, cycle, id, instrument, closing }, until),
    byKind: false,
  }
}

function found(organization: OrganizationSeeds, code: string) {
  const cycle = organization.cycles.find((each) => each.code === code)
  if (cycle === undefined) throw new RangeError(`There is no cycle ${code} to rehearse`)
  const instrument = organization.instruments.find((each) => each.code === cycle.instrument)
  const session = organization.sessions.find((each) => each.code === instrument?.session)
  if (instrument === undefined || session?.closes.date == null) throw new RangeError(`The cycle ${code} counts from a closing that is not known to the day`)
  return {
    cycle,
    instrument,
    closing: { session: `${organization.organization.code}:${session.code}`, date: session.closes.date, status: session.closes.status },
  }
}

type Generated = ReturnType<typeof found> & { readonly organization: OrganizationSeeds; readonly id: string }

function generated(
  seeds: Seeds,
  seed: string,
  { organization, cycle: { kind, instrument: code }, id, instrument, closing }: Generated,
  until: CalendarDate,
): readonly SceneEntry[] {
  const reference = referenceFrom(seeds)
  const body = organization.organization.code
  const adoptedOn = instrument.adoptedOn.date
  const applied = reference.kindsUnder(body, instrument.kind).find((each) => each.kind.code === kind)
  if (applied === undefined) throw new RangeError(`${kind} is no kind of obligation under a ${instrument.kind}`)
  const obligations = seededMembersOn(organization, adoptedOn).map(({ member: party }) => ({
    id: obligationId({ organization: body, request: code, kind, party }),
    party,
  }))
  const { limits } = openingFor('', {
    organization: body,
    cycle: id,
    instrument: code,
    title: instrument.title,
    ...applied,
    adoptedOn,
    closing,
    printed: reference.printedFor(id, kind),
    openedOn: closing.date,
    trackedFrom: closing.date,
    synthetic: true,
    counting: nothingRecorded(organization.calendars),
  })
  const lastDays = limits.map(({ dueOn }) => dueOn).toSorted()
  const [first = closing.date, last = first] = [lastDays[0], lastDays.at(-1)]
  return generatedPlay(seed, obligations, { closedOn: closing.date, first, last }, until)
}
