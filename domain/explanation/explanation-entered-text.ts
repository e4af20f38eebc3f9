import type { EnteredExplanation, ExplainedDay } from './explanation-entered.ts'

/** An explanation as lines that a reader can follow: the row in its own words, then each day, what it is counted from, and what is not certain of it. */
export const enteredExplanationLines = (explained: EnteredExplanation): readonly string[] => {
  const { obligation, row, source, printed, timing, moved, limits, report } = explained
  return [
    obligation,
    '',
    `Row ${row}`,
    ...source.map((each) => `  Source: ${each}`),
    `  Printed (${printed.language}): “${onOneLine(printed.text)}”`,
    `  Timing: ${timing.printed === null ? 'none is printed' : `“${timing.printed}”`}, read as ${timing.shape} (${timing.status})`,
    ...moved.map((reason) => `  Moved: ${reason}`),
    ...(limits.length === 0 ? ['', 'No day can be reckoned: it stays open, and is looked at again on the cadence of its plan.'] : limits.flatMap(linesOf)),
    '',
    `A report holds: ${report.map(({ name, type, required }) => `${name} (${type}${required ? '' : ', may be left out'})`).join(', ')}`,
  ]
}

function linesOf({ limit, date, provisional, countedFrom, event, rule, ruleSource, productDefault, computation }: ExplainedDay): readonly string[] {
  const from =
    event.session === null ? 'the last day of the timing' : `the ${event.kind === 'session-opening' ? 'opening' : 'closing'} of session ${event.session}`
  return [
    '',
    `${limit}: ${date}, that day included${provisional ? ' (provisional)' : ''}`,
    `  Rule: ${rule}${productDefault ? ' (this product’s default, for the secretariat to change)' : ''}`,
    ...ruleSource.map((each) => `  Source: ${each}`),
    `  Counted from: ${from}, ${countedFrom} (${event.status})`,
    `  Reckoning: ${computation.text}`,
  ]
}

const onOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim()
