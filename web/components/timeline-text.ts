import { z } from 'zod'
import type { Role } from '../../domain/actor-name.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { TimelineEntry } from '../../domain/history/timeline.ts'
import { formatText, type PageCatalog, type PageMessage } from '../page-catalog.ts'
import { dayText } from './message.tsx'

export const actorMessages: Readonly<Record<Role, PageMessage>> = {
  ministry: 'actorMinistry',
  secretariat: 'actorSecretariat',
  reviewer: 'actorReviewer',
  auditor: 'actorAuditor',
  system: 'actorSystem',
}

const messages: Readonly<Record<string, PageMessage>> = {
  obligationOpened: 'eventObligationOpened',
  limitsMoved: 'eventLimitsMoved',
  letterFellDue: 'eventLetterFellDue',
  letterSuppressed: 'eventLetterSuppressed',
  deadlinePassed: 'eventDeadlinePassed',
  exceptionalCircumstancesStated: 'eventExceptionalCircumstancesStated',
  reportReceived: 'eventReportReceived',
  obligationDischarged: 'eventObligationDischarged',
  reportReturned: 'eventReportReturned',
  obligationReopened: 'eventObligationReopened',
  reportAccepted: 'eventReportAccepted',
  reportWithdrawn: 'eventReportWithdrawn',
  acknowledgementOwed: 'eventAcknowledgementOwed',
  obligationReleased: 'eventObligationReleased',
  basisCorrected: 'eventBasisCorrected',
  obligationPerformed: 'eventObligationPerformed',
  letterIssued: 'eventLetterIssued',
  letterAccepted: 'eventLetterAccepted',
  letterRefused: 'eventLetterRefused',
  letterNotSent: 'eventLetterNotSent',
  deliveryUncertain: 'eventDeliveryUncertain',
  letterWithdrawn: 'eventLetterWithdrawn',
}

const given = z.object({
  limit: z.string().optional(),
  step: z.string().optional(),
  kind: z.string().optional(),
  letter: z.string().optional(),
  due: calendarDate.optional(),
  fact: z.string().optional(),
})

/**
 * A moment as one sentence; one that pages have no words for is named as the record names it.
 *
 * @param stageName what the obligation's kind calls a stage
 */
export function timelineText(catalog: PageCatalog, { type, what: { key, facts } }: TimelineEntry, limitName: (limit: string) => string): string {
  const message = messages[key]
  if (message === undefined) return formatText(catalog, 'eventOther', { type })
  const { limit, step, kind, letter, due, fact = '' } = given.parse(facts)
  const about = letter ?? step ?? kind
  return formatText(catalog, message, {
    fact,
    limit: limit === undefined ? '' : limitName(limit),
    letter: about === undefined ? '' : (catalog.words.letterKinds[about] ?? about),
    date: due === undefined ? '' : dayText(catalog, due),
  })
}
