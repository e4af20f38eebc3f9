import { z } from 'zod'
import type { BasisFacts, KindFacts, LimitFacts, NoticeFacts, ObligationFacts, ReportFacts, SessionName } from '../../documents/letters/obligation-facts.ts'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import type { PendingNotice } from '../../domain/correspondence/correspondence.ts'
import { organizationOf } from '../../domain/ids.ts'
import { citedAs, responsibleFor, rowOf } from '../../domain/obligation/basis.ts'
import { byDueDay, type Limit } from '../../domain/obligation/limit.ts'
import type { KnownObligation, Report } from '../../domain/obligation/state.ts'
import { citation } from '../../domain/provenance.ts'
import type { Session } from '../../domain/session/session.ts'
import { performanceClass } from '../../domain/status/performance.ts'
import { stream } from '../../domain/streams.ts'
import { foldSession } from '../fold.ts'
import type { DeliveryContext } from '../use-case-context.ts'
import { knownToday } from './directory.ts'

/** What a letter says of one obligation: all of it from its own record, as it stands when the letter is written, but for the name of its session. */
export async function obligationFacts(context: DeliveryContext, notice: PendingNotice, state: KnownObligation, today: CalendarDate): Promise<ObligationFacts> {
  const report = state.reports.find(({ id }) => id === notice.report)
  const noticed = await noticeFacts(context, notice, today)
  // A plan may wait for a session that nobody announced yet.
  const session = state.session === null ? null : await knownToday(context.log, stream.session(state.session), foldSession, today)
  const { title, target } = state
  return {
    ...noticed,
    kind: kindFacts(state),
    title,
    basis: basisFacts(state),
    ...(session === null || state.session === null ? {} : { session: sessionName(state.session, session) }),
    limits: state.limits.toSorted(byDueDay).map((limit) => limitFacts(limit, state)),
    ...(target === null ? {} : { target: { ...target, newest: newestOf(state) } }),
    ...(report === undefined ? {} : { report: reportFacts(report, state) }),
  }
}

/** What the record names as missing is not said again among the reviewer's own words. */
async function noticeFacts({ encrypted }: DeliveryContext, notice: PendingNotice, today: CalendarDate): Promise<NoticeFacts> {
  const remarks = notice.remarks === undefined ? null : await encrypted.open(notice.remarks.id)
  const written =
    remarks === null
      ? []
      : z
          .array(z.string())
          .parse(JSON.parse(remarks.content))
          .filter((remark) => !(notice.missing ?? []).includes(remark))
  return {
    id: notice.obligation,
    ...(notice.dueOn < today ? { lateBoth: { dueOn: notice.dueOn, sentOn: today } } : {}),
    ...(notice.missing === undefined ? {} : { missing: notice.missing }),
    ...(notice.returnDue === undefined ? {} : { returnDue: notice.returnDue }),
    ...(written.length === 0 ? {} : { remarks: written.join('\n') }),
  }
}

function kindFacts({ kind: code, kindSnapshot: { name, report, opens } }: KnownObligation): KindFacts {
  const declares = 'fields' in report
  return {
    ...{ code, name, fields: declares ? report.fields : [], performedOn: declares ? report.performedOn : null },
    ...{ requested: declares ? [] : report.requested, opens: opens?.kind ?? null },
  }
}

function basisFacts({ basis, request }: KnownObligation): BasisFacts {
  const row = rowOf({ basis })
  return {
    code: request,
    source: row === null ? [citedAs({ basis, request })] : row.source.map(citation),
    printed: row === null ? null : { ...row.printed, timing: row.timing },
    responsible: responsibleFor({ basis }),
  }
}

const sessionName = (id: string, session: Session): SessionName => {
  const organization = organizationOf(id)
  return session.status === 'unknown' ? { id, organization, body: '', number: null } : { id, organization, body: session.body, number: session.number }
}

function limitFacts({ limit, name, dueOn, exceptional, provisional, computation, printed }: Limit, { basis, kindSnapshot }: KnownObligation): LimitFacts {
  const rule = kindSnapshot.limits.find((each) => each.limit === limit)
  const { session: _, ...counted } = computation
  const unconfirmed = basis.type === 'provision' && computation.by === 'provision' && basis.rule.convention.status === 'unconfirmed'
  return {
    ...{ limit, name, date: dueOn, exceptional, provisional },
    computation: { ...counted, unconfirmed },
    ...(printed === null ? {} : { printed: { ...printed, source: citation(printed.source) } }),
    rule: { source: (rule?.source ?? []).map(citation), productDefault: rule?.productDefault ?? false },
  }
}

/** The number that a report gives, where the kind is followed by one. */
function valueIn({ values }: Report, { kindSnapshot: { discharge } }: KnownObligation): number | null {
  const value = discharge.by === 'target' ? values[discharge.field] : undefined
  return typeof value === 'number' ? value : null
}

function newestOf(state: KnownObligation): NonNullable<ObligationFacts['target']>['newest'] {
  const observed = state.reports.flatMap((report) => {
    const value = report.review === 'withdrawn' ? null : valueIn(report, state)
    return value === null || report.performedOn === null ? [] : [{ value, on: report.performedOn }]
  })
  return observed.toSorted((a, b) => (a.on < b.on ? -1 : 1)).at(-1) ?? null
}

function reportFacts(report: Report, state: KnownObligation): ReportFacts {
  const { receivedOn, performedOn } = report
  const value = valueIn(report, state)
  return { receivedOn, performedOn, class: performedOn === null ? null : performanceClass(performedOn, state), ...(value === null ? {} : { value }) }
}
