import { z } from '@hono/zod-openapi'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { inLanguages } from '../../domain/languages.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { statusOn } from '../../domain/status/status-on.ts'

const ofInstrument = z.object({
  limit: z.string(),
  dueOn: calendarDate,
  exceptional: z.boolean(),
  printed: calendarDate.nullable().describe('The date that a document prints; it governs'),
  computed: calendarDate,
})
const ofRow = z.object({ limit: z.string(), dueOn: calendarDate, provisional: z.boolean().describe('The day may still move') })

/** Where an obligation stands, as the interface says it. */
export const statusResponse = z.object({
  id: z.string(),
  cycle: z.string(),
  instrument: z.string().nullable().describe('`null` for what a row of a plan asks'),
  request: z.string().optional().describe('The plan and the row, `spf-I-4`; with the fields after it, of what a row asks alone'),
  row: z.string().optional(),
  occurrence: z.string().nullable().optional(),
  title: inLanguages.optional(),
  responsible: z.string().nullable().optional(),
  session: z.string().nullable().optional().describe('The session from whose days it is counted'),
  target: z.object({ atLeast: z.number(), unit: inLanguages }).nullable().optional(),
  form: z
    .object({
      fields: z.array(z.object({ name: z.string(), type: z.enum(['day', 'words', 'number', 'yes-no']), required: z.boolean(), label: inLanguages })),
      performedOn: z.string(),
    })
    .optional()
    .describe('What a report on it holds, and which field says on which day it was done'),
  kind: z.string(),
  party: z.string().describe('A State or a unit of the organization, by its code'),
  status: z.enum(['open', 'discharged', 'released']).describe('`released`: its body decided that nothing is owed any more'),
  asOf: calendarDate.describe('The day at the seat for which the standing is reckoned'),
  trackedFrom: calendarDate.describe('Steps before this day are not taken'),
  closing: z
    .object({ session: z.string(), date: calendarDate, status: z.string(), provisional: z.boolean() })
    .optional()
    .describe('Of an instrument: what everything is counted from'),
  limits: z.array(z.union([ofInstrument, ofRow])),
  dimensions: z.object({
    legalClock: z.string(),
    performance: z.object({ submittedOn: calendarDate, class: z.string() }).nullable().describe('What was done, by its own date'),
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
      submissionDate: calendarDate.nullable().describe('The day on which it was done, by the report'),
      missing: z.array(z.string()),
      values: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])).describe('Days, numbers and choices by the names of their fields'),
      furtherInformation: z.boolean(),
      review: z.enum(['open', 'returned', 'accepted', 'withdrawn']),
      returnDue: calendarDate.nullable(),
    }),
  ),
})

type ObligationResponse = z.infer<typeof statusResponse>

export function obligationResponse(id: string, state: KnownObligation, asOf: CalendarDate): ObligationResponse {
  const { cycle, kind, party, status, trackedFrom, reports, circumstancesStated } = state
  return {
    ...{ id, cycle, kind, party, status, asOf, trackedFrom, circumstancesStated },
    ...ofFamily(state),
    dimensions: statusOn(state, asOf),
    reports: reports.map(({ acknowledged: _, missing, ...report }) => ({ ...report, missing: [...missing] })),
  }
}

function ofFamily(state: KnownObligation): Pick<ObligationResponse, 'instrument' | 'limits' | 'closing'> & Partial<ObligationResponse> {
  if (state.family === 'instrument') {
    const { instrument, closing, limits } = state
    const dates = limits.map(({ limit, dueOn, exceptional, printed, computation }) => ({
      ...{ limit, dueOn, exceptional },
      printed: printed?.date ?? null,
      computed: computation.dueOn,
    }))
    return { instrument, closing, limits: dates }
  }
  const { request, row, occurrence, title, responsible = null, session, target, report, limits } = state
  return {
    ...{ instrument: null, request, row: row.id, occurrence, title, responsible, session, target, form: report },
    limits: limits.map(({ limit, dueOn, provisional }) => ({ limit, dueOn, provisional })),
  }
}
