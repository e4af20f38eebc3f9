import { z } from 'zod'
import { word } from '../../activities/letters/wording.ts'
import type { Role } from '../../domain/actor.ts'
import { calendarDate } from '../../domain/calendar/calendar-date.ts'
import { letterKind } from '../../domain/letter/events.ts'
import { stage } from '../../domain/rulebook/rule.ts'
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
  letterIssued: 'eventLetterIssued',
  letterAccepted: 'eventLetterAccepted',
  letterRefused: 'eventLetterRefused',
  letterNotSent: 'eventLetterNotSent',
  deliveryUncertain: 'eventDeliveryUncertain',
  letterWithdrawn: 'eventLetterWithdrawn',
}

const named = z.object({ stage: stage.optional(), step: letterKind.optional(), kind: letterKind.optional(), due: calendarDate.optional() })

/** A moment as one sentence; one that pages have no words for is named as the record names it. */
export function momentText(wording: PageWording, { type, what: { key, facts } }: Moment): string {
  const message = messages[key]
  if (message === undefined) return tell(wording, 'eventOther', { type })
  const { stage: passed, step, kind, due } = named.parse(facts)
  const letter = step ?? kind
  return tell(wording, message, {
    stage: passed === undefined ? '' : word(wording, 'stages', passed),
    letter: letter === undefined ? '' : word(wording, 'letterKinds', letter),
    date: due === undefined ? '' : dayText(wording, due),
  })
}
