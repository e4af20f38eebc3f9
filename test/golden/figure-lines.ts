import { collectPaper } from '../../activities/papers/collect-facts.ts'
import type { UseCaseContext } from '../../activities/use-case-context.ts'
import type { CycleRow } from '../../activities/views.ts'
import type { FollowedDecision, PaperFacts } from '../../documents/papers/paper-facts.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { organizationOf } from '../../domain/ids.ts'
import type { Figure } from '../../domain/status/evidence.ts'
import { followUpLines } from '../../domain/status/follow-up.ts'
import { indicatorsOf, obligationFigures, rowFigures } from '../../domain/status/progress.ts'
import { goldenName } from './names.ts'

/** Figures of the papers that the end of a play gives: the progress of each cycle, and the follow-up for each session. */
export async function figureLines(
  context: UseCaseContext,
  cycles: readonly CycleRow[],
  sessions: readonly string[],
  day: CalendarDate,
): Promise<readonly object[]> {
  const lines: object[] = []
  for (const { id } of cycles) {
    const facts = await collectPaper(context, { organization: organizationOf(id), session: null, cycle: id, day })
    lines.push({ paper: `progress ${id}`, day, figures: Object.assign({}, ...facts.decisions.map((each) => progressFigures(each, facts))) })
  }
  for (const session of sessions) {
    const facts = await collectPaper(context, { organization: organizationOf(session), session, cycle: null, day })
    const metadata = facts.decisions.flatMap(({ obligations }) => followUpLines(obligations, facts.previous?.opensOn ?? null))
    if (metadata.length > 0) lines.push({ paper: `follow-up ${session}`, day, figures: named(obligationFigures(metadata, day)) })
  }
  return lines
}

function progressFigures({ rows, obligations }: FollowedDecision, { day }: PaperFacts) {
  const kinds = [...new Set(obligations.map(({ state }) => state.kind))].toSorted()
  const ofKind = (kind: string) => obligations.filter(({ state }) => state.kind === kind)
  return {
    ...named(rowFigures(rows, obligations, day)),
    ...named(obligationFigures(obligations, day)),
    ...Object.assign({}, ...kinds.map((kind) => named(obligationFigures(ofKind(kind), day), `${goldenName(kind)}/`))),
    ...Object.fromEntries(
      indicatorsOf(obligations).map(({ obligation, observations, atLeast, reached }) => [
        `indicator/${obligation.id}`,
        { atLeast, reached, observed: observations.map(({ value, on, events }) => [value, on, events.length]) },
      ]),
    ),
  }
}

/** Each figure with its value and, for each thing that it counts, how many events stand behind it. */
const named = (figures: readonly Figure[], before = '') =>
  Object.fromEntries(
    figures
      .filter(({ counted }) => counted.length > 0)
      .map(({ name, counted }) => [`${before}${goldenName(name)}`, [counted.length, tallied(counted.map(({ events }) => events.length))]]),
  )

/** `{ 1: 12, 2: 3 }`: twelve with one event behind each, three with two. */
const tallied = (counts: readonly number[]) =>
  Object.fromEntries([...new Set(counts)].toSorted((a, b) => a - b).map((count) => [count, counts.filter((each) => each === count).length]))
