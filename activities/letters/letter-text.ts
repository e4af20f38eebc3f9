import type { Phrase } from './phrase.ts'

/** A letter's parts in order, before they become plain text or HTML. */
export type LetterText = {
  readonly title: Phrase
  /** Stands above everything else, where the letter is not a real one. */
  readonly warning: Phrase | null
  readonly head: readonly Line[]
  readonly salutation: Phrase
  readonly opening: readonly Phrase[]
  readonly obligations: readonly { readonly title: Phrase; readonly lines: readonly Line[] }[]
  /** In place of a section for each, where there are many. */
  readonly list: List | null
  /** What the report is to hold, once for each kind of report. */
  readonly asked: readonly { readonly title: Phrase; readonly items: readonly Phrase[] }[]
  readonly reply: { readonly title: Phrase; readonly paragraphs: readonly Phrase[] }
  readonly notes: readonly Phrase[]
  readonly closing: readonly Phrase[]
  readonly footer: Phrase
}

/** A label, what it says, and remarks on it. */
export type Line = { readonly label: Phrase; readonly value: readonly Phrase[]; readonly remarks: readonly Phrase[] }

/** Two columns: what it is, and its days. */
export type List = { readonly heads: { readonly item: Phrase; readonly day: Phrase }; readonly items: readonly ListItem[]; readonly note: Phrase }

export type ListItem = { readonly title: Phrase; readonly details: readonly Phrase[]; readonly days: readonly Phrase[] }
