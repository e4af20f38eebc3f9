import { awaitedDays } from '../activities/cycle/cycle-step.ts'
import { planOpenedBy } from '../activities/decision/decision-payload.ts'
import { importFacts } from '../activities/import-facts.ts'
import type { TimedStream } from '../activities/reconcile.ts'
import type { DeliveryContext } from '../activities/use-case-context.ts'
import { system as systemActor } from '../domain/actor.ts'
import type { CalendarDate } from '../domain/calendar/calendar-date.ts'
import { followedStreams } from '../domain/streams.ts'
import type { RehearsalClock } from '../infra/clock/rehearsal-clock.ts'
import type { DatedFact } from '../infra/seeds/facts-from.ts'
import type { Waker } from '../infra/temporal/waker.ts'
import type { Opening } from './cycle-part.ts'
import type { Projection } from './projection.ts'
import type { SceneEntry } from './scenario.ts'
import { give, type Refused } from './take-scenario-step.ts'
import type { Turns } from './turns.ts'

export type Play = {
  readonly office: DeliveryContext
  readonly clock: RehearsalClock
  readonly waker: Waker
  readonly projection: Projection
  readonly turns: Turns
  /** Has the projection fold all that is recorded now. */
  readonly catchUp: () => Promise<unknown>
  readonly facts: readonly DatedFact[]
  /** The stream of the rehearsal's own days is named for it. */
  readonly name: string
  readonly openings: readonly Opening[]
  readonly from: CalendarDate
  readonly until: CalendarDate
  readonly entries: readonly SceneEntry[]
  readonly onDay?: (day: CalendarDate) => void
}

/**
 * Plays cycles day by day, moving the clock only when the installation is at rest.
 *
 * Within a day: the facts of that day, the commands in their order, the steps that are due, then the letters.
 */
export async function play(played: Play): Promise<readonly Refused[]> {
  const given = { ...played, waiting: new Map() }
  const refused: Refused[] = []
  const { projection, entries, facts, from, until, openings } = given
  let next: CalendarDate | null = from
  while (next !== null && next <= until) {
    const day: CalendarDate = next
    given.onDay?.(day)
    refused.push(...(await begin(given, day)))
    await meet(given, day)
    const days = [
      projection.nextStepAfter(day),
      after(
        day,
        (await awaited(given)).map(({ on }) => on),
      ),
      after(
        day,
        openings.map(({ opensOn }) => opensOn),
      ),
      after(
        day,
        entries.map(({ at }) => at),
      ),
      after(
        day,
        facts.flatMap(({ knownFrom }) => (knownFrom === null ? [] : [knownFrom])),
      ),
    ]
    next = days.filter((each) => each !== null).toSorted()[0] ?? null
  }
  return refused
}

const after = (day: CalendarDate, days: readonly CalendarDate[]): CalendarDate | null => days.filter((each) => each > day).toSorted()[0] ?? null

/** What people and the world do on a day: all of it is on record before a workflow meets the day. */
async function begin(given: Play, day: CalendarDate): Promise<readonly Refused[]> {
  const { office: context, clock, facts, from, openings, entries } = given
  clock.moveTo(day)
  const today = facts.filter(({ knownFrom }) => knownFrom === day || (day === from && (knownFrom === null || knownFrom < day)))
  if (today.length > 0) await importFacts(context, today, day)
  for (const { opensOn, open } of openings) if (opensOn === day) await open(context)
  const refused: Refused[] = []
  for (const [index, entry] of entries.entries()) if (entry.at === day) refused.push(...(await give(context, entry, index)))
  return refused
}

