import { explanationOf } from '../../domain/explanation/explanation.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { goldenName } from './names.ts'

/** The limits of an obligation in the order of their days: each with its day, the printed day, and how it was computed. */
export const limitsOf = (id: string, state: KnownObligation): readonly Readonly<Record<string, unknown>>[] =>
  explanationOf(id, state)
    .limits.map(({ limit, dueOn, printed, exceptional, provisional, countedFrom, event, convention, computation }) => ({
      limit: goldenName(limit),
      dueOn,
      printed: printed?.date ?? null,
      rule: convention !== null && state.basis.type === 'provision' ? goldenName(state.basis.rule.code) : `${goldenName(state.kind)}/${goldenName(limit)}`,
      ...{ countedFrom, from: goldenName(event.kind), session: event.session, known: goldenName(event.status) },
      convention: convention === null ? null : goldenName(convention),
      computation:
        computation.period === null
          ? { daysBefore: computation.daysBefore, nominal: countedFrom, adjusted: dueOn }
          : { ...computation.period, nominal: computation.nominalOn, adjusted: computation.dueOn },
      provisional,
      exceptional,
    }))
    .toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const keyOf = ({ limit, dueOn }: { readonly limit: string; readonly dueOn: string }): string => `${dueOn} ${limit}`
