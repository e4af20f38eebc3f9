import { z } from '@hono/zod-openapi'
import type { CalendarDate } from '../../domain/calendar/calendar-date.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { KnownObligation } from '../../domain/obligation/state.ts'
import { standingOn } from '../../domain/views/standing.ts'

/** Where an obligation stands, as the interface says it. */
export const standingAnswer = z.object({
  id: z.string(),
  cycle: z.string(),
  instrument: z.string(),
  kind: z.string(),
  debtor: z.string(),
  status: z.enum(['open', 'discharged']),
  asOf: calendarDate.describe('The day at the seat for which the standing is reckoned'),
  trackedFrom: calendarDate.describe('Steps before this day are not taken'),
  closing: z.object({ session: z.string(), date: calendarDate, status: z.string(), provisional: z.boolean() }),
  deadlines: z.array(z.object({ stage: z.string(), dueOn: calendarDate, exceptional: z.boolean(), printed: calendarDate.nullable(), computed: calendarDate })),
  standing: z.object({
    legalClock: z.string(),
    performance: z.object({ submittedOn: calendarDate, class: z.string() }).nullable(),
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
      submissionDate: calendarDate.nullable(),
      missing: z.array(z.string()),
      furtherInformation: z.boolean(),
      review: z.enum(['open', 'returned', 'accepted', 'withdrawn']),
      returnDue: calendarDate.nullable(),
    }),
  ),
})

export function obligationAnswer(id: string, state: KnownObligation, asOf: CalendarDate): z.infer<typeof standingAnswer> {
  const { cycle, instrument, kind, debtor, status, trackedFrom, closing, deadlines, reports, circumstancesStated } = state
  return {
    ...{ id, cycle, instrument, kind, debtor, status, asOf, trackedFrom, circumstancesStated, closing },
    deadlines: deadlines.map(({ stage, dueOn, exceptional, printed, reckoning }) => ({
      ...{ stage, dueOn, exceptional },
      printed: printed?.date ?? null,
      computed: reckoning.dueOn,
    })),
    standing: standingOn(state, asOf),
    reports: reports.map(({ acknowledged: _, missing, ...report }) => ({ ...report, missing: [...missing] })),
  }
}
