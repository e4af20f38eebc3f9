import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { inForceOn } from '../../domain/rulebook/rule.ts'
import type { CycleSeed } from './schema/cycle.ts'
import type { RuleSeed, RuleVersionSeed } from './schema/rule.ts'
import type { OrganizationSeeds } from './seeds.ts'

type Grounds = {
  readonly rule: RuleSeed
  /** `null` where it is not known to the day. */
  readonly closing: CalendarDate | null
  readonly limit: RuleVersionSeed['limits'][number] | undefined
  readonly convention: RuleVersionSeed['convention']
}

/** What a stage of a cycle is computed from; `null` where the cycle names what is not seeded. */
export function groundsOf(
  cycle: CycleSeed,
  limit: string,
  { instruments, sessions, rules }: Pick<OrganizationSeeds, 'instruments' | 'sessions' | 'rules'>,
): Grounds | null {
  const instrument = instruments.find(({ code }) => code === cycle.instrument)
  const closing = sessions.find(({ code }) => code === instrument?.session)?.closes.date
  const rule = rules.find(({ code }) => code === cycle.rule)
  if (closing === undefined || rule === undefined) return null
  if (closing === null) return { rule, closing, limit: undefined, convention: null }
  const { limits, convention } = inForceOn(rule, closing)
  return { rule, closing, limit: limits.find((one) => one.limit === limit), convention }
}
