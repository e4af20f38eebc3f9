/** Why the rules turned a command away. One code per rule broken; never a free text to parse. */
export type RefusalCode =
  | 'not-allowed'
  | 'unknown-organization'
  | 'unknown-member'
  | 'unknown-session'
  | 'unknown-instrument'
  | 'unknown-cycle'
  | 'unknown-obligation'
  | 'unknown-report'
  | 'unknown-letter'
  | 'unknown-plan'
  | 'unknown-row'
  | 'unknown-kind'
  | 'unknown-decision'
  | 'unknown-comment'
  | 'unknown-command'
  | 'no-preview'
  | 'preview-sent-as-command'
  | 'command-sent-as-preview'
  | 'already-opened'
  | 'already-announced'
  | 'already-adopted'
  | 'already-closed'
  | 'already-corrected'
  | 'nothing-corrected'
  | 'not-correctable'
  | 'already-discharged'
  | 'already-accepted'
  | 'already-withdrawn'
  | 'already-acknowledged'
  | 'already-observed'
  | 'already-released'
  | 'session-cancelled'
  | 'plan-closed'
  | 'output-claimed-twice'
  | 'wrong-party'
  | 'closing-not-known'
  | 'closes-before-opening'
  | 'date-in-future'
  | 'date-after-arrival'
  | 'submission-predates-adoption'
  | 'adoption-outside-session'
  | 'decision-outside-session'
  | 'ambiguous-session'
  | 'unknown-document'
  | 'nothing-revised'
  | 'report-incomplete'
  | 'return-due-passed'
  | 'wrong-report-for-kind'
  | 'already-decided'
  | 'already-member'
  | 'malformed-member-code'
  | 'unknown-event-type'
  | 'already-recorded'
  | 'reason-missing'
  | 'malformed-instrument-code'
  | 'unknown-instrument-kind'
  | 'words-missing'
  | 'not-a-member'
  | 'notice-already-given'
  | 'already-commented'
  | 'already-listed'
  | 'already-heard'
  | 'already-concluded'
  | 'not-listed'
  | 'nothing-to-clear'
  | 'out-of-order'
  | 'unknown-body'
  | 'unknown-criterion'
  | 'rule-not-known'

/** Facts of a refusal for people and programs: plain text by name. */
export type RefusalFacts = Readonly<Record<string, string>>

/**
 * The command breaks a rule, so nothing is recorded and trying again cannot help.
 *
 * An expected outcome that others must learn of (a missed deadline, a late report)
 * is an event, not a refusal.
 */
export class Refusal extends Error {
  override readonly name = 'Refusal'
  readonly code: RefusalCode
  readonly facts: RefusalFacts

  constructor(code: RefusalCode, message: string, facts: RefusalFacts = {}) {
    super(message)
    this.code = code
    this.facts = facts
  }
}
