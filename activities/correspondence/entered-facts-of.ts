import type { AnswerFacts, DayFacts, EnteredFacts, SessionName } from '../../documents/letters/entered-facts.ts'
import type { ToldFacts } from '../../documents/letters/letter-facts.ts'
import { organizationOf } from '../../domain/ids.ts'
import type { EnteredObligation, Report } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import type { Session } from '../../domain/session/session.ts'
import { performanceClass } from '../../domain/status/performance.ts'

/** What a letter says of an obligation of a declared kind: all of it from its own record, but for the name of its session. */
export function enteredFacts(told: ToldFacts, state: EnteredObligation, session: Session | null, report: Report | undefined): EnteredFacts {
  const { row, report: metadata, target, responsible } = state
  return {
    ...told,
    family: 'entered',
    kind: {
      code: state.kind,
      name: state.kindName,
      fields: metadata.fields.map(({ name, label, required }) => ({ name, label, required, performedOn: name === metadata.performedOn })),
    },
    title: state.title,
    row: { source: row.source.map(citation), printed: row.printed },
    timing: row.timing,
    ...(session === null || state.session === null ? {} : { session: sessionName(state.session, session) }),
    days: state.limits.map((day) => dayFacts(day, state)).toSorted((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0)),
    ...(responsible === undefined ? {} : { responsible }),
    ...(target === null ? {} : { target: { ...target, newest: newestOf(state) } }),
    ...(report === undefined ? {} : { report: answerFacts(report, state) }),
  }
}

const sessionName = (id: string, session: Session): SessionName => {
  const organization = organizationOf(id)
  return session.status === 'unknown' ? { id, organization, body: '', number: null } : { id, organization, body: session.body, number: session.number }
}

function dayFacts({ limit, name, dueOn, provisional, basis }: EnteredObligation['limits'][number], { due }: EnteredObligation): DayFacts {
  const rule = due.find((each) => each.limit === limit)
  return {
    ...{ limit, name, date: dueOn, provisional, basis },
    rule: { source: (rule?.source ?? []).map(citation), productDefault: rule?.productDefault ?? false },
  }
}

/** The number that a report gives, where the kind is followed by one. */
function valueIn({ values }: Report, { discharge }: EnteredObligation): number | null {
  const value = discharge.by === 'target' ? values[discharge.field] : undefined
  return typeof value === 'number' ? value : null
}

function newestOf(state: EnteredObligation): NonNullable<EnteredFacts['target']>['newest'] {
  const observed = state.reports.flatMap((report) => {
    const value = report.review === 'withdrawn' ? null : valueIn(report, state)
    return value === null || report.submissionDate === null ? [] : [{ value, on: report.submissionDate }]
  })
  return observed.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null
}

function answerFacts(report: Report, state: EnteredObligation): AnswerFacts {
  const { receivedOn, submissionDate: doneOn } = report
  const found = doneOn === null ? null : performanceClass(doneOn, state)
  const value = valueIn(report, state)
  // A window for exceptional circumstances is of instruments alone.
  return { receivedOn, doneOn, class: found === 'inExceptionalWindow' ? 'late' : found, ...(value === null ? {} : { value }) }
}
