import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { membersOn } from '../../domain/organization/organization.ts'
import { stream } from '../../domain/streams.ts'
import { afterStep, type ListStep, nextListStep } from '../../domain/yearly-list/next-list-step.ts'
import type { KnownYearlyList } from '../../domain/yearly-list/state.ts'
import { type YearlyListEvent, yearlyList } from '../../domain/yearly-list/yearly-list.ts'
import { foldOrganization } from '../fold.ts'
import { supervisionOn } from '../supervision/failures.ts'
import type { UseCaseContext } from '../use-case-context.ts'
import type { CycleStep } from './cycle-step.ts'

/** What a yearly list waits for: the day on which it is made or refreshed, and the one after that. It waits for as long as the installation runs. */
export function listSteps(list: KnownYearlyList): readonly CycleStep[] {
  const next = nextListStep(list)
  const then = nextListStep(afterStep(list, next))
  return [
    { step: next.step, on: next.on, decide: (context, today) => madeOn(context, list, next, today) },
    // Known by its day alone: what it notes rests on the first, which is not on record yet.
    { step: `then-${then.step}`, on: then.on, decide: () => Promise.reject(new TypeError(`${then.step} comes after ${next.step}`)) },
  ]
}

/** The list as of its day, from everything that is on record when it is made. */
async function madeOn(
  { log, reference }: UseCaseContext,
  list: KnownYearlyList,
  { step, on }: ListStep,
  today: CalendarDate,
): Promise<readonly YearlyListEvent[]> {
  const { organization } = list
  const rules = reference.supervisionOf(organization)
  if (rules === null) throw new RangeError(`${organization} declares no supervision any more, and its yearly list is open: declare it in its seeds`)
  const failing = (await supervisionOn(log, rules, on)).flatMap(({ member, failure }) =>
    failure?.serious === true ? [{ member, counted: failure.counted }] : [],
  )
  const findings = { today, on, rules, failing }
  if (step === 'prepare-list') return yearlyList.decide({ type: 'PrepareList', ...findings }, list)
  const { histories } = await log.read([stream.organization(organization)])
  const members = membersOn(foldOrganization(histories[0]), on).map(({ member }) => member)
  return yearlyList.decide({ type: 'RefreshList', ...findings, members }, list)
}
