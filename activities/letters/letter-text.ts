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
  readonly asked: { readonly title: Phrase; readonly items: readonly Phrase[] } | null
  readonly reply: { readonly title: Phrase; readonly paragraphs: readonly Phrase[] }
  readonly notes: readonly Phrase[]
  readonly closing: readonly Phrase[]
  readonly footer: Phrase
}

/** A label, what it says, and remarks on it. */
export type Line = { readonly label: Phrase; readonly value: readonly Phrase[]; readonly remarks: readonly Phrase[] }
