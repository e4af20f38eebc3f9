import type { DeadlineFacts, InstrumentFacts, ReportFacts, ToldFacts } from '../../documents/letters/letter-facts.ts'
import type { Instrument } from '../../domain/instrument/instrument.ts'
import type { InstrumentObligation } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import { submissionClass } from '../../domain/report/submission-class.ts'
import type { Session } from '../../domain/session/session.ts'

/** What a letter says of an obligation under an adopted instrument. */
export function instrumentFacts(
  told: ToldFacts,
  state: InstrumentObligation,
  instrument: Extract<Instrument, { status: 'adopted' }>,
  session: Pick<Announced, 'number' | 'body'>,
  report: InstrumentObligation['reports'][number] | undefined,
): InstrumentFacts {
  return {
    ...told,
    family: 'instrument',
    kind: state.kind,
    kindName: state.kindSnapshot.name,
    requested: state.kindSnapshot.report.requested,
    opens: state.kindSnapshot.opensOnConstituentMatter,
    instrument: { code: instrument.code, title: instrument.title },
    provision: state.rule.provision,
    limits: state.limits.map((deadline) => deadlineFacts(deadline, state, session)),
    ...(report === undefined ? {} : { report: reportFacts(report, state) }),
  }
}

type Announced = Exclude<Session, { status: 'unknown' }>

const deadlineFacts = (
  deadline: InstrumentObligation['limits'][number],
  { organization, closing, rule }: InstrumentObligation,
  { number, body }: Pick<Announced, 'number' | 'body'>,
): DeadlineFacts => ({
  limit: deadline.limit,
  date: deadline.dueOn,
  exceptional: deadline.exceptional,
  provisional: closing.provisional,
  computation: {
    ...deadline.computation,
    event: { kind: 'session-closing', session: number, organization, body },
    unconfirmed: rule.convention.status === 'unconfirmed',
  },
  ...(deadline.printed === null
    ? {}
    : {
        printed: {
          date: deadline.printed.date,
          wording: deadline.printed.wording,
          language: deadline.printed.language,
          source: citation(deadline.printed.source),
        },
      }),
})

const reportFacts = (report: InstrumentObligation['reports'][number], { limits }: InstrumentObligation): ReportFacts => ({
  receivedOn: report.receivedOn,
  submissionDate: report.submissionDate,
  submissionClass: report.submissionDate === null ? null : submissionClass(report.submissionDate, limits),
})
