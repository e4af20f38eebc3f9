import { foldCorrespondence, foldLetter, foldObligation } from '../activities/fold.ts'
import { type CalendarDate, day } from '../domain/calendar/calendar-date.ts'
import type { Letter } from '../domain/letter/letter.ts'
import { nextStep } from '../domain/obligation/next-step.ts'
import type { KnownObligation, Obligation } from '../domain/obligation/state.ts'
import type { RecordedEvent } from '../domain/record.ts'
import { parseStreamName } from '../domain/streams.ts'

/**
 * What the driver knows of the record, folded in memory event by event: who owes what, and which letters have no end yet.
 * It answers when the installation is at rest. It asks the record, never a workflow.
 */
export type Projection = {
  /** Folds a batch, gapless and in order of position. */
  handle(events: readonly RecordedEvent[]): void
  obligation(id: string): Obligation
  obligations(): readonly (readonly [string, KnownObligation])[]
  /** Every letter that was issued. */
  letters(): readonly Extract<Letter, { status: 'issued' }>[]
  versionOf(stream: string): number
  /** How many events of sessions there were: what is counted from them may have moved with each. */
  readonly sessionEvents: number
  /** Obligations with a step that is due on a day or before it, in byte order of their ids. */
  dueOn(day: CalendarDate): readonly string[]
  isDue(id: string, day: CalendarDate): boolean
  /** Parties with a notice that no letter took up, or a letter without an end, in byte order. */
  partiesAwaiting(): readonly string[]
  /** Resolves once the condition holds; it is tried again after each batch of the log. */
  until(holds: () => boolean, what: string): Promise<void>
  /** Of the last event that was folded. */
  readonly position: number
  /** Rejects all who wait: a worker that died will append nothing more. */
  fail(error: Error): void
  /** The first day after `day` on which an open obligation has a step. */
  nextStepAfter(day: CalendarDate): CalendarDate | null
}

type Waiting = { readonly holds: () => boolean; readonly resolve: () => void; readonly reject: (error: Error) => void }

/** Longer than any day of a rehearsal needs; an installation that is not at rest by then has a fault. */
const patienceMs = 120_000

/** Before every step of any obligation. */
const theBeginning = day('0001-01-01')

export function createProjection(): Projection {
  const histories = new Map<string, RecordedEvent[]>()
  const obligations = new Map<string, Obligation>()
  const letters = new Map<string, Letter>()
  const awaiting = new Set<string>()
  const versions = new Map<string, number>()
  /** The first day for which each open obligation waits. */
  const waitsFor = new Map<string, CalendarDate>()
  let sessionEvents = 0
  const waiting = new Set<Waiting>()
  let position = 0
  let failure: Error | null = null

  const fold = (event: RecordedEvent) => {
    const { category, id } = parseStreamName(event.stream)
    if (category === 'obligation') {
      const state = foldObligation(historyWith(event))
      const next = nextStep(state, theBeginning)
      obligations.set(id, state)
      if (next.kind === 'none') waitsFor.delete(id)
      else waitsFor.set(id, next.on)
    } else if (category === 'session') sessionEvents += 1
    else if (category === 'letter') letters.set(id, foldLetter(historyWith(event)))
    else if (category === 'correspondence') {
      const { pending, openLetters } = foldCorrespondence(historyWith(event))
      if (pending.length > 0 || openLetters.length > 0) awaiting.add(id)
      else awaiting.delete(id)
    }
    versions.set(event.stream, event.version)
    position = event.position
  }

  const historyWith = (event: RecordedEvent): { readonly events: readonly RecordedEvent[] } => {
    const events = histories.get(event.stream) ?? []
    events.push(event)
    histories.set(event.stream, events)
    return { events }
  }

  const fail = (error: Error) => {
    failure = error
    for (const each of waiting) each.reject(error)
    waiting.clear()
  }

  const handle = (events: readonly RecordedEvent[]) => {
    for (const event of events) fold(event)
    for (const each of [...waiting])
      if (each.holds()) {
        waiting.delete(each)
        each.resolve()
      }
  }

  const until = (holds: () => boolean, what: string): Promise<void> => {
    if (failure !== null) return Promise.reject(failure)
    if (holds()) return Promise.resolve()
    return new Promise((resolve, reject) => {
      const tooLong = setTimeout(() => {
        waiting.delete(each)
        reject(new Error(`The rehearsal did not come to rest within ${patienceMs / 1000} s: ${what}`))
      }, patienceMs)
      const inTime =
        <T extends readonly unknown[]>(end: (...outcome: T) => void) =>
        (...outcome: T) => {
          clearTimeout(tooLong)
          end(...outcome)
        }
      const each: Waiting = { holds, resolve: inTime(resolve), reject: inTime(reject) }
      waiting.add(each)
    })
  }

  const known = () => [...obligations].flatMap(([id, state]) => (state.status === 'unknown' ? [] : [[id, state] as const]))
  return {
    obligation: (id) => obligations.get(id) ?? { status: 'unknown' },
    obligations: known,
    letters: () => [...letters.values()].filter((each) => each.status === 'issued'),
    versionOf: (stream) => versions.get(stream) ?? 0,
    handle,
    partiesAwaiting: () => [...awaiting].toSorted(),
    until,
    get position() {
      return position
    },
    get sessionEvents() {
      return sessionEvents
    },
    dueOn: (day) => [...waitsFor].flatMap(([id, on]) => (on <= day ? [id] : [])).toSorted(),
    isDue: (id, day) => (waitsFor.get(id) ?? '9999-12-31') <= day,
    fail,
    nextStepAfter: (day) => {
      let first: CalendarDate | null = null
      for (const on of waitsFor.values()) if (on > day && (first === null || on < first)) first = on
      return first
    },
  }
}
