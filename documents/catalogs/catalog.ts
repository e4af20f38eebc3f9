import type { Language } from '../../domain/languages.ts'
import type { KindWords } from './kind-words.ts'

/** The messages that letters are made of, in ICU MessageFormat: every language has each of them. */
export const letterMessages = [
  ...['syntheticLine', 'syntheticSubject', 'colon', 'date', 'months', 'weeks', 'days', 'workingDays', 'sittingDays', 'session', 'sessionNamed'],
  ...['provision', 'article', 'paragraph', 'point', 'item'],
  ...['labelOrganization', 'labelState', 'labelDate', 'labelReference', 'labelLimit', 'labelExceptionalLimit'],
  ...['labelReceived', 'labelMissing', 'labelRemarks', 'labelReturnDue', 'salutation', 'crossed'],
  ...['computedAnniversary', 'computedDayBefore', 'computedUnconfirmed', 'provisionalDate', 'printedSame', 'printedDiffers', 'printedWording'],
  ...['passed', 'sentLate', 'tracked', 'whatToSend', 'howToReply', 'replyAddress', 'replyFurther', 'replyPortal', 'courtesy', 'signature', 'footer'],
  ...['askedAuthorities', 'askedDate', 'askedProposals', 'askedAction', 'askedConsultation', 'askedCircumstances', 'askedCopies'],
  ...['askedReferredAuthorities', 'askedReferralDate', 'askedReferralConsultations', 'askedReferralActions'],
  ...['subjectRequest', 'subjectNotice', 'subjectReminder', 'subjectInvitation', 'subjectAcknowledgement', 'subjectReturn'],
  ...['openingRequest', 'openingNotice', 'openingReminder', 'openingInvitation', 'openingAcknowledgement', 'openingReturn'],
  ...['askRequest', 'askNotice', 'askReminder', 'askInvitation', 'askAcknowledgement', 'askReturn', 'askedOfKind', 'askedParts', 'partSeparator'],
  ...['labelAddressee', 'salutationUnit', 'courtesyUnit', 'labelItem', 'labelSource', 'labelWords', 'labelTiming', 'labelResponsible'],
  ...['labelTarget', 'target', 'observed', 'notObserved', 'labelValue', 'notStated', 'doneClass'],
  ...['timingUnprinted', 'timingRead', 'timingSpan', 'timingOfSession', 'timingOfRows', 'timingOpen', 'timingDoubt'],
  ...[
    'sessionOfBody',
    'sessionNotOnRecord',
    'computedTiming',
    'computedSession',
    'computedOpening',
    'computedPeriods',
    'computedEventDay',
    'periodsAnd',
    'closedDay',
    'dayRule',
    'dayDefault',
    'dayDoubt',
    'dayProvisional',
  ],
  ...['listItem', 'listDay', 'listTiming', 'listNoDay', 'listNote'],
  ...['calendarProvisional', 'calendarLimit', 'calendarAcknowledgement', 'calendarReturn'],
] as const
export type LetterMessage = (typeof letterMessages)[number]

/** One language's words for letters and for the domain, as its locale files give them. */
export type Catalog = {
  readonly language: Language
  readonly direction: 'ltr' | 'rtl'
  /** BCP 47, with the digits that counts are written in: `ar-u-nu-arab`. */
  readonly formatLocale: string
  /** The ten digits, from nought. */
  readonly digits: string
  /** January first. A table of our own: what `Intl` says differs between versions of Node, and letters must not. */
  readonly months: readonly string[]
  /** How the letters and numbers of points are written where the alphabet is another: `b` is `ب`. */
  readonly enumeration: Readonly<Record<string, string>>
  readonly messages: Readonly<Record<LetterMessage, string>>
  readonly words: Words
  /** By the codes of the organizations. */
  readonly organizations: Readonly<Record<string, OrganizationTerms>>
}

/** What one organization calls its bodies and what happens in it, what obliges its Members, and what its kinds of obligations say, in one language. */
export type OrganizationTerms = {
  /** The language of its own that stands where it has no words in this one. */
  readonly fallback: Language
  /** By code: the name as the subject of a sentence, and as it follows that of a session. */
  readonly bodies: Readonly<Record<string, { readonly name: string; readonly of: string }>>
  /** What may happen and be recorded, by the code of its type. */
  readonly eventTypes: Readonly<Record<string, string>>
  /** `null` where no treaty obliges Members. */
  readonly constitution: ConstitutionTerms | null
  /** By the codes of the kinds. */
  readonly kinds: Readonly<Record<string, KindWords>>
}

/** The treaty under which Members owe, as it stands in a sentence. */
export type ConstitutionTerms = {
  readonly name: string
  readonly short: string
  /** Before a provision: as the rulebook writes it, and in this language. */
  readonly cited: { readonly rulebook: string; readonly own: string }
  /** Whom Members inform, as it follows that verb. */
  readonly informed: string
  /** The article under which copies go to the representative organizations; `null` where there is none. */
  readonly copies: string | null
}

/** Words that letters and pages share, by group and then by the domain's own names. */
export type Words = Readonly<Record<WordGroup, Readonly<Record<string, string>>>>

export const wordGroups = ['letterKinds', 'letterOutcomes', 'reviews', 'submitted', 'questionnaire'] as const
export type WordGroup = (typeof wordGroups)[number]

/** A body as its organization calls it; `undefined` where it gives no words for it. */
export const bodyIn = ({ organizations }: Catalog, { organization, body }: { readonly organization: string; readonly body: string }) =>
  organizations[organization]?.bodies[body]

/** What a kind says in its own words; nothing where its organization declares it no longer. */
export const wordsOfKind = ({ organizations }: Catalog, organization: string, kind: string): KindWords =>
  organizations[organization]?.kinds[kind] ?? { labels: {}, letters: {} }

/** @throws RangeError where the organization has no constitution to name: a letter with a gap in it must not go out */
export function constitutionOf({ language, organizations }: Catalog, organization: string): ConstitutionTerms {
  const found = organizations[organization]?.constitution
  if (found == null) throw new RangeError(`${language}: no words for the constitution of ${organization}`)
  return found
}

/** @throws RangeError when the language has no word of that name: a letter with a gap in it must not go out */
export function word({ language, words }: Catalog, group: WordGroup, name: string): string {
  const found = words[group][name]
  if (found === undefined) throw new RangeError(`${language}: no word for ${group}.${name}`)
  return found
}
