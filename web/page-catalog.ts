import type { Catalog } from '../documents/catalogs/catalog.ts'
import { parseOnce } from '../documents/catalogs/create-formatter.ts'

/** The messages that pages are made of, in ICU MessageFormat: every language has each of them. */
export const pageMessages = [
  ...['product', 'tagline', 'skip', 'language', 'navigation', 'navCycles', 'navLetters', 'navOperations', 'notOfficial', 'printedGoverns'],
  ...['syntheticMark', 'syntheticBanner', 'syntheticPlaying', 'catchingUp', 'asOf', 'cyclesTitle', 'cyclesIntro', 'noCycles', 'sessionLabel'],
  ...['closedOn', 'closingProvisional', 'statesCount', 'obligationsCount', 'rowsCount', 'nextDate', 'noNextDate', 'standing', 'planStanding'],
  ...['statusConfirmed', 'statusMonthOnly', 'statusAnnounced', 'statusInferred', 'statusUnconfirmed', 'statusContradicted', 'stageInTime'],
  ...['stageInExceptionalWindow', 'stageLate', 'stageDone', 'stageReleased'],
  ...['stageIncomplete', 'stageObserved', 'stageUntracked', 'stageRunning12', 'stageWindow', 'stageRunning18', 'stageRunning', 'stageUndated'],
  ...['stageMissed', 'stageExpired', 'untrackedNotice', 'notAFinding', 'trackedSince', 'trackedFromStart', 'planUntracked'],
  ...['status', 'all', 'filter', 'shown', 'listTitle', 'planDocument', 'planDecision', 'planDraft', 'planHorizon'],
  ...['planFromTo', 'planFrom', 'planResources', 'planReview', 'planReviewEvery', 'planClosed', 'planRevision', 'planRows', 'planOtherRows'],
  ...['planShown', 'row', 'rowOurReference', 'rowTiming', 'rowNoTiming', 'rowReadAs', 'rowReversed', 'rowFollowed', 'rowUnder', 'rowNothing'],
  ...['rowNote', 'linkServes', 'linkFramework', 'linkPoints', 'linkProgramme', 'linkSdg', 'linkInstrument', 'linkRows', 'linkCycle', 'linkOther'],
  ...['timingBefore', 'timingBy', 'timingRange', 'timingSeason', 'timingHalf', 'timingBeforeEnd', 'timingEveryYear', 'timingEveryYearFrom', 'timingSpan'],
  ...['timingOtherRows', 'timingNone', 'dateDeadline', 'dateStep', 'dateReturn', 'provisional', 'backToCycle', 'backToPlan', 'kind', 'owedBy'],
  ...['responsible', 'target', 'ends', 'endsByReport', 'endsByTarget', 'provision', 'adoptedOn'],
  ...['countedFrom', 'reference', 'circumstances', 'circumstancesStated', 'circumstancesNone', 'source', 'deadlinesTitle'],
  ...['deadlineExceptional', 'provisionalComputation', 'unconfirmedConvention', 'unconfirmedButPrinted', 'contradictedClosing', 'noDays'],
  ...['waitsForEvent', 'waitsForEventAndDays', 'waitsForDays'],
  ...['dayMayMove', 'daysMoved', 'correctedTitle', 'wording', 'rule', 'reportsTitle', 'noReports', 'reportReceived', 'reportPerformed'],
  ...['reportMissing', 'reportReturnDue', 'reportComplete', 'reportFurther', 'reportNotDone', 'reportSealed', 'formTitle', 'formOptional'],
  ...[
    'fieldDay',
    'fieldWords',
    'fieldNumber',
    'fieldYesNo',
    'fieldChoice',
    'fieldList',
    'fieldListOfWords',
    'fieldGroup',
    'fieldDocuments',
    'yes',
    'no',
    'timelineTitle',
    'aheadTitle',
    'nothingAhead',
    'recordedOn',
  ],
  ...['byActor', 'actorMinistry', 'actorSecretariat', 'actorReviewer', 'actorAuditor', 'actorSystem', 'eventObligationOpened'],
  ...['eventLimitsMoved', 'eventLetterFellDue', 'eventLetterSuppressed', 'eventDeadlinePassed', 'eventExceptionalCircumstancesStated'],
  ...['eventReportReceived', 'eventObligationDischarged', 'eventReportReturned', 'eventObligationReopened'],
  ...['eventReportAccepted', 'eventReportWithdrawn', 'eventAcknowledgementOwed'],
  ...['eventObligationReleased', 'eventBasisCorrected', 'eventObligationPerformed', 'eventLetterIssued', 'eventLetterAccepted', 'eventLetterRefused'],
  ...['eventLetterNotSent', 'eventDeliveryUncertain', 'eventLetterWithdrawn', 'eventOther', 'lettersTitle', 'lettersIntro', 'lettersAbout'],
  ...['noLetters', 'letterTo', 'letterDate', 'letterOutcome', 'page', 'previous', 'next', 'letterFrom', 'letterSubject', 'letterAsSent'],
  ...['letterText', 'letterAttachments', 'letterNotCaptured', 'letterAboutObligations', 'messageId', 'operationsTitle', 'operationsLog'],
  ...['operationsViews', 'operationsBehind', 'operationsVersion', 'operationsLetters', 'notFoundTitle', 'notFoundText', 'unavailableTitle'],
  ...['unavailableText', 'faultTitle', 'faultText', 'signInTitle', 'signInText', 'toCycles'],
  ...['papersTitle', 'paperProgress', 'paperFollowUp', 'paperReady'],
] as const
export type PageMessage = (typeof pageMessages)[number]

/** One language's words for pages, beside those that letters and pages share. */
export type PageCatalog = Catalog & { readonly pages: Readonly<Record<PageMessage, string>> }

type Values = Readonly<Record<string, string | number>>

/** A message with its values, as plain text. @throws Error when the message needs a value that was not given */
export function formatText(catalog: PageCatalog, key: PageMessage, values: Values = {}): string {
  return String(messageOf(catalog, key).format({ ...values }))
}

const messageOf = parseOnce((catalog: PageCatalog, key: PageMessage) => catalog.pages[key])
