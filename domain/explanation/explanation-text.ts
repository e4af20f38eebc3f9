import type { ExplainedDeadline, Explanation } from './explanation.ts'

/** An explanation as lines that a lawyer reads: for each deadline its date, the rule, the count, and what is not certain of it. */
export const explanationLines = ({ obligation, limits }: Explanation): readonly string[] => [obligation, ...limits.flatMap(linesOf)]

function linesOf(deadline: ExplainedDeadline): readonly string[] {
  const { limit, date, exceptional, rule, inForceFrom, source, event, convention, conventionStatus, conventionSource, computation, printed } = deadline
  return [
    '',
    `${limit}: ${date}, that day included${exceptional ? ', open only in exceptional circumstances' : ''}${event.provisional ? ' (provisional)' : ''}`,
    `  Rule: ${rule}, in force from ${inForceFrom}`,
    ...source.map((each) => `  Source: ${each}`),
    `  Counted from: the closing of session ${event.session}, ${deadline.countedFrom} (${event.status})`,
    `  Reckoning: ${computation.text}`,
    `  Way of counting: ${convention} (${conventionStatus}; ${conventionSource})`,
    ...(printed === null ? [] : [`  Printed: ${printed.date}, “${printed.wording}” (${printed.source}); the printed date governs`]),
    ...(deadline.differs ? [`  Difference: printed ${printed?.date}, computed ${computation.dueOn}`] : []),
  ]
}
