import { z } from '@hono/zod-openapi'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import { instrumentOf, responsibleFor, rowOf } from '../../domain/obligation/basis.ts'
import { closingOf } from '../../domain/obligation/limit.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { reportField } from '../../domain/rulebook/report-field.ts'
import { statusOn } from '../../domain/status/status-on.ts'

const limit = z.object({
  limit: z.string(),
  dueOn: calendarDate,
  provisional: z.boolean().describe('The day may still move'),
  exceptional: z.boolean(),
  printed: calendarDate.nullable().describe('The date that a document prints; it governs'),
  computed: calendarDate,
})

/** Where an obligation stands, as the interface says it. */
export const statusResponse = z.object({
  id: z.string(),
  cycle: z.string(),
  instrument: z.string().nullable().describe('`null` for what a row of a plan asks'),
  request: z.string().describe('An instrument by its code, or the plan and the row, `spf-I-4`'),
  row: z.string().nullable().describe('`null` for what an instrument asks'),
  occurrence: z.string().nullable(),
  title: inLanguages,
  responsible: z.string().nullable(),
  session: z.string().nullable().describe('The session from whose days it is counted'),
  target: z.object({ atLeast: z.number(), unit: inLanguages }).nullable(),
  form: z
    .object({
      fields: z.array(reportField),
      performedOn: z.string(),
    })
    .nullable()
    .describe('What a report on it holds, and which field says on which day it was done; `null` where it is the questionnaire'),
  kind: z.string(),
  party: z.string().describe('A State or a unit of the organization, by its code'),
  status: z.enum(['open', 'discharged', 'released']).describe('`released`: its body decided that nothing is owed any more'),
  asOf: calendarDate.describe('The day at the seat for which the standing is computed'),
  trackedFrom: calendarDate.describe('Steps before this day are not taken'),
  closing: z
    .object({ session: z.string(), date: calendarDate, status: z.string(), provisional: z.boolean() })
    .nullable()
    .describe('The closing from which months are counted'),
  limits: z.array(limit),
  dimensions: z.object({
    legalClock: z.string(),
    performance: z.object({ performedOn: calendarDate, class: z.string() }).nullable().describe('What was done, by its own date'),
    notification: z.string(),
    discharged: z.boolean(),
    overdue: z.boolean(),
    stepsBeforeTracking: z.boolean(),
    next: z.object({ step: z.string(), on: calendarDate }).nullable(),
  }),
  circumstancesStated: z.boolean(),
  reports: z.array(
    z.object({
      id: z.string(),
      receivedOn: calendarDate,
      performedOn: calendarDate.nullable().describe('The day on which it was done, by the report'),
      missing: z.array(z.string()),
      values: z
        .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
        .describe('Days, numbers and choices by the paths of their fields, `contacts[0].since`; of a list and of documents, how many there are'),
      furtherInformation: z.boolean(),
      review: z.enum(['open', 'returned', 'accepted', 'withdrawn']),
      returnDue: calendarDate.nullable(),
    }),
  ),
})

type ObligationResponse = z.infer<typeof statusResponse>

export function obligationResponse(id: string, state: KnownObligation, asOf: CalendarDate): ObligationResponse {
  const { cycle, kind, party, status, trackedFrom, reports, circumstancesStated, request, occurrence, title, session, target, limits } = state
  const { report } = state.kindSnapshot
  return {
    ...{
      id,
      cycle,
      instrument: instrumentOf(state),
      request,
      row: rowOf(state)?.id ?? null,
      occurrence,
      title,
      responsible: responsibleFor(state),
      session,
      target,
    },
    form: 'fields' in report ? report : null,
    ...{ kind, party, status, asOf, trackedFrom, circumstancesStated, closing: closingOf(state) },
    limits: limits.map(({ limit, dueOn, provisional, exceptional, printed, computation }) => ({
      ...{ limit, dueOn, provisional, exceptional },
      ...{ printed: printed?.date ?? null, computed: computation.dueOn },
    })),
    dimensions: statusOn(state, asOf),
    reports: reports.map(({ acknowledged: _, missing, ...each }) => ({ ...each, missing: [...missing] })),
  }
}
