import type { EnteredObligation, InstrumentObligation, KnownObligation } from '../../domain/obligation/state.ts'
import { explanationOf } from '../../domain/views/explanation.ts'
import { explanationOfEntered } from '../../domain/views/explanation-entered.ts'
import { goldenName } from './names.ts'

/** The limits of an obligation in the order of their days: each with its day, the printed day, and how it was computed. */
export const limitsOf = (id: string, state: KnownObligation): readonly Readonly<Record<string, unknown>>[] =>
  (state.family === 'instrument' ? instrumentLimits(id, state) : enteredLimits(id, state)).toSorted((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1))

const keyOf = ({ limit, dueOn }: { readonly limit: string; readonly dueOn: string }): string => `${dueOn} ${limit}`

const instrumentLimits = (id: string, state: InstrumentObligation) =>
  explanationOf(id, state).deadlines.map(({ stage, date, printed, exceptional, countedFrom, event, convention, reckoning }) => ({
    limit: goldenName(stage),
    dueOn: date,
    printed: printed?.date ?? null,
    rule: goldenName(state.rule.code),
    ...{ countedFrom, from: goldenName(event.kind), session: event.session, known: goldenName(event.status) },
    convention: goldenName(convention),
    computation: { months: reckoning.period.months, nominal: reckoning.anniversary, adjusted: reckoning.dueOn },
    provisional: event.provisional,
    exceptional,
  }))

const enteredLimits = (id: string, state: EnteredObligation) =>
  explanationOfEntered(id, state).deadlines.map(({ stage, date, provisional, countedFrom, event, reckoning }) => ({
    limit: goldenName(stage),
    dueOn: date,
    printed: null,
    rule: `${goldenName(state.kind)}/${goldenName(stage)}`,
    ...{ countedFrom, from: goldenName(event.kind), session: event.session, known: goldenName(event.status) },
    convention: null,
    computation: { daysBefore: reckoning.daysBefore, nominal: countedFrom, adjusted: date },
    provisional,
    exceptional: false,
  }))
