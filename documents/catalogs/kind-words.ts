import type { LetterKind } from '../../domain/letter/events.ts'
import { createFormatter } from './create-formatter.ts'

/** What a kind of obligation says in its own words, in one language: ICU messages, and labels that take no argument. */
export type KindWords = {
  readonly labels: { readonly [label in KindLabel]?: string | undefined }
  /** One of its last days in its reader's calendar. */
  readonly calendar?: string | undefined
  /** `common`: the letter says what letters of all kinds say. */
  readonly letters: { readonly [letter in LetterKind]?: OwnSentences | 'common' | undefined }
}

/** A letter's subject, its first paragraph, and what it asks for; where `ask` is not given, it is that of all kinds. */
export type OwnSentences = { readonly subject: string; readonly opening: string; readonly ask?: string | undefined }

/**
 * What a letter calls the name of what the obligation follows from (`Instrument: R202`; without a label no line shows it), the
 * obligation itself, its source, and in a named form the day on which it was done.
 */
export const kindLabels = ['basis', 'obligation', 'source', 'performedOn'] as const
export type KindLabel = (typeof kindLabels)[number]

/** What a kind's sentences may draw on. `dated`: `yes` where each obligation has a last day; `lastDay` is there only then. `title` is cut where it is long. */
export const sentenceArguments = ['count', 'partyType', 'dated', 'title', 'party', 'lastDay'] as const

/** The same, of a kind that is owed under a provision. `adoptedBy`: the body, at the beginning of a sentence. */
export const provisionArguments = ['constitution', 'constitutionShort', 'informed', 'adoptedBy'] as const

/** What the line in a calendar may draw on. `code`: an instrument's, or that of the plan and the row. */
export const calendarArguments = ['code', 'title', 'limit', 'party'] as const

/** Says a message that a kind brings, in the language of a catalog. @throws Error when the message needs a value that was not given */
export const formatOwnMessage = createFormatter((_: { readonly formatLocale: string }, message: string) => message)
