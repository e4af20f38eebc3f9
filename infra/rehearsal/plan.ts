import { join } from 'node:path'
import type { CycleOpening } from '../../activities/cycle/open-cycle.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { openingFor } from '../../domain/cycle/opening.ts'
import { obligationId } from '../../domain/obligation/obligation-id.ts'
import { systemClock } from '../clock/system-clock.ts'
import { projectRoot } from '../project-root.ts'
import { type DatedFact, factsFrom } from '../seeds/facts-from.ts'
import { loadSeeds } from '../seeds/load-seeds.ts'
import { seededMembersOn } from '../seeds/membership.ts'
import { referenceFrom } from '../seeds/reference-from.ts'
import type { OrganizationSeeds, Seeds } from '../seeds/seeds.ts'
import { generatedPlay } from './generated-play.ts'
import type { RehearsalOptions } from './options.ts'
import { readScenario, type SceneEntry, UnplayableScenario } from './scenario.ts'

/** What is to be played, settled before anything is started. */
export type Plan = {
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly opensOn: CalendarDate
  readonly opening: CycleOpening
  readonly facts: readonly DatedFact[]
  readonly entries: readonly SceneEntry[]
}

/** @throws RangeError for an unknown cycle or impossible days; UnplayableScenario */
export async function planOf({ cycle: code, seed, scenarioFile, ...days }: RehearsalOptions): Promise<Plan> {
  const seeds = await loadSeeds(join(projectRoot(), 'seeds'), await systemClock().today('UTC'))
  const { organization, cycle, instrument, closing } = found(seeds, code)
  const from = days.from ?? closing.date
  const until = days.until ?? cycle.horizon.until
  if (until === null) throw new RangeError(`The cycle ${code} has no end in the seeds: say until when to play`)
  if (until < from) throw new RangeError(`A play cannot end on ${until}, before it begins on ${from}`)
  const [, opensOn = from] = [from, closing.date].toSorted()
  const body = organization.organization.code
  const id = `${body}:${cycle.code}`
  const scenario = scenarioFile === undefined ? null : await readScenario(scenarioFile)
  const early = scenario?.find(({ at }) => at < from)
  if (early !== undefined)
    throw new UnplayableScenario(`${scenarioFile}: an entry of ${early.at} lies before the first day played, ${from}: play from that day, or leave it out`)
  return {
    from,
    until,
    opensOn,
    opening: { cycle: id, organization: body, instrument: cycle.instrument, trackedFrom: from, synthetic: true },
    facts: factsFrom(seeds),
    entries: scenario ?? generated(seeds, seed, { organization, code: cycle.instrument, id, instrument, closing }, until),
  }
}

function found({ organizations }: Seeds, code: string) {
  const codes = organizations.flatMap(({ cycles }) => cycles.map((cycle) => cycle.code))
  const organization = organizations.find(({ cycles }) => cycles.some((cycle) => cycle.code === code))
  const cycle = organization?.cycles.find((each) => each.code === code)
  if (organization === undefined || cycle === undefined) throw new RangeError(`There is no cycle ${code} to rehearse: there are ${codes.join(', ')}`)
  const instrument = organization.instruments.find((each) => each.code === cycle.instrument)
  const session = organization.sessions.find((each) => each.code === instrument?.session)
  if (instrument === undefined || session?.closes.date == null) throw new RangeError(`The cycle ${code} counts from a closing that is not known to the day`)
  return {
    organization,
    cycle,
    instrument,
    closing: { session: `${organization.organization.code}:${session.code}`, date: session.closes.date, status: session.closes.status },
  }
}

type Generated = Omit<ReturnType<typeof found>, 'cycle'> & { readonly organization: OrganizationSeeds; readonly code: string; readonly id: string }

function generated(seeds: Seeds, seed: string, { organization, code, id, instrument, closing }: Generated, until: CalendarDate): readonly SceneEntry[] {
  const reference = referenceFrom(seeds)
  const body = organization.organization.code
  const adoptedOn = instrument.adoptedOn.date
  const obligations = seededMembersOn(organization, adoptedOn).map(({ member: debtor }) => ({
    id: obligationId({ organization: body, request: code, kind: 'submission', debtor }),
    debtor,
  }))
  const { deadlines } = openingFor('', {
    organization: body,
    cycle: id,
    instrument: code,
    kind: 'submission',
    adoptedOn,
    closing,
    rule: reference.ruleFor(body, 'submission', instrument.kind),
    policy: reference.policyOf(body),
    printed: reference.printedFor(id),
    trackedFrom: closing.date,
  })
  const lastDays = deadlines.map(({ dueOn }) => dueOn).toSorted()
  const [first = closing.date, last = first] = [lastDays[0], lastDays.at(-1)]
  return generatedPlay(seed, obligations, { closedOn: closing.date, first, last }, until)
}
