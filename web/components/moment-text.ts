import { z } from 'zod'
import type { Role } from '../../domain/actor.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import type { Moment } from '../../domain/views/timeline.ts'
import { type PageMessage, type PageWording, tell } from '../words.ts'
import { dayText } from './said.tsx'

export const actorMessages: Readonly<Record<Role, PageMessage>> = {
  ministry: 'actorMinistry',
  secretariat: 'actorSecretariat',
  reviewer: 'actorReviewer',
  auditor: 'actorAuditor',
  house: 'actorHouse',
}

const messages: Readonly<Record<string, PageMessage>> = {
  obligationOpened: 'eventObligationOpened',
  deadlineMoved: 'eventDeadlineMoved',
  letterFellDue: 'eventLetterFellDue',
  reminderSpared: 'eventReminderSpared',
  deadlinePassed: 'eventDeadlinePassed',
  exceptionalCircumstancesStated: 'eventExceptionalCircumstancesStated',
  reportReceived: 'eventReportReceived',
  submissionMade: 'eventSubmissionMade',
  obligationDischarged: 'eventObligationDischarged',
  reportReturned: 'eventReportReturned',
  obligationReopened: 'eventObligationReopened',
  reportAccepted: 'eventReportAccepted',
  reportWithdrawn: 'eventReportWithdrawn',
  acknowledgementOwed: 'eventAcknowledgementOwed',
  obligationEntered: 'eventObligationEntered',
  obligationMoved: 'eventObligationMoved',
  obligationReleased: 'eventObligationReleased',
  noticeFellDue: 'eventLetterFellDue',
  answerReceived: 'eventReportReceived',
  obligationPerformed: 'eventObligationPerformed',
  letterIssued: 'eventLetterIssued',
  letterAccepted: 'eventLetterAccepted',
  letterRefused: 'eventLetterRefused',
  letterNotSent: 'eventLetterNotSent',
  deliveryUncertain: 'eventDeliveryUncertain',
  letterWithdrawn: 'eventLetterWithdrawn',
}

const given = z.object({
  stage: z.string().optional(),
  step: z.string().optional(),
  kind: z.string().optional(),
  letter: z.string().optional(),
  due: calendarDate.optional(),
})

/**
 * A moment as one sentence; one that pages have no words for is named as the record names it.
 *
 * @param stageName what the obligation's kind calls a stage
 */
export function momentText(wording: PageWording, { type, what: { key, facts } }: Moment, stageName: (stage: string) => string): string {
  const message = messages[key]
  if (message === undefined) return tell(wording, 'eventOther', { type })
  const { stage, step, kind, letter, due } = given.parse(facts)
  const about = letter ?? step ?? kind
  return tell(wording, message, {
    stage: stage === undefined ? '' : stageName(stage),
    letter: about === undefined ? '' : (wording.words.letterKinds[about] ?? about),
    date: due === undefined ? '' : dayText(wording, due),
  })
}
