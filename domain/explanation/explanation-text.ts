import { fieldText } from './explained-field.ts'
import type { ExplainedLimit, Explanation } from './explanation.ts'

/** An explanation as lines that a reader can follow: what asks it, then for each limit its day, the rule, the count, and what is not certain of it. */
export const explanationLines = (explained: Explanation): readonly string[] => {
  const { obligation, moved, corrections, limits, waiting, report } = explained
  const undated = limits.length === 0 && waiting.length === 0
  return [
    obligation,
    ...basisLines(explained),
    ...moved.map((reason) => `  Moved: ${reason}`),
    ...corrections.map(({ on, fact, recordedIn, reason }) => `  Corrected on ${on}: the ${fact}, in ${recordedIn}: ${reason}`),
    ...(undated ? ['', 'No day can be computed: it stays open, and is looked at again on the cadence of its plan.'] : limits.flatMap(linesOf)),
    ...waiting.flatMap(({ limit, event, calendars }) => [
      '',
      `${limit}: no day yet`,
      ...(event === null ? [] : [`  Waits for: ${event.type} of ${event.about}, unless it is on record`]),
      ...calendars.map((calendar) => `  Waits for: the days of the calendar ${calendar}, as far as it is to be counted`),
    ]),
    ...(report.length === 0 ? [] : ['', `A report holds: ${report.map(fieldText).join(', ')}`]),
  ]
}

function basisLines({ row, source, printed, timing }: Explanation): readonly string[] {
  if (row === null || printed === null || timing === null) return []
  return [
    '',
    `Row ${row}`,
    ...source.map((each) => `  Source: ${each}`),
    `  Printed (${printed.language}): “${onOneLine(printed.text)}”`,
    `  Timing: ${timing.printed === null ? 'none is printed' : `“${timing.printed}”`}, read as ${timing.shape} (${timing.status})`,
  ]
}

function linesOf(explained: ExplainedLimit): readonly string[] {
  const { limit, dueOn, exceptional, provisional, rule, inForceFrom, source, productDefault, convention, computation, printed, differs } = explained
  const inForce = inForceFrom === null ? '' : `, in force from ${inForceFrom}`
  return [
    '',
    `${limit}: ${dueOn}, that day included${exceptional ? ', open only in exceptional circumstances' : ''}${provisional ? ' (provisional)' : ''}`,
    `  Rule: ${rule}${inForce}${productDefault ? ' (this product’s default, for the secretariat to change)' : ''}`,
    ...source.map((each) => `  Source: ${each}`),
    `  Counted from: ${originOf(explained)}, ${explained.countedFrom} (${explained.event.status})`,
    `  Computation: ${computation.text}`,
    ...(convention === null ? [] : [`  Way of counting: ${convention}${conventionGround(explained)}`]),
    ...(printed === null ? [] : [`  Printed: ${printed.date}, “${printed.wording}” (${printed.source}); the printed date governs`]),
    ...(differs ? [`  Difference: printed ${printed?.date}, computed ${computation.dueOn}`] : []),
  ]
}

const conventionGround = ({ conventionStatus, conventionSource }: ExplainedLimit): string =>
  conventionStatus === null ? '' : ` (${conventionStatus}; ${conventionSource})`

function originOf({ event: { kind, session, about } }: ExplainedLimit): string {
  if (about !== undefined) return `${kind} of ${about}`
  if (kind === 'timing') return 'the last day of the timing'
  if (kind === 'opening') return 'the day on which it was opened'
  return `the ${kind === 'session-opening' ? 'opening' : 'closing'} of session ${session}`
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
