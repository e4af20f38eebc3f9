import type { PaperFormat } from '../documents/papers/paper-facts.ts'
import type { InstrumentKind } from '../domain/instrument/instrument-code.ts'
import type { Language, OrganizationLanguages } from '../domain/languages.ts'
import type { LetterKind } from '../domain/letter/events.ts'
import type { PrintedDates } from '../domain/obligation/compute-schedule.ts'
import type { MemberCodes } from '../domain/organization/member-codes.ts'
import type { WithdrawalRule } from '../domain/organization/withdrawal.ts'
import type { Plan } from '../domain/plan/declaration.ts'
import type { Source } from '../domain/provenance.ts'
import type { Kind } from '../domain/rulebook/kind.ts'
import type { Rule } from '../domain/rulebook/rule.ts'
import type { SupervisionRules } from '../domain/rulebook/supervision.ts'

/** A paper in one language and as one kind of file. */
export type WantedPaper = { readonly language: Language; readonly format: PaperFormat }

/** On which day before a session's opening the papers for it are ready, and in what they come: all of them in a live installation, few in a rehearsal. */
export type PaperPolicy = { readonly daysBefore: number; readonly live: readonly WantedPaper[]; readonly rehearsal: readonly WantedPaper[] }

/** A kind of obligation and the provision under which it applies. */
export type AppliedKind = { readonly kind: Kind; readonly rule: Rule }

/** Rules and kinds of obligations in force, as the seeds cite them. What is applied is quoted in the record at the moment of its use. */
export interface Reference {
  /** IANA name of the seat's zone. @throws Refusal `unknown-organization` */
  zoneOf(organization: string): string
  /** What the rulebook lets an instrument of this kind ask of Members, each with the one provision that applies; in the order of their codes. */
  kindsUnder(organization: string, instrument: string): readonly AppliedKind[]
  /** Dates that a document prints for the obligations of one kind in a cycle; empty where none does. */
  printedFor(cycle: string, kind: string): PrintedDates
  /** A kind of obligation that rows of an organization's plans may ask for. @throws Refusal `unknown-kind` */
  kindOf(organization: string, code: string): Kind
  /** Whether a kind writes a letter in words of its own; else it is written in those of all kinds. */
  hasOwnWords(organization: string, kind: string, letter: LetterKind): boolean
  /** `null` where the organization has no papers prepared. */
  papersOf(organization: string): PaperPolicy | null
  /** A plan as its document gives it, by its id `<organization>:<code>`. @throws Refusal `unknown-plan` */
  planOf(cycle: string): Plan
  /** A document of an organization's register, by its code. @throws Refusal `unknown-document` */
  sourceOf(organization: string, document: string): Source
  /** Which bodies supervise the Members of an organization, and by which criteria; `null` where none is declared. */
  supervisionOf(organization: string): SupervisionRules | null
  /** The organizations that declare any. */
  supervised(): readonly string[]
  /** The codes of the types of events that an organization declares. @throws Refusal `unknown-organization` */
  eventTypesOf(organization: string): readonly string[]
  /** The kinds of instruments that its sessions adopt, and how each gets its codes. */
  instrumentKindsOf(organization: string): readonly InstrumentKind[]
  /** In which languages an organization names things. @throws Refusal `unknown-organization` */
  languagesOf(organization: string): OrganizationLanguages
  /** The standard that gives Members their codes; `null` where they are the organization's own. */
  memberCodesOf(organization: string): MemberCodes | null
  /** When a notice of withdrawal takes effect; `null` where no source says. */
  withdrawalOf(organization: string): WithdrawalRule | null
}