/** The workflows meet the day: steps, those of one party in turn, then letters; each to rest. */
async function meet(given: Play & { readonly waiting: Waiting }, day: CalendarDate): Promise<void> {
  const { clock, projection, turns, name } = given
  clock.beginSteps()
  await began(given, 'DayBegan', day)
  for (let due = projection.dueOn(day); due.length > 0; due = projection.dueOn(day)) {
    const woken = turns.begin(due, day)
    await wake(
      given,
      woken.map((id): TimedStream => `obligation/${id}`),
    )
    await projection.until(() => woken.every((id) => !projection.isDue(id, day)), `${woken.length} obligations have steps due on ${day}`)
  }
  await takeCycleSteps(given, day)
  const parties = projection.partiesAwaiting()
  if (parties.length === 0) return
  clock.beginLetters()
  await began(given, 'LettersBegan', day)
  await wake(
    given,
    parties.map((party): TimedStream => `correspondence/${party}`),
  )
  await projection.until(() => projection.partiesAwaiting().length === 0, `letters of ${name} have no end on ${day}`)
}

/**
 * Recorded once that part's clock has moved: whoever looked at the record before met the old day, so a wake-up
 * at this position is news to all of them.
 */
async function began({ office: context, name, catchUp }: Play, type: 'DayBegan' | 'LettersBegan', day: CalendarDate): Promise<void> {
  const own = `rehearsal/${name}`
  const { histories } = await context.log.read([own])
  const streams = [{ stream: own, atVersion: histories[0]?.version ?? 0, events: [{ type, occurredOn: day, data: { date: day } }] }]
  await context.log.append({ commandId: `${own}/${type}/${day}`, actor: systemActor('rehearsal'), streams })
  await catchUp()
}

async function takeCycleSteps(given: Play & { readonly waiting: Waiting }, day: CalendarDate): Promise<void> {
  const { projection } = given
  const versionOf = (id: string) => versionOfFollowed(projection, id)
  const due = (await awaited(given)).filter(({ on }) => on <= day).map(({ cycle }) => cycle)
  for (const cycle of new Set(due)) {
    const own = `cycle/${cycle}` as const
    const wanted = versionOf(cycle) + due.filter((each) => each === cycle).length
    await wake(given, [own])
    await projection.until(() => versionOf(cycle) >= wanted, `${own} has steps due on ${day}`)
  }
}

/** Of the one stream in which the id is on record: a cycle's, a plan's or a yearly list's. */
const versionOfFollowed = (projection: Pick<Projection, 'versionOf'>, id: string): number =>
  Math.max(...followedStreams(id).map((name) => projection.versionOf(name)))

/** The days for which the cycles wait that are open: read again only where something may have changed them. */
async function awaited({
  office: context,
  openings,
  entries,
  projection,
  waiting,
}: Play & { readonly waiting: Waiting }): Promise<readonly { readonly cycle: string; readonly on: CalendarDate }[]> {
  const days = await Promise.all(
    cyclesIn(openings, entries).map(async (cycle) => {
      const key = `${versionOfFollowed(projection, cycle)}/${projection.sessionEvents}`
      const known = waiting.get(cycle)
      const found = known?.key === key ? known : { key, days: await awaitedDays(context, cycle) }
      waiting.set(cycle, found)
      return found.days.map((on) => ({ cycle, on }))
    }),
  )
  return days.flat()
}

/** Those that the play opens, and those that its decisions do. */
const cyclesIn = (openings: Play['openings'], entries: Play['entries']): readonly string[] => [
  ...new Set([
    ...openings.map(({ cycle }) => cycle),
    ...entries.flatMap(({ command, payload }) => (command === 'record-decision' ? (planOpenedBy(payload) ?? []) : [])),
  ]),
]

type Waiting = Map<string, { readonly key: string; readonly days: readonly CalendarDate[] }>

async function wake({ waker, projection }: Play, kept: readonly TimedStream[]): Promise<void> {
  const undelivered = await waker.wakeAll(new Map(kept.map((each) => [each, projection.position] as const)))
  const [first] = undelivered
  if (first !== undefined) throw new Error(`Temporal did not take ${undelivered.length} wake-ups, the first for ${first.kept}: ${first.code}`)
}
