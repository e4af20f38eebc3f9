import { z } from 'zod'
import { calendarDate } from '../../../domain/calendar/calendar-date.ts'
import { partyOf } from '../../../domain/ids.ts'
import { formOf } from '../../../domain/report/form.ts'
import { awaitingEncryption } from '../command-definition.ts'
import { defineObligationCommand } from './define-obligation-command.ts'
import { idFrom, reportIdInput, reportNamed } from './report-id.ts'

/**
 * The reviewer sends a report back for what the system cannot see. The reviewer's own words are encrypted: only names of the report's questions
 * stand in the record.
 *
 * Refused as `unknown-report`, `already-withdrawn`, `already-accepted`, `return-due-passed`.
 */
export const returnReport = defineObligationCommand({
  name: 'return-report',
  summary: {
    en: 'sends a report back, with what is missing',
    fr: 'renvoie un rapport, avec ce qui manque',
    es: 'devuelve una memoria, con lo que falta',
    ar: 'يعيد تقريراً مع بيان ما ينقصه',
  },
  fields: {
    missing: z.union([z.string().min(1), z.array(z.string().trim().min(1).max(2_000)).min(1).max(50)]).transform((missing) => [missing].flat()),
    /** The day by which it is to be completed; as many days from today as its kind says where none is given. */
    due: calendarDate.optional(),
    reportId: reportIdInput,
  },
  mayBeGivenBy: { reviewer: 'any' },
  request: ({ metadata, id, state, today, payload: { missing, due = null, reportId } }) => {
    const { isQuestion } = formOf(state.kindSnapshot.report)
    const remarks = { id: `remarks/${idFrom(metadata)}`, subject: partyOf(id), mediaType: 'application/json', content: JSON.stringify(missing) }
    return {
      command: {
        ...{ type: 'ReturnReport', today, missing: missing.filter(isQuestion), due, ...reportNamed(reportId) },
        remarks: awaitingEncryption(remarks.id),
      },
      written: [remarks],
    }
  },
})
