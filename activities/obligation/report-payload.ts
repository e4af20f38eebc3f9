import { z } from 'zod'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'

/** Read by the questions of the obligation's kind once it is known which obligation it answers. */
const reportInput = z.record(z.string(), z.unknown())
export type ReportInput = Readonly<z.infer<typeof reportInput>>

const reportId = z.string().min(1).max(100)

/** What each command on a report or an obligation carries, in the API and in scenarios alike. */
export const obligationPayloads = {
  'submit-report': z.strictObject({ report: reportInput }),
  /** Adds to an earlier answer what it lacked: fields given replace the earlier ones, the rest stands. */
  'complete-report': z.strictObject({ report: reportInput, completes: reportId.optional() }),
  'withdraw-report': z.strictObject({ reportId: reportId.optional() }),
  'return-report': z.strictObject({
    missing: z.union([z.string().min(1), z.array(z.string().trim().min(1).max(2_000)).min(1).max(50)]).transform((missing) => [missing].flat()),
    due: calendarDate.optional(),
    reportId: reportId.optional(),
  }),
  'accept-report': z.strictObject({ reportId: reportId.optional() }),
  'acknowledge-report': z.strictObject({ reportId: reportId.optional() }),
  'state-exceptional-circumstances': z.strictObject({ grounds: z.string().trim().min(1).max(20_000) }),
} as const

export type ObligationCommandName = keyof typeof obligationPayloads
export type PayloadOf<Name extends ObligationCommandName> = z.infer<(typeof obligationPayloads)[Name]>
