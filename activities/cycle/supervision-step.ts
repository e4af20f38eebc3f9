import { membersOn } from '../../domain/organization/organization.ts'
import type { NewEvent } from '../../domain/record.ts'
import { computedCriterion } from '../../domain/rulebook/supervision.ts'
import { stream } from '../../domain/streams.ts'
import { afterwards, type ListStep, nextListStep, refreshed, type SupervisionCycle } from '../../domain/yearly-list/yearly-list.ts'
import { foldOrganization } from '../fold.ts'
import { supervisionOn } from '../supervision/failures.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { CycleStep } from './cycle-step.ts'

/** What the list of an organization waits for: the day on which it is made or refreshed, and the one after that. It waits for as long as the house stands. */
export function listSteps(cycle: SupervisionCycle): readonly CycleStep[] {
  const next = nextListStep(cycle)
  const then = nextListStep(afterwards(cycle, next))
  return [
    { step: next.step, on: next.on, event: (context) => madeOn(context, cycle, next) },
    // Known by its day alone: what it notes rests on the first, which is not on record yet.
    { step: `then-${then.step}`, on: then.on, event: () => Promise.reject(new TypeError(`${then.step} comes after ${next.step}`)) },
  ]
}

/** The list as of its day, from everything that is on record when it is made. */
async function madeOn({ log, reference }: UseCaseContext, { organization }: SupervisionCycle, next: ListStep): Promise<NewEvent> {
  const rules = reference.supervisionOf(organization)
  const applied = rules === null ? null : computedCriterion(rules)
  if (rules === null || applied === null) throw new RangeError(`No criterion of ${organization} can be computed: declare one in its seeds`)
  const { code, computed, source } = applied
  const all = await supervisionOn(log, rules, next.on)
  const failing = all.filter(({ failure }) => failure?.serious === true)
  const counted = Object.fromEntries(failing.map(({ member, failure }) => [member, [...(failure?.counted ?? [])]]))
  const rests = { year: next.year, criterion: { code, sessions: computed.sessions, source: [...source] } }
  const names = failing.map(({ member }) => member)
  if (next.step === 'prepare-list') return { type: 'ListPrepared', occurredOn: next.on, data: { ...rests, members: names, counted } }

  const { histories } = await log.read([stream.organization(organization)])
  const members = new Set(membersOn(foldOrganization(histories[0]), next.on).map(({ member }) => member))
  const list = refreshed(next.from, names, (member) => members.has(member))
  const stillCounted = Object.fromEntries(list.members.map((member) => [member, counted[member] ?? []]))
  return { type: 'ListRefreshed', occurredOn: next.on, data: { ...rests, ...list, counted: stillCounted } }
}
