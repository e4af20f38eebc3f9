import { plusDays } from '../../../domain/calendar/calendar-date.ts'
import { computeLimit } from '../../../domain/calendar/computation.ts'
import type { PrintedDiscrepancy } from '../../../domain/explanation/discrepancy.ts'
import { findIn } from '../calendar-from.ts'
import { groundsOf } from '../opening-basis-of.ts'
import type { CycleSeed } from '../schema/cycle.ts'
import type { OrganizationSeeds } from '../seeds.ts'
import { placesIn } from './places-in.ts'
import { beforeLeavesOut, dateDiffers } from './words.ts'

/** Printed dates of cycles that are not the day which the rule gives, or that leave their own day out if read literally. */
export const comparePrintedWithComputed = (seeds: OrganizationSeeds): readonly PrintedDiscrepancy[] =>
  seeds.cycles.flatMap((cycle) => cycle.printed.flatMap((printed) => reconcile(cycle, printed, seeds)))

function reconcile(cycle: CycleSeed, printed: CycleSeed['printed'][number], seeds: OrganizationSeeds): readonly PrintedDiscrepancy[] {
  const { limit, date, relation, wording, note = '', source } = printed
  const common = {
    organization: seeds.organization.code,
    rows: [],
    printed: [{ value: date, wording, places: placesIn(seeds.documents)(source) }],
  }
  const id = `${seeds.organization.code}-${cycle.code}-${limit}`
  const literal =
    relation === 'before' ? [{ ...common, id: `${id}-before`, what: beforeLeavesOut({ date, why: note }), computed: String(plusDays(date, -1)) }] : []

  const grounds = groundsOf(cycle, limit, seeds)
  if (grounds?.closing == null || grounds.limit === undefined || grounds.convention === null) return literal
  const dueOn = computeLimit(grounds.closing, grounds.limit.period, grounds.convention.value, { findCalendar: findIn(seeds.calendars) })?.dueOn
  if (dueOn === undefined) return literal
  const differs =
    dueOn === date ? [] : [{ ...common, id: `${id}-computed`, what: dateDiffers({ date, dueOn, provision: grounds.rule.provision }), computed: String(dueOn) }]
  return [...differs, ...literal]
}
