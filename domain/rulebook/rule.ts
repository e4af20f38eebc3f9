import { z } from 'zod'
import { type CalendarDate, calendarDate } from '../calendar/calendar-date.ts'
import { countConvention } from '../calendar/computation.ts'
import { period } from '../calendar/period.ts'
import { inLanguages } from '../languages.ts'
import { dateStatus, source } from '../provenance.ts'

/** One limit: when it ends, and whether it stands open only to those who state exceptional circumstances. Without a name it is called by its period. */
export const limitRule = z.object({ limit: z.string(), period, exceptional: z.boolean(), name: inLanguages.optional() })

/** One dated wording of a provision. */
export const ruleVersion = z.object({
  from: calendarDate,
  /** `null`: still in force. */
  to: calendarDate.nullable(),
  limits: z.array(limitRule),
  convention: z.object({ value: countConvention, status: dateStatus, source }).nullable(),
  /** Whether a State admitted after the adoption owes as well: a switch, with its source in the seed. */
  laterMembersOwe: z.boolean(),
  quote: z.string().optional(),
  paraphrase: z.string().optional(),
  source: z.array(source).min(1),
})
export type RuleVersion = Readonly<z.infer<typeof ruleVersion>>

/** A provision and its versions. `code` is the file's name: `19-6-b`. */
export const rule = z.object({ code: z.string(), provision: z.string(), title: z.string(), versions: z.array(ruleVersion).min(1) })
export type Rule = Readonly<z.infer<typeof rule>>

/**
 * The one version of a rule in force on a day.
 *
 * @throws RangeError when none is in force, or two are: a gap in the law is a
 *   question for a lawyer, never a reason to fall back on the latest version.
 */
export function inForceOn<Version extends Pick<RuleVersion, 'from' | 'to'>>(
  rule: { readonly code: string; readonly versions: readonly Version[] },
  day: CalendarDate,
): Version {
  const { code, versions } = rule
  const [found, ...others] = versions.filter(({ from, to }) => from <= day && (to === null || day <= to))
  if (found === undefined) throw new RangeError(`${code}: no version in force on ${day}`)
  if (others.length > 0) throw new RangeError(`${code}: ${others.length + 1} versions in force on ${day}`)
  return found
}
