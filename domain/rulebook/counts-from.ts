import type { Kind } from './kind.ts'
import type { Rule } from './rule.ts'

type Counted = Pick<Kind, 'limits' | 'letters'>

/** The types of events from which a kind counts its limits or letters, each once. */
export function eventTypesIn({ limits, letters }: Counted): readonly string[] {
  const ofLetters = letters.map(({ from }) => (typeof from === 'object' && 'after' in from ? from.after : from))
  const origins = [...limits.map(({ from }) => from), ...ofLetters]
  return [...new Set(origins.flatMap((from) => (typeof from === 'object' && 'event' in from ? [from.event] : [])))]
}

/** The calendars in which a kind, or the provision that applies to it, counts days, each once. */
export function calendarsIn({ limits }: Counted, rule?: Rule): readonly string[] {
  const periods = [
    ...limits.flatMap(({ before = [], after = [] }) => [...before, ...after]),
    ...(rule?.versions ?? []).flatMap((version) => version.limits.map(({ period }) => period)),
  ]
  const counted = periods.flatMap((period) => ('calendar' in period ? [period.calendar] : []))
  return [...new Set([...counted, ...limits.flatMap(({ ifClosed }) => (ifClosed === undefined ? [] : [ifClosed.calendar]))])]
}
