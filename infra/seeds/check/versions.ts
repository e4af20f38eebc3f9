import { type CalendarDate, plusDays } from '../../../domain/calendar/calendar-date.ts'
import { parsePeriod } from '../../../domain/calendar/period.ts'
import type { Parsed } from '../parse-seed.ts'
import { type Problem, problemAt } from '../problem.ts'
import type { RuleSeed, RuleVersionSeed } from '../schema/rule.ts'

/** The versions of a rule follow one another without gap or overlap, and each is of a piece. */
export const checkVersions = (rules: readonly Parsed<RuleSeed>[]): readonly Problem[] =>
  rules.flatMap((rule) => rule.value.versions.flatMap((version, index) => [...checkSequence(rule, version, index), ...checkCounting(rule, version, index)]))

function checkSequence({ file, value }: Parsed<RuleSeed>, { from, to }: RuleVersionSeed, index: number): readonly Problem[] {
  const tell = (field: 'from' | 'to', what: string): readonly Problem[] => [problemAt(file, ['versions', index, field], what)]
  if (to !== null && to < from) return tell('to', `This version ends on ${to}, before it begins on ${from}. Correct one of the days.`)
  const before = value.versions[index - 1]
  if (before === undefined) return []
  if (before.to === null) return tell('from', 'The version before has no end, so this one overlaps it. Give that one its last day in `to`.')
  const next: CalendarDate = plusDays(before.to, 1)
  if (from < next) return tell('from', `This version overlaps the one before, which runs to ${before.to}. It must begin on ${next}.`)
  if (from > next) return tell('from', `There is a gap: no version is in force from ${next} until ${from}. Close it, or let this one begin on ${next}.`)
  return []
}

function checkCounting({ file }: Parsed<RuleSeed>, { limits, convention, countedFrom }: RuleVersionSeed, index: number): readonly Problem[] {
  const at = (...path: readonly (string | number)[]) => ['versions', index, ...path]
  const misnamed = limits.flatMap(({ limit, period, name }, place) => {
    const { unit, count } = parsePeriod(period)
    return name !== undefined || limit === `${count}-${unit}`
      ? []
      : [problemAt(file, at('limits', place, 'limit'), `The limit is ${limit}, but its period is ${count} ${unit}. Make them agree, or give it a name.`)]
  })
  const counted = limits.length > 0
  const halves =
    counted === (convention !== null) && counted === (countedFrom !== null)
      ? []
      : [problemAt(file, at('convention'), 'Limits need `countedFrom` and `convention`, and a version without limits has neither. Add or remove them.')]
  const includes = convention === null || convention.closingDayCounts === (convention.value === 'day_before')
  const convened = includes
    ? []
    : [
        problemAt(
          file,
          at('convention', 'closingDayCounts'),
          '`day_before` means that the closing day counts, `anniversary` that it does not. Make them agree.',
        ),
      ]
  return [...misnamed, ...halves, ...convened]
}
