import { IntlMessageFormat } from 'intl-messageformat'
import type { Wording } from '../activities/letters/wording.ts'

/** The messages that pages are made of, in ICU MessageFormat: every language has each of them. */
export const pageMessages = [
  ...['product', 'tagline', 'skip', 'language', 'navigation', 'navCycles', 'navLetters', 'navOperations', 'notOfficial', 'printedGoverns'],
  ...['syntheticMark', 'syntheticBanner', 'syntheticPlaying', 'catchingUp', 'asOf'],
  ...['cyclesTitle', 'cyclesIntro', 'noCycles', 'sessionLabel', 'closedOn', 'closingProvisional', 'statesCount', 'nextDate', 'noNextDate', 'standing'],
  ...['statusConfirmed', 'statusMonthOnly', 'statusAnnounced', 'statusInferred', 'statusUnconfirmed', 'statusContradicted'],
  ...[
    'stageInTime',
    'stageInExceptionalWindow',
    'stageLate',
    'stageDischarged',
    'stageIncomplete',
    'stageUntracked',
    'stageRunning12',
    'stageWindow',
    'stageRunning18',
    'stageExpired',
  ],
  ...['untrackedNotice', 'notAFinding', 'trackedSince', 'trackedFromStart'],
  ...['stage', 'all', 'filter', 'shown', 'listTitle', 'otherObligations', 'dateDeadline', 'dateStep', 'dateReturn', 'provisional'],
  ...['backToCycle', 'obligation', 'provision', 'adoptedOn', 'countedFrom', 'reference', 'circumstances', 'circumstancesStated', 'circumstancesNone', 'source'],
  ...[
    'deadlinesTitle',
    'deadlineExceptional',
    'provisionalReckoning',
    'unconfirmedConvention',
    'unconfirmedButPrinted',
    'contradictedClosing',
    'wording',
    'rule',
  ],
  ...[
    'reportsTitle',
    'noReports',
    'reportReceived',
    'reportSubmitted',
    'reportNoSubmission',
    'reportMissing',
    'reportReturnDue',
    'reportComplete',
    'reportFurther',
  ],
  ...['timelineTitle', 'aheadTitle', 'nothingAhead', 'recordedOn', 'byActor'],
  ...['actorMinistry', 'actorSecretariat', 'actorReviewer', 'actorAuditor', 'actorHouse'],
  ...['eventObligationOpened', 'eventDeadlineMoved', 'eventLetterFellDue', 'eventReminderSpared', 'eventDeadlinePassed', 'eventExceptionalCircumstancesStated'],
  ...['eventReportReceived', 'eventSubmissionMade', 'eventObligationDischarged', 'eventReportReturned', 'eventObligationReopened', 'eventReportAccepted'],
  ...['eventReportWithdrawn', 'eventAcknowledgementOwed', 'eventLetterIssued', 'eventLetterAccepted', 'eventLetterRefused', 'eventLetterNotSent'],
  ...['eventDeliveryUncertain', 'eventLetterWithdrawn', 'eventOther'],
  ...['lettersTitle', 'lettersIntro', 'lettersAbout', 'noLetters', 'letterTo', 'letterDate', 'letterOutcome', 'page', 'previous', 'next'],
  ...['letterFrom', 'letterSubject', 'letterAsSent', 'letterText', 'letterAttachments', 'letterNotCaptured', 'letterAboutObligations', 'messageId'],
  ...['operationsTitle', 'operationsLog', 'operationsViews', 'operationsBehind', 'operationsVersion', 'operationsLetters'],
  ...['notFoundTitle', 'notFoundText', 'unavailableTitle', 'unavailableText', 'faultTitle', 'faultText', 'signInTitle', 'signInText', 'toCycles'],
] as const
export type PageMessage = (typeof pageMessages)[number]

/** One language's words for pages, beside those that letters and pages share. */
export type PageWording = Wording & { readonly pages: Readonly<Record<PageMessage, string>> }

type Values = Readonly<Record<string, string | number>>

/** A message with its values, as plain text. @throws Error when the message needs a value that was not given */
export function tell(wording: PageWording, key: PageMessage, values: Values = {}): string {
  return String(messageOf(wording, key).format({ ...values }))
}

const parsed = new WeakMap<PageWording, Map<PageMessage, IntlMessageFormat>>()

/** Parsing a message costs more than saying it, and a page says some of them 187 times. */
function messageOf(wording: PageWording, key: PageMessage): IntlMessageFormat {
  const known = parsed.get(wording) ?? new Map<PageMessage, IntlMessageFormat>()
  parsed.set(wording, known)
  const message = known.get(key) ?? new IntlMessageFormat(wording.pages[key], wording.formatLocale, undefined, { ignoreTag: true })
  known.set(key, message)
  return message
}
