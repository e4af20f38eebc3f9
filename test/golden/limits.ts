import { explanationOf } from '../../domain/explanation/explanation.ts'
import { explanationOfEntered } from '../../domain/explanation/explanation-entered.ts'
import type { EnteredObligation, InstrumentObligation, KnownObligation } from '../../domain/obligation/state.ts'
import { goldenName } from './names.ts'

/** The limits of an obligation in the order of their days: each with its day, the printed day, and how it was computed. */
export const limitsOf = (id: string, state: KnownObligation): readonly Readonly<Record<string, unknown>>[] =>
  (state.family === 'instrument' ? instrumentLimits(id, state) : enteredLimits(id, state)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const keyOf = ({ limit, dueOn }: { readonly limit: string; readonly dueOn: string }): string => `${dueOn} ${limit}`

const instrumentLimits = (id: string, state: InstrumentObligation) =>
  explanationOf(id, state).limits.map(({ limit, date, printed, exceptional, countedFrom, event, convention, computation }) => ({
    limit: goldenName(limit),
    dueOn: date,
    printed: printed?.date ?? null,
    rule: goldenName(state.rule.code),
    ...{ countedFrom, from: goldenName(event.kind), session: event.session, known: goldenName(event.status) },
    convention: goldenName(convention),
    computation: { months: computation.period.months, nominal: computation.anniversary, adjusted: computation.dueOn },
    provisional: event.provisional,
    exceptional,
  }))

const enteredLimits = (id: string, state: EnteredObligation) =>
  explanationOfEntered(id, state).limits.map(({ limit, date, provisional, countedFrom, event, computation }) => ({
    limit: goldenName(limit),
    dueOn: date,
    printed: null,
    rule: `${goldenName(state.kind)}/${goldenName(limit)}`,
    ...{ countedFrom, from: goldenName(event.kind), session: event.session, known: goldenName(event.status) },
    convention: null,
    computation: { daysBefore: computation.daysBefore, nominal: countedFrom, adjusted: date },
    provisional,
    exceptional: false,
  }))
