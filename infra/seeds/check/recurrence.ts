import { type Problem, problemAt } from '../problem.ts'
import type { ParsedOrganization } from '../read-organization.ts'
import { rowsOf } from '../rows-of.ts'

/** What comes every year without a last one is opened as far as its plan reaches, so the plan has to say how far. */
export const checkRecurrence = ({ plans, rows }: ParsedOrganization): readonly Problem[] =>
  plans
    .filter(({ value }) => value.horizon.until === null)
    .flatMap(({ value: { code } }) =>
      rowsOf(code, rows).flatMap(({ file, value }) =>
        value.flatMap(({ timing, followed }, index) => [
          ...(isOpen(timing.parsed) ? [problemAt(file, [index, 'timing', 'parsed'], openEnded)] : []),
          ...followed.flatMap((asked, place) =>
            asked.timing !== undefined && isOpen(asked.timing.parsed) ? [problemAt(file, [index, 'followed', place, 'timing', 'parsed'], openEnded)] : [],
          ),
        ]),
      ),
    )

const openEnded = 'Every year without a last one has no last year here, and the plan has no end either. Give one of the two.'

const isOpen = (parsed: { readonly shape: string; readonly to?: unknown }): boolean => parsed.shape === 'every-year' && parsed.to === null
